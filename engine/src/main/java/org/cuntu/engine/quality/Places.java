package org.cuntu.engine.quality;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

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

    /** The length of a shape's boundary, metres. */
    static double perimeter(FlatShape shape) {
        Shapes shapes = shape.shapes();
        double sum = 0;
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++) sum += shapes.ringLength(ring);
        return sum;
    }
}
