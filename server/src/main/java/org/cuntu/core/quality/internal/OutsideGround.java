package org.cuntu.core.quality.internal;

import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A line or a point that leaves the ground that its layer answers for, which is the division's when a division delivers; what lies on the
 * border is inside. Areas have a check of their own, {@link Relation.Kind#WITHIN_DIVISION}.
 *
 * @param within degrees beside the border that are forgiven: a border line may have been rounded on its way
 */
record OutsideGround(double within) implements WholeCheck {
    @Override
    public void look(CheckGround ground, FeatureFaults faults) {
        Snapshot layer = ground.snapshot();
        if (layer.dimension() == Dimension.AREA) return;
        Geometry coverage = layer.coverage();
        PreparedGeometry inside = PreparedGeometryFactory.prepare(coverage);
        for (int feature = 0; feature < layer.size(); feature++) {
            if (feature % 256 == 0) ground.goOn();
            Geometry shape = layer.geometry(feature);
            if (inside.covers(shape)) continue;
            Geometry outside = shape.difference(coverage);
            if (farthest(outside, coverage) > within) faults.fault(feature, null, null, null, null);
        }
    }

    /** How far the farthest vertex of what is outside lies from the ground. */
    private static double farthest(Geometry outside, Geometry coverage) {
        double farthest = 0;
        for (var at : outside.getCoordinates())
            farthest = StrictMath.max(
                    farthest, coverage.distance(outside.getFactory().createPoint(at)));
        return farthest;
    }

    @Override
    public List<String> fields() {
        return List.of();
    }
}
