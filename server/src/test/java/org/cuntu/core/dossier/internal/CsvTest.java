package org.cuntu.core.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell of a table that somebody opens in a spreadsheet. */
class CsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"=1+1|'=1+1", "+1|'+1", "@SUM(A1)|'@SUM(A1)", "-cmd|'-cmd", "-5.00|-5.00", "莲塘村|莲塘村"})
    void whatLooksLikeAFormulaIsAText(String value, String cell) {
        assertThat(Csv.cell(value)).isEqualTo(cell.replace("''", "'"));
    }
}
