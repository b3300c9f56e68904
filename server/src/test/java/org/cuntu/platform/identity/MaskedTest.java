package org.cuntu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Personal numbers are masked wherever they are shown (security-sharing.md, item 40). */
class MaskedTest {
    @Test
    void numbersAndNamesShowTheirEndsOnly() {
        assertThat(Masked.identityNumber("450206199001011234").shown()).isEqualTo("4502**********1234");
        assertThat(Masked.phone("13812345678").shown()).isEqualTo("138****5678");
        assertThat(Masked.name("张三").shown()).isEqualTo("张*");
    }

    @Test
    void whatIsTooShortShowsNothing() {
        assertThat(Masked.identityNumber("45021234").shown()).isEqualTo("********");
        assertThat(Masked.phone("110").shown()).isEqualTo("***");
    }

    @Test
    void neitherJsonNorTextHoldsTheClearNumber() {
        Masked number = Masked.identityNumber("450206199001011234");

        assertThat(JsonMapper.shared().writeValueAsString(number)).isEqualTo("\"4502**********1234\"");
        assertThat(number.toString()).isEqualTo("4502**********1234");
    }
}
