package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchesInZonesTest {
    private final PatchesInZones known = new PatchesInZones(5_000);

    @Test
    void aPatchThatLiesInOneZoneIsKnown() {
        known.learn(4_999, 20_000, 7, 20_000.000_01, 20_000.000_02);

        assertThat(known.zone(4_999)).isEqualTo(7);
        assertThat(known.zone(4_998)).isEqualTo(-1);
        assertThat(known.zone(0)).isEqualTo(-1);
    }

    @Test
    void zoneNumberNoughtIsAZone() {
        known.learn(3, 20_000, 0, 20_000, 20_000);

        assertThat(known.zone(3)).isZero();
    }

    @Test
    void aPatchOfWhichAHundredthLiesElsewhereIsNot() {
        known.learn(1, 20_000, 7, 19_999.99, 20_000);
        known.learn(2, 20_000, 7, 19_999.99, 19_999.99);

        assertThat(known.zone(1)).isEqualTo(-1);
        assertThat(known.zone(2)).isEqualTo(-1);
    }

    @Test
    void patchesOfWhichTheRoundingMayTakeAHundredthAreNot() {
        known.learn(1, 0.5, 7, 0.5, 0.5);
        known.learn(2, 2e6, 7, 2e6, 2e6);

        assertThat(known.zone(1)).isEqualTo(-1);
        assertThat(known.zone(2)).isEqualTo(-1);
    }
}
