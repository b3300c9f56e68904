package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.engine.layer.Ground.at;
import static org.cuntu.engine.layer.Ground.both;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.withHole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The witness is JTS: what is proven must be valid, and of valid shapes without touching rings nearly all must be proven. */
class SurelyValidTest {
    private static final Origin ORIGIN = new Origin(109_000_000_000L, 24_000_000_000L);

    private final Steps steps = new Steps();
    private final SurelyValid proof = new SurelyValid();

    private boolean proves(Geometry shape) {
        return proves(FlatRings.asDelivered(shape));
    }

    private boolean proves(FlatRings rings) {
        return SurelyValid.areRings(rings) && steps.fill(rings.turned(), ORIGIN) && proof.proves(rings, steps);
    }

    @Test
    void plainShapesAreProven() {
        assertThat(proves(box(0, 0, 5, 5))).isTrue();
        assertThat(proves(polygon(0, 0, 5, 0, 0.5, 0.5))).isTrue();
        assertThat(proves(polygon(0, 0, 1, 0, 2, 0, 3, 0, 3, 3, 0, 3, 0, 2, 0, 1)))
                .isTrue();
        assertThat(proves(withHole(box(0, 0, 9, 9), box(2, 2, 3, 4)))).isTrue();
        assertThat(proves(both(box(0, 0, 1, 1), box(2, 0, 3, 1)))).isTrue();
    }

    @Test
    void whichWayARingRunsDoesNotMatter() {
        assertThat(proves(withHole(box(0, 0, 9, 9).reverse(), box(2, 2, 3, 4).reverse())))
                .isTrue();
    }

    static Stream<Geometry> invalid() {
        return Stream.of(
                polygon(0, 0, 4, 4, 4, 0, 0, 4),
                polygon(0, 0, 5, 0, 2, 0),
                polygon(0, 0, 5, 0, 9, 0, 5, 0, 5, 5, 0, 5),
                polygon(0, 0, 5, 0, 5, 5, 2, 0, 0, 5),
                polygon(0, 0, 5, 0, 5, 5, 2, -1, 0, 5),
                polygon(0, 0, 5, 0, 5, 5, 5, 0, 0, 5),
                both(box(0, 0, 5, 5), box(0, 0, 5, 5)),
                both(box(0, 0, 5, 5), box(3, 0, 8, 5)),
                both(box(0, 0, 9, 9), box(3, 3, 5, 5)),
                both(box(3, 3, 5, 5), box(0, 0, 9, 9)),
                withHole(box(0, 0, 5, 5), box(7, 7, 8, 8)),
                withHole(box(2, 2, 3, 3), box(0, 0, 5, 5)),
                withHole(box(0, 0, 5, 5), box(3, 3, 8, 4)),
                withHoles(box(0, 0, 9, 9), box(1, 1, 5, 5), box(2, 2, 3, 3)),
                withHoles(box(0, 0, 9, 9), box(2, 2, 3, 3), box(1, 1, 5, 5)),
                withHoles(box(0, 0, 9, 9), box(1, 1, 5, 5), box(1, 1, 5, 5)));
    }

    private static Polygon withHoles(Polygon shell, Polygon... holes) {
        return Ground.JTS.createPolygon(
                shell.getExteriorRing(),
                Arrays.stream(holes).map(Polygon::getExteriorRing).toArray(LinearRing[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void invalidShapesAreNot(Geometry shape) {
        assertThat(new IsValidOp(shape).isValid()).isFalse();
        assertThat(proves(shape)).isFalse();
    }

    @Test
    void neitherAreRingsThatDoNotCloseOrAreNowhere() {
        assertThat(proves(rings(109, 24, 109.1, 24, 109.1, 24.1, 109, 24))).isTrue();
        assertThat(proves(rings(109, 24, 109.1, 24, 109.1, 24.1, 109, 24.1))).isFalse();
        assertThat(proves(rings(109, 24, 109.1, 24, 109, 24))).isFalse();
        assertThat(proves(rings(109, 24, 109.1, Double.NaN, 109.1, 24.1, 109, 24)))
                .isFalse();
        assertThat(proves(rings(Double.NaN, 24, 109.1, 24, 109.1, 24.1, Double.NaN, 24)))
                .isFalse();
        assertThat(proves(rings(109, 24, Double.POSITIVE_INFINITY, 24, 109.1, 24.1, 109, 24)))
                .isFalse();
        assertThat(proves(rings(179.9, 24, 180.1, 24, 180.1, 24.1, 179.9, 24))).isFalse();
        assertThat(proves(new FlatRings(new double[0][], new boolean[0]))).isFalse();
    }

    private static FlatRings rings(double... ring) {
        return new FlatRings(new double[][] {ring}, new boolean[] {true});
    }

    /** On a grid so coarse that most shapes touch or cross themselves: six thousand shapes, of which some hundred are valid. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void nothingInvalidIsProvenOnACoarseGrid(long seed) {
        Random random = new Random(seed);
        int proven = 0;
        for (int i = 0; i < 20_000; i++) {
            Geometry shape = coarse(random);
            if (!proves(shape)) continue;
            proven++;
            assertThat(new IsValidOp(shape).isValid()).as(shape::toText).isTrue();
        }
        assertThat(proven).isGreaterThan(500);
    }

    private static Geometry coarse(Random random) {
        int cells = 3 + random.nextInt(6);
        Polygon one = Ground.JTS.createPolygon(coarseRing(random, cells));
        return switch (random.nextInt(4)) {
            case 0 ->
                Ground.JTS.createPolygon(
                        box(-1, -1, cells + 1, cells + 1).getExteriorRing(),
                        new LinearRing[] {coarseRing(random, cells), coarseRing(random, cells)});
            case 1 -> both(one, Ground.JTS.createPolygon(coarseRing(random, cells)));
            default -> one;
        };
    }

    private static LinearRing coarseRing(Random random, int cells) {
        double[] xy = new double[2 * (3 + random.nextInt(5))];
        for (int k = 0; k < xy.length; k++) xy[k] = random.nextInt(cells + 1);
        return Ground.ring(xy);
    }

    /** Crooked rings, some with one corner moved anywhere; beyond 24 runs and 500 points the tree looks for crossings. */
    @ParameterizedTest(name = "{0} corners")
    @ValueSource(ints = {3, 7, 20, 66, 300, 2_000})
    void crookedRingsAreProvenWhenJtsFindsThemValidAndOnlyThen(int corners) {
        Random random = new Random(corners);
        int valid = 0;
        int proven = 0;
        for (int i = 0; i < 60_000 / corners + 20; i++) {
            Geometry shape = crooked(random, corners, i % 3 == 0, i % 2 == 0);
            boolean is = new IsValidOp(shape).isValid();
            boolean found = proves(shape);
            if (found) assertThat(is).as(shape::toText).isTrue();
            if (is) valid++;
            if (found) proven++;
        }
        assertThat(proven).isGreaterThanOrEqualTo((int) (0.98 * valid));
        assertThat(valid).isPositive();
    }

    private static Geometry crooked(Random random, int corners, boolean spoilt, boolean onGrid) {
        List<Coordinate> ring = new ArrayList<>();
        for (int k = 0; k < corners; k++) {
            double angle = 2 * StrictMath.PI * k / corners;
            double radius = 5 + 0.3 * random.nextDouble();
            ring.add(at(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)));
        }
        if (spoilt) ring.set(random.nextInt(corners), at(14 * random.nextDouble() - 7, 14 * random.nextDouble() - 7));
        if (onGrid)
            ring.replaceAll(c -> new Coordinate(StrictMath.rint(c.x * 1e9) / 1e9, StrictMath.rint(c.y * 1e9) / 1e9));
        ring.add(ring.getFirst().copy());
        return Ground.JTS.createPolygon(ring.toArray(Coordinate[]::new));
    }

    @Test
    void cornersMovedByOneNanodegreeAreTold() {
        // a corner on the opposite edge, one step before it, and one step beyond it
        assertThat(proves(notch(0))).isFalse();
        assertThat(proves(notch(1))).isTrue();
        assertThat(proves(notch(-1))).isFalse();
        assertThat(new IsValidOp(notch(1)).isValid()).isTrue();
        assertThat(new IsValidOp(notch(-1)).isValid()).isFalse();
    }

    private static Geometry notch(int nanodegrees) {
        Coordinate tip = new Coordinate(109.002, (24_000_000_000L + nanodegrees) / 1e9);
        return Ground.JTS.createPolygon(new Coordinate[] {at(0, 0), at(5, 0), at(5, 5), tip, at(0, 5), at(0, 0)});
    }
}
