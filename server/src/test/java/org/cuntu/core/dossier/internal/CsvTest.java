package org.cuntu.core.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell of a table that somebody opens in a spreadsheet. */
class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "@SUM(A1)", "-cmd", "\t=1"})
    void whatLooksLikeAFormulaIsAText(String value) {
        assertThat(Csv.cell(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5.00", "1234.56", "莲塘村", ""})
    void figuresAndWordsStayAsTheyAre(String value) {
        assertThat(Csv.cell(value)).isEqualTo(value);
    }
}
