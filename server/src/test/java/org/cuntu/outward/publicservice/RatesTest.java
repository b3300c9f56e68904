package org.cuntu.outward.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void whoDoesNotRateIsNotCountedAsSatisfied() {
        Rates rates = new Rates(200, 3, 2, 1, 1, 0);

        assertThat(rates.ratedRate()).isEqualTo("1.5");
        assertThat(rates.goodRate()).isEqualTo("66.7");
        assertThat(rates.answeredRate()).isEqualTo("100.0");
        assertThat(rates.inTimeRate()).isEqualTo("0.0");
    }

    @Test
    void ofNothingThereIsNoRate() {
        Rates rates = new Rates(0, 0, 0, 0, 0, 0);

        assertThat(rates.ratedRate()).isNull();
        assertThat(rates.goodRate()).isNull();
    }

    @Test
    void aHundredIsOnlyWhereNothingIsWanting() {
        assertThat(new Rates(1, 1, 9999, 1, 0, 0).goodRate()).isEqualTo("99.9");
        assertThat(new Rates(1, 1, 10_000, 0, 0, 0).goodRate()).isEqualTo("100.0");
    }
}
