package org.cuntu.engine.quality;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.stream.IntStream;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;

/** Findings with their places: a point that lies on what is wrong, and its box. */
final class Places {
    private Places() {}

    /** A feature that is wrong as a whole. */
    static TopologyFinding whole(
            TopologyCheck check, Snapshot layer, int feature, double area, double length, double measure) {
        FlatShape shape = layer.flat(feature);
        double[] bounds = {shape.box(WEST), shape.box(SOUTH), shape.box(EAST), shape.box(NORTH)};
        Point inside = layer.geometry(feature).getInteriorPoint();
        if (inside.isEmpty()) return TopologyFinding.point(check, feature, Double.NaN, Double.NaN, length, measure);
        return new TopologyFinding(
                check,
                feature,
                TopologyFinding.NONE,
                inside.getX(),
                inside.getY(),
                bounds,
                area,
                length,
                measure,
                null);
    }

    /** Ground that is wrong. */
    static TopologyFinding ground(
            TopologyCheck check, int feature, int other, double area, double width, Geometry outline) {
        Envelope box = outline.getEnvelopeInternal();
        Point inside = outline.getInteriorPoint();
        if (inside.isEmpty())
            return new TopologyFinding(
                    check, feature, other, Double.NaN, Double.NaN, new double[0], area, width, Double.NaN, null);
        return new TopologyFinding(
                check,
                feature,
                other,
                inside.getX(),
                inside.getY(),
                new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
                area,
                width,
                Double.NaN,
                outline);
    }

    /** 2·area/perimeter of what is wrong, metres. By its outline: where two boundaries coincide the overlay counts lengths of no width. */
    static double width(double area, Geometry outline) {
        return 2 * area / StrictMath.max(1e-9, perimeter(FlatShape.of(outline)));
    }

    /** The polygons of a result of JTS, which may have lines and points beside them where rounding has made them. */
    static Geometry areas(Geometry result) {
        if (result instanceof Polygonal) return result;
        Polygon[] polygons = IntStream.range(0, result.getNumGeometries())
                .mapToObj(result::getGeometryN)
                .filter(Polygon.class::isInstance)
                .toArray(Polygon[]::new);
        return result.getFactory().createMultiPolygon(polygons);
    }

    /** The length of a shape's boundary, metres. */
    static double perimeter(FlatShape shape) {
        Shapes shapes = shape.shapes();
        double sum = 0;
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++) sum += shapes.ringLength(ring);
        return sum;
    }
}
