package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Metres beside a line; a degree of latitude is 110,574 m at the equator by the GRS80 ellipsoid, one of longitude 111,319 m. */
class NearPlaceTest {
    private static double distance(String shape) throws ParseException {
        return NearPlace.distance(new WKTReader().read(shape), 0, 0);
    }

    @Test
    void besideALineItIsTheWayToItsNearestPlace() throws ParseException {
        assertThat(distance("LINESTRING (-1 0.001, 1 0.001)")).isCloseTo(110.574, within(0.01));
    }

    @Test
    void beyondItsEndItIsTheWayToTheEnd() throws ParseException {
        assertThat(distance("LINESTRING (0.001 0, 0.002 0)")).isCloseTo(111.319, within(0.01));
    }

    @Test
    void ofSeveralPartsTheNearestCountsAndBetweenThemThereIsNothing() throws ParseException {
        assertThat(distance("MULTILINESTRING ((-0.002 -0.001, -0.002 0.001), (0.001 -0.001, 0.001 0.001))"))
                .isCloseTo(111.319, within(0.01));
        assertThat(distance("MULTIPOINT ((-0.001 0), (0.002 0))")).isCloseTo(111.319, within(0.01));
    }

    @Test
    void onItItIsNothing() throws ParseException {
        assertThat(distance("LINESTRING (-1 -1, 1 1)")).isZero();
        assertThat(distance("POINT (0 0)")).isZero();
    }
}
