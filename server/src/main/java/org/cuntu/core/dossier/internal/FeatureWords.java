package org.cuntu.core.dossier.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerRegister.SearchBy;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a feature is called: the register says which of its fields are its name and its number. Thread safe. */
@Component
class FeatureWords {
    private static final String IDENTIFIER = "BSM";

    private final LayerRegister register;

    FeatureWords(LayerRegister register) {
        this.register = register;
    }

    /** The values of a feature, by field code. */
    interface Values {
        @Nullable
        Object get(String field);
    }

    static Values of(Snapshot snapshot, int feature) {
        return field -> snapshot.value(feature, field);
    }

    /** The last of its names (of 批准文号 and 项目名称 the project); empty when it has none. */
    String name(String layer, Values values) {
        String name = "";
        for (Map.Entry<String, SearchBy> field : register.searchFields(layer).entrySet())
            if (field.getValue() == SearchBy.NAME
                    && !text(values, field.getKey()).isEmpty()) name = text(values, field.getKey());
        return name;
    }

    /** Its number: the first searchable field that is not its name; else its identifier. */
    String code(String layer, Values values) {
        String name = name(layer, values);
        for (Map.Entry<String, SearchBy> field : register.searchFields(layer).entrySet()) {
            String text = text(values, field.getKey());
            if (field.getValue() != SearchBy.GROUP && !text.isEmpty() && !text.equals(name)) return text;
        }
        return text(values, IDENTIFIER);
    }

    static String cls(LayerEntry entry, Values values) {
        String field = entry.schema().classField();
        return field == null ? "" : text(values, field);
    }

    /** What is filled in, in the order of the fields. */
    static Map<String, Object> filled(LayerEntry entry, Values values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (Field field : entry.schema().fields()) {
            Object value = values.get(field.code());
            if (value != null && !value.toString().isEmpty())
                filled.put(field.code(), value instanceof Long ? value : value.toString());
        }
        return filled;
    }

    static String text(Values values, String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString().strip();
    }
}
