package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** The fields of one feature after another. For one thread. */
final class FeatureRow {
    private final Snapshot layer;
    private final Map<String, Integer> positions = new HashMap<>();
    private int feature;

    FeatureRow(Snapshot layer) {
        this.layer = layer;
        int at = 0;
        for (Field field : layer.schema().fields()) positions.put(field.code(), at++);
    }

    FeatureRow at(int number) {
        feature = number;
        return this;
    }

    int feature() {
        return feature;
    }

    Snapshot layer() {
        return layer;
    }

    /** Null too when the layer has no such field. */
    @Nullable
    Object value(String field) {
        Integer position = positions.get(field);
        return position == null ? null : layer.value(feature, position);
    }

    /** As text; empty for nothing. */
    String text(String field) {
        Object value = value(field);
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    boolean isBlank(String field) {
        return text(field).isBlank();
    }

    /** A number, also one that was delivered as text; null for nothing and for what is none. */
    @Nullable
    BigDecimal number(String field) {
        return switch (value(field)) {
            case BigDecimal number -> number;
            case Long number -> BigDecimal.valueOf(number);
            case String text when text.matches("-?[0-9]{1,16}(\\.[0-9]{1,9})?") -> new BigDecimal(text);
            case null, default -> null;
        };
    }

    /** Some fields by their codes. */
    Map<String, @Nullable Object> values(Iterable<String> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String field : fields) values.put(field, value(field));
        return values;
    }
}
