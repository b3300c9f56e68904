package org.cuntu.core.cases.internal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.cases.Correction;
import org.cuntu.core.cases.Matter;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications held against the matter's JSON Schema; each problem's place is its field. */
@Component
class CaseForms {
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    List<Problem> check(Matter matter, String form) {
        Schema schema =
                schemas.computeIfAbsent(matter.code() + " " + matter.hash(), key -> SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12)
                        .getSchema(matter.form(), InputFormat.JSON));
        JsonNode shape = JsonMapper.shared().readTree(matter.form());
        List<Problem> problems = new ArrayList<>();
        for (Error error : schema.validate(JsonMapper.shared().readTree(form))) problems.add(problem(error, shape));
        return problems;
    }

    private static Problem problem(Error error, JsonNode shape) {
        String at = String.valueOf(error.getInstanceLocation());
        String missing = error.getProperty();
        if ("required".equals(error.getKeyword()) && missing != null) {
            return at("cases.field-missing", field(at + "/" + missing), shape);
        }
        boolean extra = "additionalProperties".equals(error.getKeyword()) && missing != null;
        return at(
                "cases.field-wrong",
                field(extra ? at + "/" + missing : at),
                shape,
                "message",
                String.valueOf(error.getMessage()));
    }

    /** A problem at a field of the form: its name, its JSON pointer, its title in both languages. */
    static Problem at(String code, String field, JsonNode shape, String... more) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("field", field);
        args.put("pointer", field.contains(":") ? "" : "/" + field);
        args.put("title", title(shape, field, "zh"));
        args.put("titleEn", title(shape, field, "en"));
        for (int i = 0; i + 1 < more.length; i += 2) args.put(more[i], more[i + 1]);
        return new Problem(code, Problem.Severity.REFUSED, args, Problem.Place.file(field));
    }

    /** {@code household/members}, without the slash at the beginning. */
    private static String field(String pointer) {
        String field = pointer.replace('.', '/');
        while (field.startsWith("/") || field.startsWith("$")) field = field.substring(1);
        return field;
    }

    private static String title(JsonNode shape, String field, String language) {
        if (field.equals(Correction.NAME) || field.equals(Correction.SITE))
            return CaseWords.in(Locale.of(language), "field." + field.replace(':', '.'));
        JsonNode node = shape;
        for (String part : field.split("/"))
            node = part.matches("[0-9]+")
                    ? node.path("items")
                    : node.path("properties").path(part);
        return node.path("x-title").path(language).asString(field);
    }

    /** The values as tests read them: whole numbers as long, others as double. */
    static Map<String, Object> values(String form) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonMapper.shared().readTree(form).properties().forEach(member -> {
            Object value = value(member.getValue());
            if (value != null) values.put(member.getKey(), value);
        });
        return values;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) return null;
        if (node.isBoolean()) return node.booleanValue();
        if (node.isIntegralNumber()) return node.longValue();
        if (node.isNumber()) return node.doubleValue();
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode item : node) {
                Object value = value(item);
                if (value != null) list.add(value);
            }
            return list;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> {
                Object value = value(member.getValue());
                if (value != null) map.put(member.getKey(), value);
            });
            return map;
        }
        return node.asString();
    }

    static String write(Map<String, Object> form) {
        return JsonMapper.shared().writeValueAsString(form);
    }
}
