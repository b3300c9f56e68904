package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Shapes of thousands of edges and a hundred kilometres, such as red lines and county outlines, against the JTS witness. */
class LargeShapesTest {
    private static LinearRing ragged(Random random, double x, double y, double radius, int edges) {
        Coordinate[] points = new Coordinate[edges + 1];
        for (int i = 0; i < edges; i++) {
            double angle = 2 * Math.PI * i / edges;
            double r = radius * (1 - 0.02 * random.nextDouble() - 0.2 * Math.abs(Math.sin(5 * angle)));
            points[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
        }
        points[edges] = points[0].copy();
        return Ground.JTS.createLinearRing(points);
    }

    /** An outline a hundred kilometres across with a hole of thirty. */
    private static Polygon redLine(Random random) {
        LinearRing hole = ragged(random, 109.5, 24.5, 0.15, 3000);
        return Ground.JTS.createPolygon(ragged(random, 109.5, 24.5, 0.5, 20_000), new LinearRing[] {hole});
    }

    private static void agree(Geometry site, Geometry feature, HeapShapes shape, String what) {
        PairCut pair = new PairCut(Site.of(site));
        pair.cut(FlatShape.of(shape, 0));
        double area = JtsOracle.common(site, feature);
        assertThat(pair.integral()).as(what).isCloseTo(area, within(1e-9 * area + 2e-6));
        outlineIsAsLarge(site, pair, what);
    }

    private static void outlineIsAsLarge(Geometry site, PairCut pair, String what) {
        Geometry outline = new Outline(Site.of(site)).of(pair);
        assertThat(outline.isValid()).as(what).isTrue();
        double drawn = outline.isEmpty() ? 0 : JtsOracle.integral(outline);
        assertThat(drawn).as(what).isCloseTo(pair.integral(), within(1e-9 * drawn + 2e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void smallSitesOnAHugeOutline(long seed) {
        Random random = new Random(seed);
        Polygon feature = redLine(random);
        HeapShapes shape = HeapShapes.of(feature);
        Coordinate[] outer = feature.getExteriorRing().getCoordinates();
        Coordinate[] inner = feature.getInteriorRingN(0).getCoordinates();
        for (int i = 0; i < 60; i++) {
            Coordinate on = i % 2 == 0 ? outer[random.nextInt(outer.length)] : inner[random.nextInt(inner.length)];
            Geometry site = Ground.JTS.createPolygon(ragged(random, on.x, on.y, 0.002, 20));
            agree(site, feature, shape, "seed " + seed + " site " + i);
        }
    }

    @Test
    void largeSiteWithManyEdgesOnAHugeOutline() {
        Random random = new Random(4);
        Polygon feature = redLine(random);
        for (double radius : new double[] {0.05, 0.2, 0.45}) {
            Geometry site = Ground.JTS.createPolygon(ragged(random, 109.7, 24.4, radius, 2000));
            agree(site, feature, HeapShapes.of(feature), "radius " + radius);
        }
    }

    @Test
    void hugeSiteOnSmallFeaturesFarFromItsMiddle() {
        Random random = new Random(5);
        Polygon site = redLine(random);
        Coordinate[] outer = site.getExteriorRing().getCoordinates();
        for (int i = 0; i < 60; i++) {
            Coordinate on = outer[random.nextInt(outer.length)];
            Geometry feature = Ground.JTS.createPolygon(ragged(random, on.x, on.y, 0.001, 40));
            agree(site, feature, HeapShapes.of(feature), "feature " + i);
        }
    }

    @Test
    void hugeOutlineTakenAsSiteIsItself() {
        Polygon feature = redLine(new Random(6));
        HeapShapes shape = HeapShapes.of(feature);
        PairCut pair = new PairCut(Site.of(feature));
        pair.cut(FlatShape.of(shape, 0));
        assertThat(pair.integral()).isCloseTo(shape.integral(0), within(2e-15 * shape.integral(0)));
    }

    @Test
    void windingRoundManyPointsIsThatOfTheFilledShape() {
        Random random = new Random(7);
        Polygon feature = redLine(random);
        HeapShapes shape = HeapShapes.of(feature);
        var locator = new org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator(feature);
        Envelope box = feature.getEnvelopeInternal();
        for (int i = 0; i < 20_000; i++) {
            double x = box.getMinX() + random.nextDouble() * box.getWidth();
            double y = box.getMinY() + random.nextDouble() * box.getHeight();
            int expected = locator.locate(new Coordinate(x, y)) == org.locationtech.jts.geom.Location.INTERIOR ? 1 : 0;
            assertThat(Winding.northEastOf(shape, 0, x, y)).isEqualTo(expected);
            assertThat(Winding.southWestOf(shape, 0, x, y)).isEqualTo(expected);
        }
    }
}
