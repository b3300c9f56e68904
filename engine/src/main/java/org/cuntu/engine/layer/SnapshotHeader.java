package org.cuntu.engine.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON header of a snapshot file: schema, counts, reference latitude and the length of each section, in file order. */
record SnapshotHeader(LayerSchema schema, int features, double reference, Map<String, Long> sections) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SnapshotHeader of(LayerSchema schema, int features, double reference, Map<String, Long> sections) {
        return new SnapshotHeader(schema, features, reference, sections);
    }

    String json() {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("layer", schema.layer());
        root.put("kind", schema.kind().name());
        root.put("classScheme", schema.classScheme());
        root.put("classField", schema.classField());
        List<Map<String, String>> fields = new ArrayList<>();
        for (Field field : schema.fields()) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("code", field.code());
            entry.put("type", field.type().name());
            entry.put("zh", field.zh());
            entry.put("en", field.en());
            fields.add(entry);
        }
        root.put("fields", fields);
        root.put("features", features);
        root.put("reference", reference);
        root.put("sections", sections);
        return JSON.writeValueAsString(root);
    }

    /** @throws IllegalArgumentException when the text is no header */
    static SnapshotHeader parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            List<Field> fields = new ArrayList<>();
            for (JsonNode field : root.required("fields"))
                fields.add(new Field(
                        field.required("code").asString(),
                        Field.Type.valueOf(field.required("type").asString()),
                        field.required("zh").asString(),
                        field.required("en").asString()));
            Map<String, Long> sections = new LinkedHashMap<>();
            root.required("sections").properties().forEach(e -> sections.put(e.getKey(), e.getValue().asLong()));
            return new SnapshotHeader(
                    new LayerSchema(
                            root.required("layer").asString(),
                            LayerKind.valueOf(root.required("kind").asString()),
                            fields,
                            text(root, "classScheme"),
                            text(root, "classField")),
                    root.required("features").asInt(),
                    root.required("reference").asDouble(),
                    sections);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable String text(JsonNode root, String name) {
        JsonNode node = root.get(name);
        return node == null || node.isNull() ? null : node.asString();
    }
}
