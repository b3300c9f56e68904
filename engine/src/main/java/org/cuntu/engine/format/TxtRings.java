package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.engine.format.PlotTxtFrame.Columns;
import org.cuntu.engine.geometry.ShapeCheck;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.locationtech.jts.geom.Coordinate;

/**
 * The rings of one TXT plot. A new ring number starts a ring, and so does a point after a ring has returned to its
 * start. Writers often leave out the closing point: such a ring is closed with a warning when the gap is no longer than
 * three times its longest edge. A closing point that bears the first point's name but lies elsewhere is refused.
 */
final class TxtRings {
    private static final double LONGEST_GAP = 3;
    private static final double METRES_PER_DEGREE = 111_000;

    private final Columns columns;
    private final boolean degrees;
    private final Place plot;
    private final Findings findings;

    TxtRings(Columns columns, boolean degrees, Place plot, Findings findings) {
        this.columns = columns;
        this.degrees = degrees || columns.degrees();
        this.plot = plot;
        this.findings = findings;
    }

    /** Points by ring, in the order of the file. */
    static List<List<RawPlot.Point>> split(List<RawPlot.Point> points) {
        List<List<RawPlot.Point>> rings = new ArrayList<>();
        List<RawPlot.Point> ring = new ArrayList<>();
        for (RawPlot.Point point : points) {
            boolean returned = ring.size() > 3 && same(ring.getFirst(), ring.getLast());
            if (!ring.isEmpty() && (returned || !ring.getFirst().ring().equals(point.ring()))) {
                rings.add(ring);
                ring = new ArrayList<>();
            }
            ring.add(point);
        }
        if (!ring.isEmpty()) rings.add(ring);
        return rings;
    }

    static boolean same(RawPlot.Point one, RawPlot.Point other) {
        return one.first() == other.first() && one.second() == other.second();
    }

    /** The rings, closed; those with a problem are left out. */
    List<Coordinate[]> close(List<RawPlot.Point> points) {
        List<Coordinate[]> closed = new ArrayList<>();
        int number = 0;
        for (List<RawPlot.Point> ring : split(points)) {
            int before = findings.count();
            List<Coordinate> open = open(ring, ++number);
            if (findings.count() > before) continue;
            Coordinate[] coordinates = new Coordinate[open.size() + 1];
            for (int i = 0; i < open.size(); i++) coordinates[i] = open.get(i);
            coordinates[open.size()] = open.getFirst().copy();
            closed.add(coordinates);
        }
        return closed;
    }

    private List<Coordinate> open(List<RawPlot.Point> ring, int number) {
        List<Coordinate> points = new ArrayList<>();
        for (RawPlot.Point point : ring) points.add(coordinate(point));
        RawPlot.Point first = ring.getFirst();
        RawPlot.Point last = ring.getLast();
        double gap = metres(points.getFirst(), points.getLast());
        boolean returns = ring.size() > 1 && gap < ShapeCheck.SAME_POINT;
        Place end = place(last, number);
        if (returns) points.removeLast();
        if (points.size() < 3 || points.stream().distinct().limit(3).count() < 3) {
            findings.add(Problem.refused(
                    "shape.too-few-points",
                    end,
                    "count",
                    points.stream().distinct().count()));
        } else if (!returns && closesByName(ring)) {
            findings.add(Problem.refused(
                    "format.txt.closing-wrong",
                    end,
                    "first",
                    first.line(),
                    "gap",
                    String.format(Locale.ROOT, "%.3f", gap)));
        } else if (!returns && gap > LONGEST_GAP * longest(points)) {
            findings.add(Problem.refused("shape.unclosed", end, "gap", String.format(Locale.ROOT, "%.2f", gap)));
        } else if (!returns) {
            findings.add(Problem.warning("format.txt.closed", end, "gap", String.format(Locale.ROOT, "%.2f", gap)));
        }
        return points;
    }

    private static boolean closesByName(List<RawPlot.Point> ring) {
        String name = ring.getFirst().name();
        if (name.isEmpty() || !ring.getLast().name().equals(name)) return false;
        return ring.stream().filter(p -> p.name().equals(name)).count() == 2;
    }

    private double longest(List<Coordinate> points) {
        double longest = 0;
        for (int i = 0; i + 1 < points.size(); i++)
            longest = StrictMath.max(longest, metres(points.get(i), points.get(i + 1)));
        return longest;
    }

    private double metres(Coordinate one, Coordinate other) {
        return one.distance(other) * (degrees ? METRES_PER_DEGREE : 1);
    }

    private Coordinate coordinate(RawPlot.Point point) {
        return columns.swapped()
                ? new Coordinate(point.first(), point.second())
                : new Coordinate(point.second(), point.first());
    }

    private Place place(RawPlot.Point point, int number) {
        Coordinate c = coordinate(point);
        return new Place(plot.file(), point.line(), plot.plot(), number, point.name(), new double[] {c.x, c.y});
    }
}
