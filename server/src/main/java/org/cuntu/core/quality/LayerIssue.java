package org.cuntu.core.quality;

import java.util.UUID;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One thing wrong with a snapshot, with its place (质检问题). */
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
    /** 完整性, 规范性, 一致性, 唯一性, 拓扑. */
    public enum Kind {
        COMPLETENESS,
        CONFORMITY,
        CONSISTENCY,
        UNIQUENESS,
        TOPOLOGY
    }

    /** 拒绝, 警告. */
    public enum Severity {
        REFUSE,
        WARN
    }
}
