package org.cuntu.engine.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MercatorBandsTest {
    /** By asinh(tan φ), the other form of the projection. */
    private static double expected(double latitude) {
        double tangent = Math.tan(Math.toRadians(latitude));
        return 0.5 - Math.log(tangent + Math.sqrt(tangent * tangent + 1)) / (2 * Math.PI);
    }

    @Test
    void aLatitudeOfTheNorthIsWhereTheProjectionHasIt() {
        for (double latitude = 0; latitude < 80; latitude += 0.0137)
            assertThat(MercatorBands.downFromTop(latitude))
                    .as("%s", latitude)
                    .isCloseTo(expected(latitude), within(5e-15));
    }

    @Test
    void theSouthIsTheMirrorOfTheNorth() {
        for (double latitude = 0.01; latitude < 80; latitude += 0.37)
            assertThat(MercatorBands.downFromTop(-latitude)).isCloseTo(1 - expected(latitude), within(5e-15));
    }

    @Test
    void thePolesAreFinite() {
        assertThat(MercatorBands.downFromTop(90)).isBetween(-1.5, 0.0);
        assertThat(MercatorBands.downFromTop(-90)).isBetween(1.0, 2.5);
    }

    @Test
    void manyLatitudesAreAsEachAloneToTheBit() {
        double[] latitudes = {24.3001, 24.30999, 24.3125, 24.3126, 24.34, 24.3402};
        double[] down = new double[latitudes.length];
        for (int from = 0; from < latitudes.length; from++) {
            MercatorBands.downFromTop(latitudes, latitudes.length, latitudes[0], latitudes[from], down);
            for (int i = 0; i <= from; i++) assertThat(down[i]).isEqualTo(MercatorBands.downFromTop(latitudes[i]));
        }
    }
}
