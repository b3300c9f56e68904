package org.cuntu.core.quality;

import java.util.UUID;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing that is wrong with a layer, and where (质检问题).
 *
 * @param number from 1 in its run, in the order in which it was found
 * @param rule the rule's id
 * @param feature identifier of the feature (BSM, or {@code #} and its number); empty when the layer as a whole is meant
 * @param other identifier of the second feature of an overlap, gap or clash
 * @param longitude of a place on it, degrees, EPSG:4490; NaN when it has none
 * @param bounds west, south, east, north; empty when it has none
 * @param area of the ground that is wrong, or by how much areas differ
 * @param length metres: how wide an overlap, gap or sliver is on the whole, how far points are apart
 * @param value the field's code and what it holds, or a measure; {@link #NOT_ANSWERED} when the rule could not be asked
 * @param expected what it should be; of a rule that could not be asked the layer that is missing
 * @param outline the ground that is wrong, EPSG:4490; null for points and whole features
 */
public record LayerIssue(
        UUID run,
        long number,
        String rule,
        Kind kind,
        Severity severity,
        String feature,
        @Nullable String other,
        double longitude,
        double latitude,
        double[] bounds,
        @Nullable Area area,
        @Nullable Double length,
        @Nullable String value,
        @Nullable String expected,
        @Nullable Geometry outline) {
    /** The value of an issue that says that its rule could not be asked (需核实). */
    public static final String NOT_ANSWERED = "NOT_ANSWERED";

    /** What a rule is about (security-sharing.md §9). */
    public enum Kind {
        /** 完整性. */
        COMPLETENESS,
        /** 规范性. */
        CONFORMITY,
        /** 一致性. */
        CONSISTENCY,
        /** 唯一性. */
        UNIQUENESS,
        /** 拓扑. */
        TOPOLOGY
    }

    /** Whether a layer with such an issue may be released. */
    public enum Severity {
        /** 拒绝. */
        REFUSE,
        /** 警告. */
        WARN
    }
}
