package org.cuntu.platform.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair of numbers is read in every system in which it makes sense, and in no other. */
class TypedCoordinateTest {
    private final TypedCoordinate liuzhou = new TypedCoordinate(List.of(108.5, 23.9, 110.2, 26.1));
    /** Ground so wide that several zones lie in it. */
    private final TypedCoordinate wide = new TypedCoordinate(List.of(105.0, 20.0, 115.0, 30.0));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "109.41, 24.33",
                "24.33 109.41",
                "109.41，24.33",
                "109.41°E 24.33°N",
                "N24.33° E109.41°",
                "东经109.41° 北纬24.33°",
                "109°24′36″ 24°19′48″",
                "109度24分36秒，24度19分48秒",
                "109°24.6' 24°19.8'"
            })
    void degreesAreReadHoweverTheyAreWritten(String typed) {
        TypedCoordinate.Reading reading = liuzhou.read(typed).getFirst();

        assertThat(liuzhou.read(typed)).hasSize(1);
        assertThat(reading.lon()).isEqualTo(109.41, within(1e-9));
        assertThat(reading.lat()).isEqualTo(24.33, within(1e-9));
        assertThat(reading.systems()).containsExactly(Crs.CGCS2000, Crs.WGS84);
    }

    /** On the central meridian of zone 36, 108° E, and of zone 19 of 6°, 111° E. */
    @Test
    void theZoneInFrontOfTheEastingSaysTheSystem() {
        assertThat(liuzhou.read("2692000 36500000")).singleElement().satisfies(reading -> {
            assertThat(reading.systems()).containsExactly(Crs.zone(36, 3, true));
            assertThat(reading.lon()).isEqualTo(108.0, within(1e-9));
        });
        assertThat(liuzhou.read("19500000, 2692000")).singleElement().satisfies(reading -> {
            assertThat(reading.systems()).containsExactly(Crs.zone(19, 6, true));
            assertThat(reading.lon()).isEqualTo(111.0, within(1e-9));
        });
    }

    @Test
    void withoutAZoneEveryMeridianNearTheCityIsOfferedSideBySide() {
        List<TypedCoordinate.Reading> readings = wide.read("X=2692000 Y=500000");

        assertThat(readings).extracting(reading -> Math.round(reading.lon())).containsExactly(105L, 108L, 111L, 114L);
        assertThat(readings)
                .filteredOn(reading -> Math.round(reading.lon()) == 111)
                .singleElement()
                .satisfies(reading ->
                        assertThat(reading.systems()).containsExactly(Crs.zone(37, 3, false), Crs.zone(19, 6, false)));
        assertThat(readings)
                .filteredOn(reading -> Math.round(reading.lon()) == 108)
                .singleElement()
                .satisfies(reading -> assertThat(reading.systems()).containsExactly(Crs.zone(36, 3, false)));
    }

    /** 109.41° E, 24.33° N: x = 6378137 × 109.41 π / 180, y by the Mercator formula. */
    @Test
    void webMercatorIsReadToo() {
        double x = 6378137 * Math.toRadians(109.41);
        double y = 6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(24.33) / 2));

        TypedCoordinate.Reading reading = liuzhou.read(String.format(java.util.Locale.ROOT, "%.4f %.4f", x, y))
                .getFirst();

        assertThat(reading.systems()).contains(Crs.WEB_MERCATOR);
        assertThat(reading.lon()).isEqualTo(109.41, within(1e-8));
        assertThat(reading.lat()).isEqualTo(24.33, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"穿山镇", "450206109", "109.41", "109 24 33", "r-12345678", "12345 1", "109°75′ 24°19′", "DK-01 24"
            })
    void whatIsNoPairOfCoordinatesIsNotReadAsOne(String typed) {
        assertThat(liuzhou.read(typed)).isEmpty();
    }
}
