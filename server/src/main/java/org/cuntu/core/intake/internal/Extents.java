package org.cuntu.core.intake.internal;

import java.util.Map;
import org.cuntu.core.intake.Extent;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** What features come to, and how answers name it: {@code area} in m², {@code length} in metres; points are only counted. */
final class Extents {
    private Extents() {}

    /** A feature's F in m², its length in metres, or 1 for a feature of points. */
    static double measured(Snapshot snapshot, int feature) {
        return switch (snapshot.dimension()) {
            case AREA -> snapshot.integral(feature);
            case LINE -> snapshot.length(feature);
            case POINT -> 1;
        };
    }

    static Extent of(Snapshot snapshot, int feature) {
        return Extent.of(snapshot.dimension(), measured(snapshot, feature));
    }

    /** A decimal text with two places under the name of its kind; nothing for points. */
    static void put(Map<String, ? super String> tree, Extent extent) {
        String name = name(extent.of());
        if (name != null) tree.put(name, extent.toString());
    }

    private static @Nullable String name(Dimension of) {
        return switch (of) {
            case AREA -> "area";
            case LINE -> "length";
            case POINT -> null;
        };
    }
}
