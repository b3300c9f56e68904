package org.cuntu.engine.overlay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.measure.FieldIntegral;

/**
 * The second witness, for shapes whose corners are whole numbers of a cell: every decision in fractions of whole numbers, so that
 * nothing can be nearly so. The plane is cut into upright strips at every corner and every crossing; in a strip no two edges cross,
 * they are put in order at its middle, and what lies between neighbours counts as often as both shapes wind round it. Shapes may
 * cross themselves, repeat points and rings, or turn the wrong way.
 */
final class ExactOracle {
    private final double west;
    private final double south;
    private final double cell;
    private final FieldIntegral field;

    /** @param cell a power of two, so that corners are exact */
    ExactOracle(double west, double south, double cell) {
        this.west = west;
        this.south = south;
        this.cell = cell;
        field = FieldIntegral.from(south);
    }

    /** An edge from left to right; run is +1 when the shape runs that way, −1 when it runs back. */
    private record Edge(BigInteger ax, BigInteger ay, BigInteger bx, BigInteger by, int run, boolean first) {
        BigInteger width() {
            return bx.subtract(ax);
        }

        BigInteger height() {
            return by.subtract(ay);
        }
    }

    /** A fraction of whole numbers with a positive denominator. */
    private record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
        static Fraction of(BigInteger over, BigInteger under) {
            return under.signum() < 0 ? new Fraction(over.negate(), under.negate()) : new Fraction(over, under);
        }

        static Fraction of(BigInteger whole) {
            return new Fraction(whole, BigInteger.ONE);
        }

        Fraction middle(Fraction other) {
            return of(
                    over.multiply(other.under).add(other.over.multiply(under)),
                    under.multiply(other.under).shiftLeft(1));
        }

        double value() {
            if (over.bitLength() < 53 && under.bitLength() < 53) return over.doubleValue() / under.doubleValue();
            return new BigDecimal(over)
                    .divide(new BigDecimal(under), MathContext.DECIMAL64)
                    .doubleValue();
        }

        @Override
        public int compareTo(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }

    /** F of the ground that both shapes wind round, times both windings. */
    double common(FlatShape first, FlatShape second) {
        List<Edge> edges = new ArrayList<>();
        edges(first, true, edges);
        edges(second, false, edges);
        TreeSet<Fraction> cuts = new TreeSet<>();
        for (Edge edge : edges) {
            cuts.add(Fraction.of(edge.ax));
            cuts.add(Fraction.of(edge.bx));
        }
        for (int i = 0; i < edges.size(); i++) for (int j = 0; j < i; j++) crossing(edges.get(i), edges.get(j), cuts);
        double sum = 0;
        Fraction from = null;
        for (Fraction to : cuts) {
            if (from != null) sum += strip(edges, from, to);
            from = to;
        }
        return sum;
    }

    private double strip(List<Edge> edges, Fraction from, Fraction to) {
        Fraction middle = from.middle(to);
        List<Edge> across = new ArrayList<>();
        for (Edge edge : edges)
            if (Fraction.of(edge.ax).compareTo(from) <= 0
                    && Fraction.of(edge.bx).compareTo(to) >= 0) across.add(edge);
        Fraction[] heights = across.stream().map(edge -> at(edge, middle)).toArray(Fraction[]::new);
        Integer[] order = new Integer[across.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> heights[i].compareTo(heights[j]));
        int windingFirst = 0;
        int windingSecond = 0;
        double sum = 0;
        for (int i = 0; i + 1 < order.length; i++) {
            Edge edge = across.get(order[i]);
            if (edge.first) windingFirst += edge.run;
            else windingSecond += edge.run;
            int times = windingFirst * windingSecond;
            if (times == 0 || heights[order[i]].compareTo(heights[order[i + 1]]) == 0) continue;
            sum += times * (under(edge, from, to) - under(across.get(order[i + 1]), from, to));
        }
        return sum;
    }

    /** The integral along a part of an edge. */
    private double under(Edge edge, Fraction from, Fraction to) {
        double low = at(edge, from).value();
        double high = at(edge, to).value();
        return field.part(south + cell * low, cell * (to.value() - from.value()), cell * (high - low));
    }

    private static Fraction at(Edge edge, Fraction x) {
        BigInteger along = x.over.subtract(edge.ax.multiply(x.under));
        BigInteger over = edge.ay
                .multiply(edge.width())
                .multiply(x.under)
                .add(edge.height().multiply(along));
        return Fraction.of(over, edge.width().multiply(x.under));
    }

    private static void crossing(Edge a, Edge b, TreeSet<Fraction> cuts) {
        if (a.bx.compareTo(b.ax) <= 0 || b.bx.compareTo(a.ax) <= 0) return;
        BigInteger cross = a.width().multiply(b.height()).subtract(a.height().multiply(b.width()));
        if (cross.signum() == 0) return;
        BigInteger over = b.ax.subtract(a.ax)
                .multiply(b.height())
                .subtract(b.ay.subtract(a.ay).multiply(b.width()));
        Fraction x = Fraction.of(a.ax.multiply(cross).add(over.multiply(a.width())), cross);
        if (x.compareTo(Fraction.of(a.ax.max(b.ax))) > 0 && x.compareTo(Fraction.of(a.bx.min(b.bx))) < 0) cuts.add(x);
    }

    private void edges(FlatShape shape, boolean first, List<Edge> to) {
        Shapes shapes = shape.shapes();
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++)
            for (int p = shapes.firstPoint(ring); p + 1 < shapes.firstPoint(ring + 1); p++) {
                BigInteger ax = whole(shapes.x(p) - west);
                BigInteger ay = whole(shapes.y(p) - south);
                BigInteger bx = whole(shapes.x(p + 1) - west);
                BigInteger by = whole(shapes.y(p + 1) - south);
                // seen upward, an edge that runs east has its shape above it
                if (ax.compareTo(bx) < 0) to.add(new Edge(ax, ay, bx, by, 1, first));
                if (ax.compareTo(bx) > 0) to.add(new Edge(bx, by, ax, ay, -1, first));
            }
    }

    private BigInteger whole(double degrees) {
        double cells = degrees / cell;
        if (cells != Math.rint(cells)) throw new IllegalArgumentException(degrees + " is no whole number of cells");
        return new BigDecimal(cells).toBigIntegerExact();
    }
}
