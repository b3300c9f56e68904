package org.cuntu.business.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.business.survey.AreaUnit;
import org.junit.jupiter.api.Test;

/** Figures of the handbook, area computation 3.7 and 3.8. */
class AreaUnitTest {
    @Test
    void aHectareIsTenThousandSquareMetresAndFifteenMu() {
        assertThat(AreaUnit.HA.steps(1_000_000, 4)).isEqualTo(10_000);
        assertThat(AreaUnit.MU.steps(1_000_000, 4)).isEqualTo(150_000);
    }

    @Test
    void theHandbooksSumIsRoundedOnce() {
        assertThat(AreaUnit.HA.steps(703_662, 4)).isEqualTo(7_037);
    }

    @Test
    void halfALastPlaceIsRoundedUp() {
        assertThat(AreaUnit.HA.steps(5_000, 2)).isEqualTo(1);
        assertThat(AreaUnit.HA.steps(4_999, 2)).isZero();
    }
}
