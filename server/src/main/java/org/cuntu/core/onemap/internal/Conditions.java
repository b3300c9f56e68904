package org.cuntu.core.onemap.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.problem.InputRefused;

/**
 * Conditions on attributes, {@code FIELD=VALUE}, as typed filters: of one field any value suffices, of several fields each must
 * hold; {@code VALUE*} is what begins so, {@code FIELD=} what is empty. Nothing that a user writes is run.
 */
final class Conditions {
    private static final int MOST = 200;

    private Conditions() {}

    /** @throws InputRefused {@code onemap.export-*} for a field that the layer does not have, or a value of another type */
    static FeatureFilter of(List<String> where, LayerSchema schema) {
        if (where.size() > MOST) throw SnapshotMaking.refused("onemap.export-conditions", "most", MOST);
        Map<Integer, List<Predicate<Object>>> byField = new LinkedHashMap<>();
        List<Integer> empty = new ArrayList<>();
        for (String one : where) {
            int equals = one.indexOf('=');
            Field field = field(equals < 0 ? one : one.substring(0, equals), one, schema);
            int position = schema.indexOf(field.code());
            String value = one.substring(equals + 1).strip();
            byField.computeIfAbsent(position, key -> new ArrayList<>());
            if (value.isEmpty()) empty.add(position);
            else byField.get(position).add(test(field, value));
        }
        FeatureFilter filter = FeatureFilter.all();
        for (var entry : byField.entrySet()) {
            int position = entry.getKey();
            boolean isEmpty = empty.contains(position);
            filter = filter.and((snapshot, feature) -> passes(snapshot, feature, position, isEmpty, entry.getValue()));
        }
        return filter;
    }

    private static boolean passes(
            Snapshot snapshot, int feature, int field, boolean empty, List<Predicate<Object>> tests) {
        Object value = snapshot.value(feature, field);
        return value == null ? empty : tests.stream().anyMatch(test -> test.test(value));
    }

    private static Field field(String name, String condition, LayerSchema schema) {
        String wanted = name.strip();
        for (Field field : schema.fields())
            if (condition.indexOf('=') > 0
                    && (field.code().equalsIgnoreCase(wanted) || field.zh().equals(wanted))) return field;
        throw SnapshotMaking.refused(
                "onemap.export-field",
                "condition",
                condition,
                "layer",
                schema.layer(),
                "fields",
                String.join(", ", schema.fields().stream().map(Field::code).toList()));
    }

    private static Predicate<Object> test(Field field, String value) {
        try {
            return switch (field.type()) {
                case TEXT -> text(value);
                case INTEGER -> {
                    long wanted = Long.parseLong(value);
                    yield given -> given instanceof Long whole && whole == wanted;
                }
                case DECIMAL -> {
                    BigDecimal wanted = decimal(value);
                    yield given -> given instanceof BigDecimal decimal && decimal.compareTo(wanted) == 0;
                }
                case DATE -> {
                    LocalDate wanted = LocalDate.parse(value);
                    yield given -> given.equals(wanted);
                }
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw SnapshotMaking.refused(
                    "onemap.export-value", "value", value, "field", field.code(), "type", field.type().name());
        }
    }

    private static BigDecimal decimal(String value) {
        // an exponent of nine digits is a number of a gigabyte
        if (!value.matches("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?")) throw new NumberFormatException(value);
        return new BigDecimal(value);
    }

    private static Predicate<Object> text(String value) {
        if (!value.endsWith("*")) return value::equals;
        String start = value.substring(0, value.length() - 1);
        return given -> given.toString().startsWith(start);
    }
}
