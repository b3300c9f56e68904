package org.cuntu.engine.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Well-known binary as GeoPackages hold it: ISO 13249-3 with its Z, M and curves, and the older flags of EWKB. Every count
 * is held against the bytes that are there before anything is made of it.
 */
final class WkbOutline {
    /** The bytes are no well-known binary. */
    static final class Damaged extends Exception {
        Damaged(String why) {
            super(why);
        }
    }

    private static final int DEEPEST = 16;
    private static final double FARTHEST = 1e10;
    private static final int FLAG_Z = 0x80000000;
    private static final int FLAG_M = 0x40000000;
    private static final int FLAG_SRID = 0x20000000;

    private final ByteBuffer in;
    private final boolean closedLines;
    private final double tolerance;
    private final VertexBudget budget;
    private final Outline outline;
    /** Of the geometry being read: ordinates of a point. */
    private int ordinates;

    private WkbOutline(ByteBuffer in, Dimension wanted, boolean closedLines, double tolerance, VertexBudget budget) {
        this.in = in;
        this.outline = new Outline(wanted);
        this.closedLines = closedLines;
        this.tolerance = tolerance;
        this.budget = budget;
    }

    /**
     * @param wanted what features are to be made of
     * @param closedLines whether a line that returns to its start is an area
     * @param tolerance of stroked arcs, in the units of the coordinates
     */
    static Outline read(ByteBuffer wkb, Dimension wanted, boolean closedLines, double tolerance, VertexBudget budget)
            throws Damaged {
        WkbOutline reader = new WkbOutline(wkb.slice(), wanted, closedLines, tolerance, budget);
        try {
            reader.geometry(0);
        } catch (BufferUnderflowException e) {
            throw new Damaged("ends early");
        }
        return reader.outline;
    }

    /** Takes in one geometry with its head; stops at the first part that is not what is wanted. */
    private void geometry(int depth) throws Damaged {
        int type = head(depth);
        switch (dimension(type)) {
            case null -> several(type, depth);
            case POINT -> point();
            case LINE -> line(type, depth);
            case AREA -> area(type, depth);
        }
    }

    /** Null: a list of parts, or what is never read. */
    private static @Nullable Dimension dimension(int type) {
        return switch (type) {
            case 1 -> Dimension.POINT;
            case 2, 8, 9 -> Dimension.LINE;
            case 3, 10, 17 -> Dimension.AREA;
            default -> null;
        };
    }

    private void several(int type, int depth) throws Damaged {
        switch (type) {
            case 4, 5, 11 -> {
                if (outline.wants(type == 4 ? Dimension.POINT : Dimension.LINE)) parts(depth);
                else if (in.getInt() > 0) outline.strange(kind(type));
            }
            case 6, 7, 12 -> parts(depth);
            case 15, 16 -> outline.strange(kind(type));
            default -> throw new Damaged("type " + type);
        }
    }

    private void area(int type, int depth) throws Damaged {
        if (outline.wants(Dimension.AREA)) outline.polygon(type == 10 ? curvedRings(depth) : rings());
        else if (in.getInt() > 0) outline.strange(kind(type));
    }

    private void parts(int depth) throws Damaged {
        int parts = count(5);
        budget.add(parts);
        for (int i = 0; i < parts && outline.strange == null; i++) geometry(depth + 1);
    }

    private int head(int depth) throws Damaged {
        if (depth > DEEPEST) throw new Damaged("depth");
        byte order = in.get();
        if (order != 0 && order != 1) throw new Damaged("byte order " + order);
        in.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = in.getInt();
        int iso = code & 0x0FFFFFFF;
        boolean z = (code & FLAG_Z) != 0 || iso / 1000 == 1 || iso / 1000 == 3;
        boolean m = (code & FLAG_M) != 0 || iso / 1000 == 2 || iso / 1000 == 3;
        if (iso >= 4000) throw new Damaged("type " + iso);
        if ((code & FLAG_SRID) != 0) in.getInt();
        ordinates = 2 + (z ? 1 : 0) + (m ? 1 : 0);
        outline.z |= z;
        outline.m |= m;
        return iso % 1000;
    }

    /** An empty point is written as not a number. */
    private void point() throws Damaged {
        double x = in.getDouble();
        double y = in.getDouble();
        if (Double.isNaN(x) && Double.isNaN(y)) return;
        if (!outline.wants(Dimension.POINT)) {
            outline.strange("Point");
            return;
        }
        for (int more = 2; more < ordinates; more++) in.getDouble();
        if (!(StrictMath.abs(x) < FARTHEST) || !(StrictMath.abs(y) < FARTHEST)) throw new Damaged("point");
        budget.add(1);
        outline.points.add(new Coordinate(x, y));
    }

    /** A closed line of a drawing is an area. */
    private void line(int type, int depth) throws Damaged {
        if (outline.wants(Dimension.LINE)) {
            outline.line(curveOf(type, depth));
            return;
        }
        if (type != 2) {
            if (in.getInt() > 0) outline.strange(kind(type));
            return;
        }
        List<Coordinate> points = points();
        boolean closed = points.size() > 3 && points.getFirst().equals2D(points.getLast());
        if (closed && closedLines) outline.polygon(List.of(points));
        else if (!points.isEmpty()) outline.strange(kind(2));
    }

    private List<List<Coordinate>> rings() throws Damaged {
        int rings = count(4);
        budget.add(rings);
        List<List<Coordinate>> out = new ArrayList<>();
        for (int i = 0; i < rings; i++) out.add(points());
        return out;
    }

    private List<List<Coordinate>> curvedRings(int depth) throws Damaged {
        int rings = count(5);
        budget.add(rings);
        List<List<Coordinate>> out = new ArrayList<>();
        for (int i = 0; i < rings; i++) out.add(curve(depth + 1));
        return out;
    }

    /** A line, a chain of arcs, or a chain of both. */
    private List<Coordinate> curve(int depth) throws Damaged {
        return curveOf(head(depth), depth);
    }

    private List<Coordinate> curveOf(int type, int depth) throws Damaged {
        return switch (type) {
            case 2 -> points();
            case 8 -> {
                List<Coordinate> control = points();
                outline.curved |= !control.isEmpty();
                yield ArcStroke.of(control, tolerance, budget);
            }
            case 9 -> {
                int parts = count(5);
                budget.add(parts);
                List<Coordinate> joined = new ArrayList<>();
                for (int i = 0; i < parts; i++) join(joined, curve(depth + 1));
                yield joined;
            }
            default -> throw new Damaged("ring of type " + type);
        };
    }

    /** The end of one part is the start of the next. */
    static void join(List<Coordinate> line, List<Coordinate> next) {
        boolean same = !line.isEmpty() && !next.isEmpty() && line.getLast().equals2D(next.getFirst());
        line.addAll(same ? next.subList(1, next.size()) : next);
    }

    private List<Coordinate> points() throws Damaged {
        int points = count(8 * ordinates);
        budget.add(points);
        List<Coordinate> out = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            double x = in.getDouble();
            double y = in.getDouble();
            for (int more = 2; more < ordinates; more++) in.getDouble();
            if (!(StrictMath.abs(x) < FARTHEST) || !(StrictMath.abs(y) < FARTHEST)) throw new Damaged("point " + i);
            out.add(new Coordinate(x, y));
        }
        return out;
    }

    private int count(int bytesEach) throws Damaged {
        int count = in.getInt();
        if (count < 0 || (long) count * bytesEach > in.remaining()) throw new Damaged("count " + count);
        return count;
    }

    /** The kind's name, as messages say it. */
    static String kind(int type) {
        return switch (type) {
            case 1 -> "Point";
            case 2 -> "LineString";
            case 3, 17 -> "Polygon";
            case 4 -> "MultiPoint";
            case 5 -> "MultiLineString";
            case 6 -> "MultiPolygon";
            case 8 -> "CircularString";
            case 9 -> "CompoundCurve";
            case 10 -> "CurvePolygon";
            case 11 -> "MultiCurve";
            case 12 -> "MultiSurface";
            case 15 -> "PolyhedralSurface";
            case 16 -> "TIN";
            default -> "type " + type;
        };
    }
}
