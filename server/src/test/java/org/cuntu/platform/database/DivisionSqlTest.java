package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DivisionSqlTest {
    @Test
    void aDivisionIsTheRangeOfItsDigits() {
        assertThat(DivisionSql.within("c.division", "450206"))
                .isEqualTo("(c.division >= '450206' and c.division < '450207')");
        assertThat(DivisionSql.within("c.division", "450209"))
                .isEqualTo("(c.division >= '450209' and c.division < '450210')");
        assertThat(DivisionSql.within("c.division", "99")).isEqualTo("(c.division >= '99')");
        assertThat(DivisionSql.within("c.division", "")).isEqualTo("1 = 1");
    }

    @Test
    void nothingButDigitsComesIntoAStatement() {
        assertThatThrownBy(() -> DivisionSql.within("c.division", "4502' or '1' = '1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
