package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** The fields of one feature after another. For one thread. */
final class FeatureRow {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,16}(\\.[0-9]{1,9})?");
    /** Of one expression. */
    private static final int MOST_ANSWERS = 4096;

    private final Map<FieldTest, Map<List<@Nullable Object>, Boolean>> answers = new IdentityHashMap<>();
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
            case String text when NUMBER.matcher(text).matches() -> new BigDecimal(text);
            case null, default -> null;
        };
    }

    /**
     * Whether an expression holds for the feature. It sees these fields alone, so that of features which agree in them one is asked.
     *
     * @throws org.cuntu.core.rules.Rule.Undecided when it cannot be told
     */
    boolean holds(FieldTest test, List<String> fields) {
        List<@Nullable Object> key = new ArrayList<>(fields.size());
        for (String field : fields) key.add(value(field));
        Map<List<@Nullable Object>, Boolean> known = answers.computeIfAbsent(test, each -> new HashMap<>());
        Boolean answer = known.get(key);
        if (answer != null) return answer;
        boolean holds = test.holds(values(fields));
        if (known.size() < MOST_ANSWERS) known.put(key, holds);
        return holds;
    }

    /** Some fields by their codes. */
    Map<String, @Nullable Object> values(Iterable<String> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String field : fields) values.put(field, value(field));
        return values;
    }
}
