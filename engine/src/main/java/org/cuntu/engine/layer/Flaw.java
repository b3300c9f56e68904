package org.cuntu.engine.layer;

import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What is wrong with a feature on its way into a snapshot.
 *
 * @param x and y the place, NaN when there is none
 * @param delivered its rings as they came, not turned
 */
record Flaw(Defect.Kind kind, double x, double y, FlatRings delivered) {
    /** The flaw that a problem with a feature's geometry amounts to, or null when such a feature cannot be kept. */
    static @Nullable Flaw of(Problem problem, @Nullable Geometry geometry) {
        Defect.Kind kind = Defect.Kind.of(problem.code());
        if (kind == null) return null;
        double[] at = problem.place().coordinate();
        boolean placed = at != null;
        return new Flaw(
                kind,
                placed ? at[0] : Double.NaN,
                placed ? at[1] : Double.NaN,
                geometry == null ? FlatRings.NONE : FlatRings.asDelivered(geometry));
    }

    /** The ground that an invalid polygon's rings run round ({@link Defect}); empty when they run round none. */
    static FlatRings measured(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) return FlatRings.NONE;
        return FlatRings.of(MeasuredGround.of(geometry));
    }
}
