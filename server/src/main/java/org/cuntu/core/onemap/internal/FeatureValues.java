package org.cuntu.core.onemap.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;

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

    /** F of the feature, m² with two places; not a legal figure. */
    static String area(Snapshot snapshot, int feature) {
        return Area.ofSquareMetres(snapshot.integral(feature)).toString();
    }
}
