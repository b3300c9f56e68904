package org.cuntu.core.cases.internal;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.core.rules.ValueTests;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Nearest;
import tools.jackson.databind.JsonNode;

/**
 * The application's form, {@code form.json}: a JSON Schema 2020-12 of one object with plain fields, each with its name in both
 * languages. It refers to nothing outside, and no pattern of it can take long.
 */
final class MatterForm {
    static final Set<String> PREFILLED = new TreeSet<>(List.of(
            "applicant:name",
            "applicant:id",
            "applicant:phone",
            "site:area",
            "site:place",
            "site:division",
            "case:name"));
    private static final String SPECIFICATION = "https://json-schema.org/draft/2020-12/schema";
    private static final Set<String> KEYWORDS = new TreeSet<>(List.of(
            "$schema",
            "$defs",
            "$ref",
            "type",
            "title",
            "description",
            "properties",
            "required",
            "additionalProperties",
            "enum",
            "const",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "multipleOf",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "allOf",
            "if",
            "then",
            "else",
            "x-title",
            "x-help",
            "x-from",
            "x-unit",
            "x-when",
            "x-options",
            "x-lines"));

    private final String file;
    private final JsonNode form;
    private final List<Problem> problems;

    private MatterForm(String file, JsonNode form, List<Problem> problems) {
        this.file = file;
        this.form = form;
        this.problems = problems;
    }

    /** @param problems where what is wrong is added */
    static void check(String file, JsonNode form, List<Problem> problems) {
        new MatterForm(file, form, problems).check();
    }

    /** What each field is, by its name. */
    static Map<String, ValueTests.Type> fields(JsonNode form) {
        Map<String, ValueTests.Type> fields = new TreeMap<>();
        form.path("properties").properties().forEach(field -> fields.put(field.getKey(), type(field.getValue())));
        return fields;
    }

    private static ValueTests.Type type(JsonNode field) {
        return switch (field.path("type").asString("")) {
            case "string" -> ValueTests.Type.TEXT;
            case "integer" -> ValueTests.Type.INTEGER;
            case "number" -> ValueTests.Type.DECIMAL;
            case "boolean" -> ValueTests.Type.FLAG;
            case "array" -> ValueTests.Type.TEXTS;
            default -> ValueTests.Type.ANY;
        };
    }

    private void check() {
        keywords("", form, false);
        if (!form.path("type").asString("").equals("object")
                || !form.path("properties").isObject()
                || !form.path("additionalProperties").isBoolean()
                || form.path("additionalProperties").booleanValue()) {
            problem("matters.form-object", "at", "/");
            return;
        }
        form.path("properties").properties().forEach(field -> field(field.getKey(), field.getValue()));
        for (JsonNode required : form.path("required"))
            if (!form.path("properties").has(required.asString("")))
                problem("matters.form-required", "field", required.asString(""));
        if (problems.isEmpty())
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(SchemaLocation.of(SPECIFICATION))
                    .validate(form)
                    .forEach(error -> problem(
                            "matters.form-schema",
                            "at",
                            String.valueOf(error.getInstanceLocation()),
                            "message",
                            error.getMessage()));
    }

    private void field(String name, JsonNode field) {
        if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) problem("matters.form-name", "field", name);
        if (!field.path("x-title").path("zh").isString()
                || !field.path("x-title").path("en").isString()) problem("matters.form-title", "field", name);
        String from = field.path("x-from").asString("");
        if (!from.isEmpty() && !PREFILLED.contains(from))
            problem(
                    "matters.form-from",
                    "field",
                    name,
                    "from",
                    from,
                    "nearest",
                    Nearest.to(from, PREFILLED).orElse(String.join(", ", PREFILLED)));
        for (JsonNode option : field.path("enum"))
            if (!field.path("x-options").path(option.asString("")).path("zh").isString())
                problem("matters.form-option", "field", name, "option", option.asString(""));
        field.path("x-when").properties().forEach(other -> {
            if (!form.path("properties").has(other.getKey())) problem("matters.form-required", "field", other.getKey());
        });
    }

    /** @param names whether the keys of this object are names and no keywords */
    private void keywords(String at, JsonNode node, boolean names) {
        if (node.isArray()) {
            for (JsonNode item : node) keywords(at, item, false);
            return;
        }
        if (!node.isObject()) return;
        node.properties().forEach(member -> {
            String key = member.getKey();
            String here = at + "/" + key;
            if (!names && !KEYWORDS.contains(key))
                problem(
                        "matters.form-keyword",
                        "keyword",
                        here,
                        "nearest",
                        Nearest.to(key, KEYWORDS).orElse("-"));
            else if (!names && key.equals("$ref")) reference(here, member.getValue());
            else if (!names && key.equals("$schema")) dialect(member.getValue());
            else if (!names && key.equals("pattern")) pattern(here, member.getValue());
            else if (names || !key.startsWith("x-") && !key.equals("const") && !key.equals("enum"))
                keywords(here, member.getValue(), !names && (key.equals("properties") || key.equals("$defs")));
        });
    }

    private void reference(String at, JsonNode value) {
        String to = value.asString("");
        if (!to.matches("#/\\$defs/[A-Za-z0-9]+")) problem("matters.form-reference", "at", at, "tried", to);
    }

    private void dialect(JsonNode value) {
        if (!value.asString("").equals(SPECIFICATION))
            problem("matters.form-reference", "at", "/$schema", "tried", value.asString(""));
    }

    /** A repeated group can take time that doubles with every letter. */
    private void pattern(String at, JsonNode value) {
        String pattern = value.asString("");
        if (pattern.length() > 120 || pattern.matches("(?s).*\\)[*+{].*") || pattern.matches("(?s).*\\\\[0-9kpP].*"))
            problem("matters.form-pattern", "at", at, "tried", pattern);
    }

    private void problem(String code, Object... args) {
        problems.add(Problem.refused(code, Problem.Place.file(file), args));
    }
}
