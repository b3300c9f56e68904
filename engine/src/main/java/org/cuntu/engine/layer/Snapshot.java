package org.cuntu.engine.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One immutable version of one layer, opened from its file (图层版本). Features are numbered 0 … size-1 in the order of the
 * file (Hilbert order), which is the order in which everything is added up. Thread safe; opened and closed through
 * {@link SnapshotStore}.
 */
public interface Snapshot {
    /** The SHA-256 of the file's content, 64 lower-case hexadecimal digits: the snapshot's name. */
    String hash();

    LayerSchema schema();

    int size();

    /** Bounds of all features: west, south, east, north, degrees. */
    double[] bounds();

    /** The coverage polygon C, EPSG:4490; a copy. Outside it the layer does not answer. */
    Geometry coverage();

    /** A feature's outline, EPSG:4490; a new JTS polygon or multipolygon; lines or points where the layer holds those. */
    Geometry geometry(int feature);

    /** What the features are made of. */
    default Dimension dimension() {
        return Dimension.AREA;
    }

    /** The features that are empty or invalid, ascending; kept only where the intake said so. */
    default List<Defect> defects() {
        return List.of();
    }

    /**
     * A defect's outline as it was delivered, with what is wrong with it; {@link #geometry} of the feature is the ground that
     * is measured.
     */
    default Geometry delivered(Defect defect) {
        return geometry(defect.feature());
    }

    /** A feature as flat rings, for the overlay. */
    default FlatShape flat(int feature) {
        return FlatShape.of(geometry(feature));
    }

    /** A defect's outline as delivered, its rings not turned, as flat rings. */
    default FlatShape flatDelivered(Defect defect) {
        return flat(defect.feature());
    }

    /** The coverage polygon as flat rings. */
    default FlatShape flatCoverage() {
        return FlatShape.of(coverage());
    }

    /** A feature's value by field position; String, Long, BigDecimal, LocalDate or null. */
    @Nullable
    Object value(int feature, int field);

    /** A feature's FieldIntegral F, m². */
    double integral(int feature);

    /** The length of a feature of lines, metres; of others 0. */
    default double length(int feature) {
        return 0;
    }

    /** The features whose bounds meet the box (degrees), ascending. */
    int[] find(double west, double south, double east, double north);

    /** The same for snapshots with the very same coverage, to the bit; null when it is not known. */
    default @Nullable Object coverageName() {
        return null;
    }

    /** Which of its features share no ground; what is measured may be kept. */
    default ApartPairs apart() {
        return new ApartPairs();
    }

    /** Whether a feature's box meets another, degrees. */
    default boolean meets(int feature, double west, double south, double east, double north) {
        return flat(feature).meets(west, south, east, north);
    }

    /** A feature's value by field code; null too when the layer has no such field. */
    default @Nullable Object value(int feature, String field) {
        int index = schema().indexOf(field);
        return index < 0 ? null : value(feature, index);
    }
}
