package org.cuntu.engine.layer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema and origin of a snapshot as the JSON that stands in its file. */
record SchemaJson(LayerSchema schema, SnapshotOrigin origin) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    byte[] toBytes() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("layer", schema.layer());
        root.put("kind", schema.kind().name());
        root.put("classScheme", schema.classScheme());
        root.put("classField", schema.classField());
        root.put("invented", origin.invented());
        root.put("source", origin.source());
        ArrayNode fields = root.putArray("fields");
        for (Field field : schema.fields())
            fields.addObject()
                    .put("code", field.code())
                    .put("type", field.type().name())
                    .put("zh", field.zh())
                    .put("en", field.en());
        return MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    static SchemaJson read(byte[] bytes) {
        JsonNode root = MAPPER.readTree(bytes);
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : root.path("fields"))
            fields.add(new Field(
                    field.path("code").asString(),
                    Field.Type.valueOf(field.path("type").asString()),
                    field.path("zh").asString(),
                    field.path("en").asString()));
        LayerSchema schema = new LayerSchema(
                root.path("layer").asString(),
                LayerKind.valueOf(root.path("kind").asString()),
                fields,
                textOrNull(root.path("classScheme")),
                textOrNull(root.path("classField")));
        return new SchemaJson(
                schema,
                new SnapshotOrigin(
                        root.path("invented").asBoolean(), root.path("source").asString()));
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asString();
    }
}
