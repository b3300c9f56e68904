package org.cuntu.engine.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Rings drawn in whole units, y down, exteriors clockwise on the screen; JTS is the witness of what is valid. */
class RingMenderTest {
    private final Rings rings = new Rings();
    private final EdgeContacts contacts = new EdgeContacts();

    /** Adds a ring in the order in which it is written. */
    private void ring(boolean shell, int... xy) {
        int n = xy.length / 2;
        int[] x = new int[n];
        int[] y = new int[n];
        for (int i = 0; i < n; i++) {
            x[i] = xy[2 * ((n - i) % n)];
            y[i] = xy[2 * ((n - i) % n) + 1];
        }
        rings.addTurned(x, y, n, shell);
    }

    private boolean proven() {
        return new RingCheck(contacts).proves(rings);
    }

    private String mended() {
        RingMender.mend(rings, contacts);
        List<String> parts = new ArrayList<>();
        for (int ring = 0; ring < rings.count(); ring++) {
            List<String> points = new ArrayList<>();
            for (int i = rings.start(ring); i < rings.last(ring); i++) points.add(rings.x[i] + " " + rings.y[i]);
            parts.add((rings.isShell(ring) ? "" : "hole ") + String.join(", ", points));
        }
        return String.join(" | ", parts);
    }

    private Geometry geometry() {
        List<Polygon> polygons = new ArrayList<>();
        for (int from = 0, to; from < rings.count(); from = to) {
            for (to = from + 1; to < rings.count() && !rings.isShell(to); ) to++;
            LinearRing[] holes = new LinearRing[to - from - 1];
            for (int i = 0; i < holes.length; i++) holes[i] = linear(from + 1 + i);
            polygons.add(TilePaper.JTS.createPolygon(linear(from), holes));
        }
        return TilePaper.JTS.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private LinearRing linear(int ring) {
        int start = rings.start(ring);
        Coordinate[] points = new Coordinate[rings.last(ring) - start + 1];
        for (int i = 0; i < points.length; i++) points[i] = new Coordinate(rings.x[start + i], rings.y[start + i]);
        return TilePaper.JTS.createLinearRing(points);
    }

    @Test
    void aSquareIsProvenAsItIs() {
        ring(true, 0, 0, 10, 0, 10, 10, 0, 10);
        assertThat(proven()).isTrue();
    }

    @Test
    void aHoleOutsideItsExteriorIsNotProven() {
        ring(true, 0, 0, 10, 0, 10, 10, 0, 10);
        ring(false, 20, 0, 20, 5, 25, 5);
        assertThat(proven()).isFalse();
        assertThat(mended()).isEqualTo("0 0, 10 0, 10 10, 0 10");
    }

    @Test
    void anIslandInAHoleIsProven() {
        ring(true, 0, 0, 30, 0, 30, 30, 0, 30);
        ring(false, 10, 10, 10, 20, 20, 20, 20, 10);
        ring(true, 13, 13, 16, 13, 16, 16);
        assertThat(proven()).isTrue();
    }

    @Test
    void twoRoomsThatTouchInACornerBecomeTwoPolygons() {
        ring(true, 0, 0, 10, 0, 10, 10, 20, 10, 20, 20, 10, 20, 10, 10, 0, 10);
        assertThat(proven()).isFalse();
        assertThat(mended()).isEqualTo("0 0, 10 0, 10 10, 0 10 | 10 10, 20 10, 20 20, 10 20");
    }

    @Test
    void aNeckThatCollapsedToALineIsGone() {
        ring(true, 0, 0, 10, 0, 10, 5, 20, 5, 20, 0, 30, 0, 30, 10, 20, 10, 20, 5, 10, 5, 10, 10, 0, 10);
        assertThat(mended()).isEqualTo("0 0, 10 0, 10 10, 0 10 | 20 0, 30 0, 30 10, 20 10");
    }

    @Test
    void aLakeThatTouchesTheShoreInAPointIsAHole() {
        ring(true, 0, 0, 20, 0, 20, 20, 10, 20, 15, 10, 10, 5, 5, 10, 10, 20, 0, 20);
        assertThat(mended()).isEqualTo("0 0, 20 0, 20 20, 0 20 | hole 10 20, 15 10, 10 5, 5 10");
    }

    @Test
    void aHoleThatTouchesTheExteriorTwiceCutsItInTwo() {
        ring(true, 0, 0, 20, 0, 20, 20, 0, 20);
        ring(false, 10, 0, 5, 10, 10, 20, 15, 10);
        assertThat(mended()).isEqualTo("0 0, 10 0, 5 10, 10 20, 0 20 | 10 0, 20 0, 20 20, 10 20, 15 10");
    }

    @Test
    void aHoleAlongTheExteriorIsABay() {
        ring(true, 0, 0, 20, 0, 20, 20, 0, 20);
        ring(false, 5, 0, 5, 8, 15, 8, 15, 0);
        assertThat(mended()).isEqualTo("0 0, 5 0, 5 8, 15 8, 15 0, 20 0, 20 20, 0 20");
    }

    /** The two lines cross at (5, 5); the right wing runs the wrong way round. */
    @Test
    void theWingOfABowTieThatIsInsideOutIsLeftToTheNeighbours() {
        ring(true, 0, 0, 10, 10, 10, 0, 0, 10);
        assertThat(mended()).isEqualTo("0 0, 5 5, 0 10");
    }

    @Test
    void whatIsInsideOutIsNothing() {
        ring(true, 0, 0, 0, 10, 10, 10, 10, 0);
        assertThat(mended()).isEmpty();
    }

    @Test
    void partsThatOverlapBecomeOne() {
        ring(true, 0, 0, 10, 0, 10, 10, 0, 10);
        ring(true, 5, 0, 15, 0, 15, 10, 5, 10);
        assertThat(proven()).isFalse();
        assertThat(mended()).isEqualTo("0 0, 15 0, 15 10, 0 10");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 12, 30, 200})
    void whateverTheRingsTheGroundIsValidAndKeepsItsArea(int grid) {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(1000L * grid + seed);
            rings.clear();
            List<int[]> drawn = new ArrayList<>();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                int[] xy = new int[2 * (3 + random.nextInt(grid < 30 ? 12 : 40))];
                for (int k = 0; k < xy.length; k++) xy[k] = random.nextInt(grid);
                ring(random.nextBoolean(), xy);
                drawn.add(xy);
            }
            boolean proven = proven();
            String what = "grid " + grid + " seed " + seed;
            if (proven) assertThat(IsValidOp.isValid(geometry())).as(what).isTrue();
            RingMender.mend(rings, contacts);
            assertThat(new IsValidOp(geometry()).getValidationError()).as(what).isNull();
            double length = drawn.stream().mapToDouble(RingMenderTest::length).sum();
            assertThat(geometry().getArea()).as(what).isCloseTo(ground(drawn, grid), within(0.6 * length + 1));
        }
    }

    private static double length(int[] xy) {
        double sum = 0;
        for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2)
            sum += Math.hypot(xy[i] - xy[j], xy[i + 1] - xy[j + 1]);
        return sum;
    }

    /** The ground wound round clockwise more often than not, counted on a fine grid. */
    private static double ground(List<int[]> drawn, int grid) {
        double step = grid / 48.0;
        int hits = 0;
        for (double x = step / 2.02; x < grid; x += step)
            for (double y = step / 2.03; y < grid; y += step) {
                int turns = 0;
                for (int[] xy : drawn) turns += winding(xy, x, y);
                if (turns > 0) hits++;
            }
        return hits * step * step;
    }

    private static int winding(int[] xy, double px, double py) {
        int turns = 0;
        for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
            if (xy[j + 1] > py == xy[i + 1] > py) continue;
            double x = xy[j] + (py - xy[j + 1]) * (xy[i] - xy[j]) / (xy[i + 1] - xy[j + 1]);
            if (x > px) turns += xy[i + 1] > xy[j + 1] ? 1 : -1;
        }
        return turns;
    }
}
