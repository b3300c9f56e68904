package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.cuntu.core.catalogue.internal.Rates.Weighted;
import org.cuntu.engine.measure.Share;
import org.junit.jupiter.api.Test;

/** Σ w·c / Σ w, reckoned by hand. */
class RatesTest {
    @Test
    void theRateIsTheWeightedMeanOfTheDatasetsParts() {
        // (3·1/2 + 1·3/4) / 4 = 2.25 / 4 = 0.5625
        assertThat(Rates.weighted(List.of(new Weighted(3, 1, 2), new Weighted(1, 3, 4))))
                .isEqualTo(new Share(5625));
    }

    @Test
    void aDatasetOfWhichNothingIsDueCountsNeitherAboveNorBelow() {
        // 2·1/3 / 2 = 0.33333…
        assertThat(Rates.weighted(List.of(new Weighted(2, 1, 3), new Weighted(5, 0, 0))))
                .isEqualTo(new Share(3333));
    }

    @Test
    void itIsRoundedOnceHalfUp() {
        // 1/8 = 12.5 % exactly; 1/16 = 6.25 %; 1/32 = 3.125 % → 3.13
        assertThat(Rates.weighted(List.of(new Weighted(1, 1, 32)))).isEqualTo(new Share(313));
        // 2/3 = 66.666… → 66.67
        assertThat(Rates.weighted(List.of(new Weighted(1, 2, 3)))).isEqualTo(new Share(6667));
    }

    @Test
    void aHundredPercentIsSaidOnlyWhenNothingIsWanting() {
        assertThat(Rates.weighted(List.of(new Weighted(1, 99_999, 100_000)))).isEqualTo(new Share(9999));
        assertThat(Rates.weighted(List.of(new Weighted(1, 100_000, 100_000)))).isEqualTo(Share.WHOLE);
    }

    @Test
    void ofNothingThereIsNoRate() {
        assertThat(Rates.weighted(List.of())).isNull();
        assertThat(Rates.weighted(List.of(new Weighted(0, 1, 1)))).isNull();
        assertThat(Rates.share(BigInteger.ZERO, BigInteger.ZERO)).isNull();
    }
}
