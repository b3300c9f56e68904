package org.cuntu.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {
    @ParameterizedTest
    @CsvSource({"0.005, 0.01", "0.00499999, 0.00", "141022, 141022.00", "1e3, 1000.00", "9e-9, 0.00"})
    void isRoundedHalfUpToHundredths(String squareMetres, String area) {
        assertThat(Area.parse(squareMetres)).hasToString(area);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e16"})
    void whatIsNoAreaOnEarthIsRefusedBeforeItTakesMemory(String squareMetres) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Area.parse(squareMetres));
    }

    @Test
    void aDoubleIsRoundedFromItsExactExpansion() {
        assertThat(Area.ofSquareMetres(1.005)).hasToString("1.00");
        assertThat(Area.ofSquareMetres(4.9e-324)).hasToString("0.00");
    }
}
