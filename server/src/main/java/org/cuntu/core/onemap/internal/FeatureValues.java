package org.cuntu.core.onemap.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** What a feature says, as JSON has it. */
final class FeatureValues {
    private FeatureValues() {}

    /** By field code, without the empty ones; whole numbers as numbers, everything else as text. */
    static Map<String, Object> of(Snapshot snapshot, int feature) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Field> fields = snapshot.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = snapshot.value(feature, i);
            if (value != null) values.put(fields.get(i).code(), value instanceof Long ? value : value.toString());
        }
        return values;
    }

    /** The length of a feature of lines, metres with two places; null of others. */
    static @Nullable String length(Snapshot snapshot, int feature) {
        if (snapshot.dimension() != Dimension.LINE) return null;
        return BigDecimal.valueOf(snapshot.length(feature))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** F of the feature, m² with two places; not a legal figure; null of lines and points. */
    static @Nullable String area(Snapshot snapshot, int feature) {
        if (snapshot.dimension() != Dimension.AREA) return null;
        return Area.ofSquareMetres(snapshot.integral(feature)).toString();
    }
}
