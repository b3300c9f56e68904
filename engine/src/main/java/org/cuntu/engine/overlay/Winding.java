package org.cuntu.engine.overlay;

import static org.cuntu.engine.layer.Shapes.CHUNK;
import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.GROUP;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.Shapes;

/**
 * How often a shape's rings run round a point: 1 inside a valid polygon, 0 outside. The edges east of the point are counted,
 * upward +1 and downward −1; the point counts as shifted by (+ε, +ε²), or by (−ε, −ε²), so that it is never on an edge
 * ({@link EdgeCrossing} says why).
 */
final class Winding {
    private final Shapes shapes;
    private final double x;
    private final double y;
    private final boolean northEast;

    private Winding(Shapes shapes, double x, double y, boolean northEast) {
        this.shapes = shapes;
        this.x = x;
        this.y = y;
        this.northEast = northEast;
    }

    /** Round a point shifted by (+ε, +ε²): a point of the site against a feature. */
    static int northEastOf(Shapes shapes, int shape, double x, double y) {
        return new Winding(shapes, x, y, true).round(shape);
    }

    /** Round a point shifted by (−ε, −ε²): a point of a feature against the site. */
    static int southWestOf(Shapes shapes, int shape, double x, double y) {
        return new Winding(shapes, x, y, false).round(shape);
    }

    static int of(Shapes shapes, int shape, double x, double y, boolean northEast) {
        return new Winding(shapes, x, y, northEast).round(shape);
    }

    /** As far as these groups make it: all that lie at the point's latitude and reach east of it have to be among them. */
    static int of(Shapes shapes, GroupList groups, double x, double y, boolean northEast) {
        Winding winding = new Winding(shapes, x, y, northEast);
        int sum = 0;
        for (int i = 0; i < groups.size(); i++) sum += winding.group(groups.ring(i), groups.group(i));
        return sum;
    }

    private int round(int shape) {
        if (!shapes.shapeMeets(shape, x, y, x, y)) return 0;
        int winding = 0;
        int end = shapes.firstRing(shape + 1);
        for (int ring = shapes.firstRing(shape); ring < end; ring++) winding += ring(ring);
        return winding;
    }

    private int ring(int ring) {
        int winding = 0;
        int endGroup = shapes.firstGroup(ring + 1);
        for (int group = shapes.firstGroup(ring); group < endGroup; group++) winding += group(ring, group);
        return winding;
    }

    private int group(int ring, int group) {
        if (isBeside(shapes.groupBox(group, SOUTH), shapes.groupBox(group, NORTH), shapes.groupBox(group, EAST)))
            return 0;
        int inRing = group - shapes.firstGroup(ring);
        int from = shapes.firstPoint(ring) + inRing * CHUNK * GROUP;
        int to = StrictMath.min(from + CHUNK * GROUP, shapes.firstPoint(ring + 1) - 1);
        if (shapes.groupBox(group, WEST) > x) return step(from, to);
        return chunks(shapes.firstChunk(ring) + inRing * GROUP, from, to);
    }

    private int chunks(int firstChunk, int from, int last) {
        int winding = 0;
        for (int at = from, chunk = firstChunk; at < last; at += CHUNK, chunk++) {
            if (isBeside(shapes.chunkBox(chunk, SOUTH), shapes.chunkBox(chunk, NORTH), shapes.chunkBox(chunk, EAST)))
                continue;
            int to = StrictMath.min(at + CHUNK, last);
            if (shapes.chunkBox(chunk, WEST) > x) winding += step(at, to);
            else winding += edges(at, to);
        }
        return winding;
    }

    private int edges(int from, int to) {
        int winding = 0;
        double ax = shapes.x(from);
        double ay = shapes.y(from);
        for (int p = from + 1; p <= to; p++) {
            double bx = shapes.x(p);
            double by = shapes.y(p);
            boolean up = isAbove(by);
            if (isAbove(ay) != up && isEast(ax, ay, bx, by, up)) winding += up ? 1 : -1;
            ax = bx;
            ay = by;
        }
        return winding;
    }

    private boolean isEast(double ax, double ay, double bx, double by, boolean up) {
        if (ax > x && bx > x) return true;
        if (ax < x && bx < x) return false;
        int side = Side.of(ax, ay, bx, by, x, y);
        if (side == Side.ON) return !northEast;
        return up == (side == Side.LEFT);
    }

    /** Whether an edge or chain with this box can have nothing east of the point. */
    private boolean isBeside(double south, double north, double east) {
        return north < y || south > y || east < x;
    }

    /** What a chain of edges that lies east of the point adds: only its ends count. */
    private int step(int from, int to) {
        boolean start = isAbove(shapes.y(from));
        boolean end = isAbove(shapes.y(to));
        return start == end ? 0 : end ? 1 : -1;
    }

    private boolean isAbove(double latitude) {
        return latitude > y || latitude == y && !northEast;
    }
}
