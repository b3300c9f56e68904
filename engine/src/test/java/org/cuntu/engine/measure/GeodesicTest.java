package org.cuntu.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Lengths on the ellipsoid against published values of GRS80, which has the axes of CGCS2000. */
class GeodesicTest {
    private static final double HALF_MILLIMETRE = 0.0005;

    /** Geocentric Datum of Australia, Technical Manual (ICSM), Vincenty's inverse worked example: 54 972.271 m. */
    @Test
    void fromFlindersPeakToBuninyong() {
        double length = metres(
                144 + 25 / 60.0 + 29.52440 / 3600,
                -(37 + 57 / 60.0 + 3.72030 / 3600),
                143 + 55 / 60.0 + 35.38390 / 3600,
                -(37 + 39 / 60.0 + 10.15610 / 3600));

        assertThat(length).isCloseTo(54_972.271, within(0.001));
    }

    /** The quadrant of the meridian of GRS80: 10 001 965.7293 m (Moritz, Geodetic Reference System 1980). */
    @Test
    void fromTheEquatorToThePole() {
        assertThat(metres(109, 0, 109, 90)).isCloseTo(10_001_965.7293, within(HALF_MILLIMETRE));
    }

    /** The equator is a circle: a · π / 180. */
    @Test
    void oneDegreeOfTheEquator() {
        assertThat(metres(109, 0, 110, 0)).isCloseTo(111_319.4908, within(HALF_MILLIMETRE));
    }

    @Test
    void thereAndBackIsTheSameWayAndNowhereIsNone() {
        assertThat(metres(109.41, 24.33, 109.43, 24.30)).isCloseTo(metres(109.43, 24.30, 109.41, 24.33), within(1e-6));
        assertThat(metres(109.41, 24.33, 109.41, 24.33)).isZero();
    }

    @Test
    void theOtherEndOfTheEarthIsRefused() {
        assertThatThrownBy(() -> metres(0, 0, 179.9, 0.05)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double metres(double lonA, double latA, double lonB, double latB) {
        return Geodesic.between(lonA, latA, lonB, latB).metres();
    }
}
