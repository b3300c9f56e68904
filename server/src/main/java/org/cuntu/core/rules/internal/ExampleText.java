package org.cuntu.core.rules.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.ProjectText;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.SelectedPiece;
import org.cuntu.core.rules.Verdict;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what an example gives: from a rule file, or from whoever tries the rule with other figures. */
final class ExampleText {
    /** What a conversion rule's leaves have besides the survey's fields: the plan zone that they lie in. */
    static final String ZONE = "GHFQDM";

    private final LayerSchema schema;

    ExampleText(LayerSchema schema) {
        this.schema = schema;
    }

    /** Of a rule file: with the verdict that it expects. */
    Rule.Example read(JsonNode node) {
        String expect = node.required("expect").asString();
        return given(
                name(node.required("name")),
                node.required("given"),
                expect.equals("not-applicable") ? null : Verdict.valueOf(expect));
    }

    private static Words name(JsonNode node) {
        return node.isString()
                ? new Words(node.asString(), node.asString())
                : new Words(node.required("zh").asString(), node.required("en").asString());
    }

    /**
     * The figures.
     *
     * @throws RuntimeException when a field, a figure or a date cannot be read
     */
    Rule.Example given(Words name, JsonNode given, @Nullable Verdict expect) {
        List<SelectedPiece> pieces = new ArrayList<>();
        List<SelectedPiece> slivers = new ArrayList<>();
        for (JsonNode piece : given.required("pieces"))
            (piece.path("sliver").asBoolean(false) ? slivers : pieces)
                    .add(new SelectedPiece(area(piece.required("area")), fields(piece.required("fields"))));
        pieces.addAll(slivers);
        List<String> silent = new ArrayList<>();
        given.path("silent").forEach(layer -> silent.add(layer.asString()));
        return new Rule.Example(
                name,
                pieces,
                slivers.size(),
                silent,
                given.has("rest") ? area(given.get("rest")) : 0,
                area(given.required("site")),
                ProjectText.read(given.path("project")),
                expect);
    }

    private Map<String, @Nullable Object> fields(JsonNode node) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String code : node.propertyNames())
            if (schema.indexOf(code) < 0 && !code.equals(ZONE))
                throw new IllegalArgumentException(schema.layer() + " has no field " + code);
        for (Field field : schema.fields())
            values.put(field.code(), value(field.type(), node.path(field.code()).asString("")));
        if (node.has(ZONE)) values.put(ZONE, node.get(ZONE).asString(""));
        return values;
    }

    private static @Nullable Object value(Field.Type type, String text) {
        return switch (type) {
            case TEXT -> text;
            case DATE -> text.isEmpty() ? text : LocalDate.parse(text).toString();
            case INTEGER -> text.isEmpty() ? null : Long.valueOf(text);
            case DECIMAL -> text.isEmpty() ? null : new BigDecimal(text);
        };
    }

    private static long area(JsonNode node) {
        return Area.parse(node.asString()).hundredths();
    }
}
