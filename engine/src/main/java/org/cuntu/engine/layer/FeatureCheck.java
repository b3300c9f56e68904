package org.cuntu.engine.layer;

import java.math.BigDecimal;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What may not enter a snapshot: no or empty geometry, no polygon, places off the globe, invalid polygons (OGC 06-103r4). */
final class FeatureCheck {
    private FeatureCheck() {}

    /**
     * The first thing wrong with a geometry, or null.
     *
     * @param feature the feature's 1-based number in the input; 0 for the coverage polygon
     */
    static @Nullable Problem geometry(@Nullable Geometry geometry, long feature) {
        return geometry(geometry, feature, Dimension.AREA);
    }

    static @Nullable Problem geometry(@Nullable Geometry geometry, long feature, Dimension dimension) {
        if (geometry == null) return problem("layer.no-geometry", feature, null);
        if (geometry.isEmpty()) return problem("layer.empty-geometry", feature, null);
        String otherKind =
                switch (dimension) {
                    case AREA -> geometry instanceof Polygonal ? null : "layer.not-polygon";
                    case LINE -> geometry instanceof Lineal ? null : "layer.not-line";
                    case POINT -> geometry instanceof Puntal ? null : "layer.not-point";
                };
        if (otherKind != null) return problem(otherKind, feature, geometry.getCoordinate());
        Envelope box = geometry.getEnvelopeInternal();
        if (!(box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90))
            return problem("layer.out-of-range", feature, geometry.getCoordinate());
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        return error == null ? null : problem(code(error), feature, error.getCoordinate());
    }

    /** The first value that its field cannot hold, or null. */
    static @Nullable Problem values(LayerSchema schema, List<@Nullable Object> values, long feature) {
        for (int f = 0; f < schema.fields().size(); f++) {
            if (values.get(f) instanceof BigDecimal number && !fits(number)) {
                String code = schema.fields().get(f).code();
                return Problem.refused(
                        "layer.number-too-long",
                        Problem.Place.UNKNOWN,
                        "feature",
                        feature,
                        "field",
                        code,
                        "value",
                        number);
            }
        }
        return null;
    }

    private static boolean fits(BigDecimal number) {
        return number.unscaledValue().bitLength() < 64
                && number.scale() >= Byte.MIN_VALUE
                && number.scale() <= Byte.MAX_VALUE;
    }

    private static Problem problem(String code, long feature, @Nullable Coordinate at) {
        String full = feature == 0 ? "layer.coverage-invalid" : code;
        Problem.Place place = at == null ? Problem.Place.UNKNOWN : Problem.Place.UNKNOWN.at(at.x, at.y);
        return Problem.refused(full, place, "feature", feature);
    }

    private static String code(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "layer.self-crossing";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "layer.hole-outside";
            case TopologyValidationError.NESTED_HOLES, TopologyValidationError.NESTED_SHELLS -> "layer.nested-rings";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "layer.interior-split";
            case TopologyValidationError.TOO_FEW_POINTS, TopologyValidationError.RING_NOT_CLOSED ->
                "layer.too-few-points";
            case TopologyValidationError.INVALID_COORDINATE -> "layer.out-of-range";
            default -> "layer.invalid";
        };
    }
}
