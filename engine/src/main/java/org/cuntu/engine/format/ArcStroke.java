package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Strokes circular arcs (SQL/MM CircularString) into chords that begin and end on the arc and lie nowhere farther from it
 * than the tolerance. An arc and its reverse give the same points, so that neighbours on both sides of it still coincide.
 */
final class ArcStroke {
    /** Of one arc, whatever its radius. */
    private static final int MOST_CHORDS = 100_000;

    private ArcStroke() {}

    /**
     * The points of a chain of arcs: start, middle, end, middle, end…
     *
     * @param control an odd number of points, at least three; fewer or an even number are taken as a line
     */
    static List<Coordinate> of(List<Coordinate> control, double tolerance, VertexBudget budget) {
        if (control.size() < 3 || control.size() % 2 == 0) return control;
        List<Coordinate> out = new ArrayList<>();
        out.add(control.getFirst());
        for (int i = 0; i + 2 < control.size(); i += 2) {
            List<Coordinate> inner = inner(control.get(i), control.get(i + 1), control.get(i + 2), tolerance);
            budget.add(inner.size());
            out.addAll(inner);
            out.add(control.get(i + 2));
        }
        return out;
    }

    /** Between start and end, both left out. */
    private static List<Coordinate> inner(Coordinate start, Coordinate middle, Coordinate end, double tolerance) {
        if (start.compareTo(end) > 0)
            return inner(end, middle, start, tolerance).reversed();
        if (start.equals2D(end)) return circle(start, middle, tolerance);
        double ax = middle.x - start.x;
        double ay = middle.y - start.y;
        double bx = end.x - start.x;
        double by = end.y - start.y;
        double cross = 2 * (ax * by - ay * bx);
        double a2 = ax * ax + ay * ay;
        double b2 = bx * bx + by * by;
        double cx = (by * a2 - ay * b2) / cross;
        double cy = (ax * b2 - bx * a2) / cross;
        double radius = StrictMath.sqrt(cx * cx + cy * cy);
        // a straight line, or so nearly one that its chord is near enough
        if (!Double.isFinite(radius) || straight(ax, ay, bx, by, b2, tolerance)) return List.of(middle);
        double from = StrictMath.atan2(-cy, -cx);
        double over = angle(from, StrictMath.atan2(ay - cy, ax - cx), cross);
        double to = angle(from, StrictMath.atan2(by - cy, bx - cx), cross);
        if (StrictMath.abs(over) > StrictMath.abs(to)) return List.of(middle);
        return points(start.x + cx, start.y + cy, radius, from, to, tolerance);
    }

    /** Whether the middle lies within a thousandth of the tolerance from the chord, between its ends. */
    private static boolean straight(double ax, double ay, double bx, double by, double b2, double tolerance) {
        double along = (ax * bx + ay * by) / b2;
        double off = StrictMath.abs(ax * by - ay * bx) / StrictMath.sqrt(b2);
        return along >= 0 && along <= 1 && off < tolerance / 1000;
    }

    /** A full circle: the middle point lies opposite the start. */
    private static List<Coordinate> circle(Coordinate start, Coordinate opposite, double tolerance) {
        double cx = (start.x + opposite.x) / 2;
        double cy = (start.y + opposite.y) / 2;
        double radius = StrictMath.hypot(start.x - cx, start.y - cy);
        if (radius == 0) return List.of();
        double from = StrictMath.atan2(start.y - cy, start.x - cx);
        return points(cx, cy, radius, from, 2 * StrictMath.PI, tolerance);
    }

    /** The turn from one direction to another, positive or negative as the arc turns. */
    private static double angle(double from, double to, double cross) {
        double turn = to - from;
        double full = 2 * StrictMath.PI;
        if (cross > 0 && turn < 0) return turn + full;
        if (cross < 0 && turn > 0) return turn - full;
        return turn;
    }

    private static List<Coordinate> points(
            double x, double y, double radius, double from, double turn, double tolerance) {
        // sagitta = r (1 - cos(step / 2)) = 2 r sin²(step / 4)
        double step = 4 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(tolerance / (2 * radius))));
        int chords = (int) StrictMath.clamp(StrictMath.ceil(StrictMath.abs(turn) / step), 3, MOST_CHORDS);
        List<Coordinate> points = new ArrayList<>(chords);
        for (int i = 1; i < chords; i++) {
            double at = from + turn * i / chords;
            points.add(new Coordinate(x + radius * StrictMath.cos(at), y + radius * StrictMath.sin(at)));
        }
        return points;
    }
}
