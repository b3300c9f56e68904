package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapes in metres from a corner at 36,640,000 E, 2,690,000 N in zone 36. */
class ShapeCheckTest {
    private static final Crs ZONE_36 = Crs.zone(36, 3, true);

    @Test
    void squareIsSound() {
        assertThat(found("POLYGON((0 0,100 0,100 100,0 100,0 0))")).isEmpty();
    }

    @Test
    void squareWithHoleIsSound() {
        assertThat(found("POLYGON((0 0,100 0,100 100,0 100,0 0),(20 20,40 20,40 40,20 40,20 20))"))
                .isEmpty();
    }

    @Test
    void figureEightIsRefusedWhereItCrosses() {
        assertThat(found("POLYGON((0 0,100 100,100 0,0 100,0 0))"))
                .containsExactly("REFUSED shape.crosses-itself ring 1, (36640050, 2690050)");
    }

    @Test
    void boundaryThatPassesAPointTwiceIsRefused() {
        assertThat(found("POLYGON((0 0,50 50,100 0,100 100,50 50,0 100,0 0))"))
                .containsExactly("REFUSED shape.touches-itself ring 1, (36640050, 2690050)");
    }

    @Test
    void aHoleWithoutPointsIsNamed() {
        assertThat(found("POLYGON((0 0,100 0,100 100,0 100,0 0),EMPTY)"))
                .containsExactly("REFUSED shape.too-few-points ring 2");
    }

    @Test
    void twoPointsMakeNoArea() {
        assertThat(found("POLYGON((0 0,100 0,0 0,0 0))"))
                .containsExactly("REFUSED shape.too-few-points ring 1, (36640000, 2690000)");
    }

    @Test
    void pointWithinAMillimetreOfTheNextIsRefused() {
        assertThat(found("POLYGON((0 0,100 0,100 0.0005,100 100,0 100,0 0))"))
                .containsExactly("REFUSED shape.point-twice ring 1, point 2, (36640100, 2690000)");
    }

    @Test
    void spikeBelowOneDegreeIsAWarning() {
        assertThat(found("POLYGON((0 0,100 0,100 50,300 50.5,100 51,100 100,0 100,0 0))"))
                .containsExactly("WARNING shape.spike ring 1, point 4, (36640300, 2690050.5)");
    }

    @Test
    void holeOutsideItsShellIsRefused() {
        assertThat(found("POLYGON((0 0,100 0,100 100,0 100,0 0),(200 0,250 0,250 50,200 0))"))
                .singleElement()
                .asString()
                .startsWith("REFUSED shape.hole-outside");
    }

    @Test
    void holeThatCrossesItsShellIsRefused() {
        assertThat(found("POLYGON((0 0,100 0,100 100,0 100,0 0),(50 50,150 50,150 60,50 60,50 50))"))
                .singleElement()
                .asString()
                .startsWith("REFUSED shape.rings-cross");
    }

    @Test
    void lessThanASquareMetreIsRefused() {
        assertThat(found("POLYGON((0 0,0.9 0,0.9 0.9,0 0.9,0 0))"))
                .singleElement()
                .asString()
                .startsWith("REFUSED shape.too-small");
    }

    @Test
    void eastingOfAnotherZoneNamesTheZoneThatFits() {
        Problem problem = check(Crs.zone(37, 3, true), at("POLYGON((0 0,100 0,100 100,0 0))", 36_640_000, 2_690_000))
                .getFirst();
        assertThat(problem.code()).isEqualTo("shape.wrong-zone");
        assertThat(problem.args()).containsEntry("fits", "EPSG:4524").containsEntry("fitsZone", "36");
        assertThat(problem.what(Locale.CHINA)).contains("EPSG:4524");
    }

    @Test
    void unprefixedEastingInAPrefixedZoneNamesTheSystemThatFits() {
        Problem problem = check(ZONE_36, at("POLYGON((0 0,100 0,100 100,0 0))", 640_000, 2_690_000))
                .getFirst();
        assertThat(problem.args()).containsEntry("fits", "EPSG:4545");
    }

    @Test
    void northingBeforeEastingIsSaid() {
        assertThat(check(ZONE_36, at("POLYGON((0 0,100 0,100 100,0 0))", 2_690_000, 36_640_000))
                        .getFirst()
                        .code())
                .isEqualTo("shape.axes-swapped");
    }

    @Test
    void latitudeBeforeLongitudeIsSaid() {
        assertThat(check(Crs.CGCS2000, at("POLYGON((0 0,.01 0,.01 .01,0 0))", 24.3, 109.4))
                        .getFirst()
                        .code())
                .isEqualTo("shape.axes-swapped");
    }

    @Test
    void aHoleInParisIsRefusedThoughThePlotLiesInTheCity() {
        String holed =
                "POLYGON((109.4 24.3,109.5 24.3,109.5 24.4,109.4 24.3),(2.3 48.8,2.31 48.8,2.31 48.81,2.3 48.8))";

        assertThat(check(Crs.CGCS2000, at(holed, 0, 0)).getFirst().code()).isEqualTo("shape.outside-china");
    }

    @Test
    void aPlotInParisIsRefused() {
        assertThat(check(Crs.CGCS2000, at("POLYGON((0 0,.01 0,.01 .01,0 0))", 2.3, 48.8))
                        .getFirst()
                        .code())
                .isEqualTo("shape.outside-china");
    }

    @Test
    void aPlotInGuangdongIsSound() {
        assertThat(check(Crs.CGCS2000, at("POLYGON((0 0,.01 0,.01 .01,0 0))", 113, 23)))
                .isEmpty();
    }

    private static List<String> found(String wkt) {
        return check(ZONE_36, at(wkt, 36_640_000, 2_690_000)).stream()
                .map(p -> p.severity() + " " + p.code() + " " + p.where(Locale.ENGLISH))
                .toList();
    }

    private static List<Problem> check(Crs crs, Geometry geometry) {
        return ShapeCheck.check(GeoShape.of(crs, geometry), Place.UNKNOWN);
    }

    private static Geometry at(String wkt, double x, double y) {
        try {
            return AffineTransformation.translationInstance(x, y).transform(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
