package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.FlatTable.Vector;
import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The outline of a FlatGeobuf feature. Bytes that are no geometry end in an {@link IndexOutOfBoundsException}. */
final class FgbShape {
    private static final int DEEPEST = 16;
    private static final double FARTHEST = 1e10;
    private static final int ENDS = 0;
    private static final int XY = 1;
    private static final int TYPE = 6;
    private static final int PARTS = 7;

    private final Outline outline;
    private final double tolerance;
    private final VertexBudget budget;

    private FgbShape(Dimension wanted, double tolerance, VertexBudget budget) {
        this.outline = new Outline(wanted);
        this.tolerance = tolerance;
        this.budget = budget;
    }

    /**
     * @param head says the type; 0: the geometry says it
     * @param wanted what features are to be made of
     */
    static Outline read(FlatTable geometry, FgbHead head, Dimension wanted, double tolerance, VertexBudget budget) {
        FgbShape shape = new FgbShape(wanted, tolerance, budget);
        shape.geometry(geometry, head.type(), 0);
        shape.outline.z |= head.z();
        shape.outline.m |= head.m();
        return shape.outline;
    }

    private void geometry(FlatTable geometry, int given, int depth) {
        if (depth > DEEPEST) throw new IndexOutOfBoundsException("depth");
        int type = given == 0 || depth > 0 && geometry.uint8(TYPE) != 0 ? geometry.uint8(TYPE) : given;
        Dimension dimension = dimension(type);
        if (dimension != null && !outline.wants(dimension)) {
            if (geometry.has(XY) || geometry.has(PARTS)) outline.strange(WkbOutline.kind(type));
            return;
        }
        switch (type) {
            case 1, 4 -> outline.points.addAll(points(geometry));
            case 2, 8, 9 -> outline.line(curveOf(type, geometry, depth));
            case 5 -> rings(geometry).forEach(outline::line);
            case 11 -> parts(geometry, 0, depth);
            case 15, 16 -> {
                if (geometry.has(XY) || geometry.has(PARTS)) outline.strange(WkbOutline.kind(type));
            }
            case 3, 17 -> outline.polygon(rings(geometry));
            case 6 -> parts(geometry, 3, depth);
            case 10 -> outline.polygon(curvedRings(geometry, depth));
            case 7, 12 -> parts(geometry, 0, depth);
            default -> throw new IndexOutOfBoundsException("type " + type);
        }
    }

    /** Null: a list of parts, or what is never read. */
    private static @Nullable Dimension dimension(int type) {
        return switch (type) {
            case 1, 4 -> Dimension.POINT;
            case 2, 5, 8, 9, 11 -> Dimension.LINE;
            case 3, 6, 10, 12, 17 -> Dimension.AREA;
            default -> null;
        };
    }

    private void parts(FlatTable geometry, int type, int depth) {
        Vector parts = geometry.vector(PARTS, 4);
        for (int i = 0; parts != null && i < parts.length() && outline.strange == null; i++) {
            budget.add(1);
            geometry(parts.table(i), type, depth + 1);
        }
    }

    private List<List<Coordinate>> rings(FlatTable geometry) {
        List<Coordinate> points = points(geometry);
        Vector ends = geometry.vector(ENDS, 4);
        List<List<Coordinate>> rings = new ArrayList<>();
        if (points.isEmpty()) return rings;
        if (ends == null || ends.length() == 0) {
            rings.add(points);
            return rings;
        }
        int from = 0;
        for (int i = 0; i < ends.length(); i++) {
            budget.add(1);
            long end = ends.uint32(i);
            if (end < from || end > points.size()) throw new IndexOutOfBoundsException("ring " + i);
            rings.add(points.subList(from, (int) end));
            from = (int) end;
        }
        if (from != points.size()) throw new IndexOutOfBoundsException("points after the last ring");
        return rings;
    }

    private List<List<Coordinate>> curvedRings(FlatTable geometry, int depth) {
        List<List<Coordinate>> rings = new ArrayList<>();
        Vector parts = geometry.vector(PARTS, 4);
        for (int i = 0; parts != null && i < parts.length(); i++) rings.add(curve(parts.table(i), depth + 1));
        return rings;
    }

    private List<Coordinate> curve(FlatTable curve, int depth) {
        if (depth > DEEPEST) throw new IndexOutOfBoundsException("depth");
        budget.add(1);
        return curveOf(curve.uint8(TYPE), curve, depth);
    }

    private List<Coordinate> curveOf(int type, FlatTable curve, int depth) {
        return switch (type) {
            case 2 -> points(curve);
            case 8 -> {
                outline.curved = true;
                yield ArcStroke.of(points(curve), tolerance, budget);
            }
            case 9 -> {
                List<Coordinate> joined = new ArrayList<>();
                Vector parts = curve.vector(PARTS, 4);
                for (int i = 0; parts != null && i < parts.length(); i++)
                    WkbOutline.join(joined, curve(parts.table(i), depth + 1));
                yield joined;
            }
            default -> throw new IndexOutOfBoundsException("ring of another type");
        };
    }

    private List<Coordinate> points(FlatTable geometry) {
        @Nullable Vector xy = geometry.vector(XY, 8);
        if (xy == null) return new ArrayList<>();
        if (xy.length() % 2 != 0) throw new IndexOutOfBoundsException("odd number of ordinates");
        budget.add(xy.length() / 2);
        List<Coordinate> points = new ArrayList<>(xy.length() / 2);
        for (int i = 0; i < xy.length(); i += 2) {
            double x = xy.float64(i);
            double y = xy.float64(i + 1);
            if (!(StrictMath.abs(x) < FARTHEST) || !(StrictMath.abs(y) < FARTHEST))
                throw new IndexOutOfBoundsException("point " + i / 2);
            points.add(new Coordinate(x, y));
        }
        return points;
    }
}
