package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.cuntu.engine.layer.FlatShape;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * A million pairs of shapes on which everything coincides, against two witnesses: JTS's robust overlay, and whole-number fractions
 * where nothing can be nearly so. A sample of them by default; all with {@code -Dcuntu.robust.pairs=1000000}.
 */
class RobustPairsTest {
    private static final int PAIRS = Integer.getInteger("cuntu.robust.pairs", 20_000);
    /** Pairs made of the shapes of one seed. */
    private static final int A_SEED = 2_000;
    /** 2⁻¹⁰ of a degree is about 100 m. */
    private static final double CELL = 0x1p-10;

    /** A fifth of what the contract allows. */
    private static final double LITTLE = 2e-10;

    /** For any doubles near there: they are whole numbers of this cell. */
    private static final ExactOracle EXACT = new ExactOracle(109.4, 24.3, 0x1p-49);

    private final ShapePair pair = new ShapePair();

    private interface Check {
        void agree(Geometry first, Geometry second, String what);
    }

    private static void run(int pairs, long seed, java.util.function.LongFunction<List<Geometry>> pool, Check check) {
        for (int done = 0; done < pairs; done += A_SEED) {
            long now = seed + done / A_SEED;
            List<Geometry> shapes = pool.apply(now);
            Random random = new Random(now);
            for (int i = 0; i < Math.min(A_SEED, pairs - done); i++) {
                Geometry first = shapes.get(random.nextInt(shapes.size()));
                Geometry second = shapes.get(random.nextInt(shapes.size()));
                check.agree(first, second, "seed " + now + " pair " + i + ": " + first + " and " + second);
            }
        }
    }

    @Test
    void validShapesOnTheGridAgainstFractions() {
        ExactOracle oracle = new ExactOracle(109.5 - 8 * CELL, 24, CELL);
        run(
                PAIRS / 4,
                1_000,
                seed -> new PairShapes(seed, 109.5 - 8 * CELL, 24, CELL, 16).validOnGrid(150),
                (first, second, what) -> {
                    FlatShape p = FlatShape.of(first);
                    FlatShape s = FlatShape.of(second);
                    double area = oracle.common(p, s);
                    pair.cut(p, s);
                    assertThat(pair.integral()).as(what).isCloseTo(area, within(LITTLE * area + 4e-7));
                    assertThat(pair.meets())
                            .as(what)
                            .isEqualTo(RelateNG.relate(first, second, RelatePredicate.intersects()));
                    PairCut site = new PairCut(Site.of(second));
                    site.cut(p);
                    assertThat(site.integral()).as(what).isCloseTo(area, within(LITTLE * area + 4e-7));
                });
    }

    @Test
    void ringsThatCrossThemselvesAgainstFractions() {
        ExactOracle oracle = new ExactOracle(109, 24, CELL);
        run(PAIRS / 4, 2_000, seed -> new PairShapes(seed, 109, 24, CELL, 8).any(150), (first, second, what) -> {
            FlatShape p = FlatShape.of(first);
            FlatShape s = FlatShape.of(second);
            double area = oracle.common(p, s);
            pair.cut(p, s);
            if (!pair.firstWithin() && !pair.secondWithin()) area = Math.max(0, area);
            assertThat(pair.integral()).as(what).isCloseTo(area, within(LITTLE * area + 4e-7));
        });
    }

    @Test
    void validShapesOffTheGridAgainstJts() {
        run(
                PAIRS / 4,
                3_000,
                seed -> new PairShapes(seed, 109.4321, 24.3217, 0.000123, 7).valid(100),
                this::agreesWithJts);
    }

    @Test
    void sliversAgainstJts() {
        run(
                PAIRS / 4,
                4_000,
                seed -> {
                    PairShapes shapes = new PairShapes(seed, 109.4321, 24.3217, 0.000123, 7);
                    List<Geometry> all = shapes.valid(20);
                    for (double most : new double[] {1e-13, 1e-12, 1e-11, 1e-9, 1e-7})
                        for (int i = 0; i < 20; i++) {
                            Geometry near = shapes.nudged(all.get(i), most);
                            if (near.isValid()) all.add(near);
                        }
                    return all;
                },
                this::agreesWithJts);
    }

    /** JTS snaps what it cannot node; where it then differs the exact witness decides. */
    private void agreesWithJts(Geometry first, Geometry second, String what) {
        FlatShape p = FlatShape.of(first);
        FlatShape s = FlatShape.of(second);
        pair.cut(p, s);
        PairCut site = new PairCut(Site.of(second));
        site.cut(p);
        double area = JtsOracle.common(first, second);
        double worst = Math.max(Math.abs(pair.integral() - area), Math.abs(site.integral() - area));
        if (worst > 1e-9 * area + 2e-6) area = EXACT.common(p, s);
        assertThat(pair.integral()).as(what).isCloseTo(area, within(1e-9 * area + 2e-6));
        assertThat(site.integral()).as(what).isCloseTo(area, within(1e-9 * area + 2e-6));
    }
}
