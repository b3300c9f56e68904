package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/** Pairs of random shapes on a grid of few points, where nearly everything coincides with something. */
class SmallGridOverlayTest {
    private static Geometry shape(Random random, double originX, double originY, double cell) {
        while (true) {
            Geometry sum = triangle(random, originX, originY, cell);
            for (int i = random.nextInt(4); i > 0; i--) {
                Geometry next = triangle(random, originX, originY, cell);
                int operation = random.nextBoolean() ? OverlayNG.UNION : OverlayNG.DIFFERENCE;
                sum = Union.polygonsOf(OverlayNGRobust.overlay(sum, next, operation), Ground.JTS);
            }
            if (sum instanceof Polygonal && sum.isValid() && !sum.isEmpty()) return sum;
        }
    }

    private static Geometry triangle(Random random, double originX, double originY, double cell) {
        Coordinate[] corners = new Coordinate[4];
        for (int i = 0; i < 3; i++)
            corners[i] = new Coordinate(originX + cell * random.nextInt(7), originY + cell * random.nextInt(7));
        corners[3] = corners[0].copy();
        Geometry triangle = Ground.JTS.createPolygon(corners);
        return triangle.getArea() > 0 ? triangle : triangle(random, originX, originY, cell);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onExactCoordinates(long seed) {
        agree(new Random(seed), 109, 24, 0x1p-10, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void onRoundedCoordinates(long seed) {
        agree(new Random(seed), 109.4321, 24.3217, 0.000123, seed);
    }

    private static void agree(Random random, double originX, double originY, double cell, long seed) {
        for (int i = 0; i < 250; i++) {
            Geometry drawn = shape(random, originX, originY, cell);
            Geometry feature = shape(random, originX, originY, cell);
            HeapShapes shape = HeapShapes.of(feature);
            PairCut pair = new PairCut(Site.of(drawn));
            pair.cut(FlatShape.of(shape, 0));
            double area = JtsOracle.common(drawn, feature);
            String what = "seed " + seed + " pair " + i + ": " + drawn + " and " + feature;
            assertThat(pair.integral()).as(what).isCloseTo(area, within(1e-9 * area + 2e-6));
            assertThat(pair.meets()).as(what).isEqualTo(RelateNG.relate(drawn, feature, RelatePredicate.intersects()));
        }
    }
}
