package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.cuntu.engine.layer.FlatShape;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * A million pairs of shapes on which everything coincides, against two witnesses: JTS's robust overlay, and whole-number fractions
 * where nothing can be nearly so. A sample of them by default; all by {@code ./cuntu bench --exact 1000000}, which says {@code
 * -Dcuntu.robust.pairs}, begins at {@code -Dcuntu.robust.from} and has a line for each two thousand pairs of a family written to {@code
 * -Dcuntu.robust.report}.
 */
class RobustPairsTest {
    private static final int FAMILIES = 5;
    private static final int PAIRS = Integer.getInteger("cuntu.robust.pairs", 20_000) / FAMILIES;
    private static final int FROM = Integer.getInteger("cuntu.robust.from", 0) / FAMILIES;
    private static final String REPORT = System.getProperty("cuntu.robust.report", "");
    /** Pairs made of the shapes of one seed. */
    private static final int A_SEED = 2_000;
    /** 2⁻¹⁰ of a degree is about 100 m. */
    private static final double CELL = 0x1p-10;

    /** Of what the contract allows: whole-number fractions have no error of their own. */
    private static final double A_FIFTH = 0.2;

    /** For any doubles near there: they are whole numbers of this cell. */
    private static final ExactOracle EXACT = new ExactOracle(109.4, 24.3, 0x1p-49);

    private final ShapePair pair = new ShapePair();

    private interface Check {
        void agree(Geometry first, Geometry second, Tally tally, String what);
    }

    private static Tally run(String family, long seed, LongFunction<List<Geometry>> pool, Check check) {
        Tally tally = new Tally(family);
        for (int done = FROM - FROM % A_SEED; done < FROM + PAIRS; done += A_SEED) {
            long now = seed + done / A_SEED;
            List<Geometry> shapes = pool.apply(now);
            Random random = new Random(now);
            for (int i = 0; i < Math.min(A_SEED, FROM + PAIRS - done); i++) {
                Geometry first = shapes.get(random.nextInt(shapes.size()));
                Geometry second = shapes.get(random.nextInt(shapes.size()));
                check.agree(first, second, tally, "seed " + now + " pair " + i + ": " + first + " and " + second);
            }
            report("up to pair " + Math.min(done + A_SEED, FROM + PAIRS) * FAMILIES + ": " + tally);
        }
        report("done: " + tally);
        return tally;
    }

    private static void report(String line) {
        if (REPORT.isEmpty()) return;
        try {
            Files.writeString(Path.of(REPORT), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void validShapesOnTheGridAgainstFractions() {
        ExactOracle oracle = new ExactOracle(109.5 - 8 * CELL, 24, CELL);
        Tally tally = run(
                "on a grid, against fractions",
                1_000_000,
                seed -> new PairShapes(seed, 109.5 - 8 * CELL, 24, CELL, 16).validOnGrid(150),
                (first, second, sums, what) -> {
                    FlatShape p = FlatShape.of(first);
                    FlatShape s = FlatShape.of(second);
                    double area = oracle.common(p, s);
                    pair.cut(p, s);
                    sums.area(pair.integral(), area, what);
                    assertThat(pair.meets())
                            .as(what)
                            .isEqualTo(RelateNG.relate(first, second, RelatePredicate.intersects()));
                    Site site = Site.of(second);
                    PairCut cut = new PairCut(site);
                    cut.cut(p);
                    sums.area(cut.integral(), area, what);
                    sums.outline(site, cut, OverlayNGRobust.overlay(first, second, OverlayNG.INTERSECTION), what);
                });
        assertThat(tally.worstShare()).isLessThanOrEqualTo(A_FIFTH);
        assertThat(tally.outlinesByJts()).isZero();
    }

    @Test
    void ringsThatCrossThemselvesAgainstFractions() {
        ExactOracle oracle = new ExactOracle(109, 24, CELL);
        Tally tally = run(
                "rings that cross themselves, against fractions",
                2_000_000,
                seed -> new PairShapes(seed, 109, 24, CELL, 8).any(150),
                (first, second, sums, what) -> {
                    FlatShape p = FlatShape.of(first);
                    FlatShape s = FlatShape.of(second);
                    double area = oracle.common(p, s);
                    pair.cut(p, s);
                    if (!pair.firstWithin() && !pair.secondWithin()) area = Math.max(0, area);
                    sums.area(pair.integral(), area, what);
                });
        assertThat(tally.worstShare()).isLessThanOrEqualTo(A_FIFTH);
    }

    @Test
    void validShapesOffTheGridAgainstJts() {
        Tally tally = run(
                "corners that lie on edges but for rounding, against JTS",
                3_000_000,
                seed -> new PairShapes(seed, 109.4321, 24.3217, 0.000123, 7).valid(100),
                this::agreesWithJts);
        // the hardest there are: nearly every corner is within 1e-14° of an edge
        assertThat(tally.outlinesByJts()).as("of %d outlines", tally.outlines()).isLessThanOrEqualTo(few(tally, 1e-3));
    }

    @Test
    void sliversAgainstJts() {
        Tally tally = run(
                "slivers, against JTS",
                4_000_000,
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
        assertThat(tally.outlinesByJts()).as("of %d outlines", tally.outlines()).isLessThanOrEqualTo(few(tally, 1e-3));
    }

    @Test
    void shapesThatHaveNothingToDoWithOneAnotherAgainstJts() {
        Tally tally = run(
                "free shapes, against JTS",
                5_000_000,
                seed -> new PairShapes(seed, 109.4321, 24.3217, 0.0017, 7).free(100),
                this::agreesWithJts);
        assertThat(tally.outlinesByJts()).as("of %d outlines", tally.outlines()).isLessThanOrEqualTo(few(tally, 1e-5));
    }

    private static long few(Tally tally, double share) {
        return (long) (share * tally.outlines());
    }

    /** JTS snaps what it cannot node; where it then differs the exact witness decides. */
    private void agreesWithJts(Geometry first, Geometry second, Tally tally, String what) {
        FlatShape p = FlatShape.of(first);
        pair.cut(p, FlatShape.of(second));
        Site site = Site.of(second);
        PairCut cut = new PairCut(site);
        cut.cut(p);
        Geometry jts = OverlayNGRobust.overlay(first, second, OverlayNG.INTERSECTION);
        double area = JtsOracle.integral(jts);
        double worst = Math.max(Math.abs(pair.integral() - area), Math.abs(cut.integral() - area));
        if (worst > 1e-9 * area + 2e-6) {
            area = EXACT.common(p, FlatShape.of(second));
            tally.jtsWasWrong();
            jts = null;
        }
        tally.area(pair.integral(), area, what);
        tally.area(cut.integral(), area, what);
        tally.outline(site, cut, jts, what);
    }

    @Test
    void witnessesAgreeOnATriangle() {
        ExactOracle oracle = new ExactOracle(109, 24, CELL);
        Geometry triangle = new PairShapes(1, 109, 24, CELL, 8).validOnGrid(1).getFirst();
        assertThat(oracle.common(FlatShape.of(triangle), FlatShape.of(triangle)))
                .isCloseTo(JtsOracle.integral(triangle), within(1e-6));
    }
}
