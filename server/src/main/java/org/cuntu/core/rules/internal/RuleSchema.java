package org.cuntu.core.rules.internal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published shape of the city's files, of {@code docs/schema}, on the classpath under {@code /cuntu/schema/}. */
final class RuleSchema {
    private final Schema schema;
    private final JsonNode root;

    /** @param name for example {@code rule-1.json} */
    RuleSchema(String name) {
        String text = text(name);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        root = JsonMapper.shared().readTree(text);
    }

    /** Unknown words first, each with the nearest known one; only then what else the schema says. */
    List<Problem> check(String file, JsonNode rule) {
        List<Problem> problems = new ArrayList<>();
        unknown(file, "", rule, root, problems);
        if (problems.isEmpty())
            for (Error error : schema.validate(rule))
                problems.add(Problem.refused(
                        "rule.shape",
                        Problem.Place.file(file),
                        "at",
                        error.getInstanceLocation(),
                        "message",
                        error.getMessage()));
        return problems;
    }

    private void unknown(String file, String path, JsonNode node, JsonNode shape, List<Problem> problems) {
        JsonNode resolved = resolve(shape);
        if (node.isArray()) {
            for (JsonNode item : node) unknown(file, path, item, resolved.path("items"), problems);
            return;
        }
        JsonNode properties = resolved.path("properties");
        if (!node.isObject() || !properties.isObject()) return;
        node.properties().forEach(member -> {
            String key = member.getKey();
            if (properties.has(key)) {
                unknown(file, path + key + ".", member.getValue(), properties.get(key), problems);
                return;
            }
            String nearest = KnownWords.nearest(key, List.copyOf(properties.propertyNames()));
            problems.add(Problem.refused(
                    "rule.unknown-key", Problem.Place.file(file), "key", path + key, "nearest", path + nearest));
        });
    }

    private JsonNode resolve(JsonNode shape) {
        String ref = shape.path("$ref").asString("");
        return ref.isEmpty() ? shape : root.at(ref.substring(1));
    }

    private static String text(String name) {
        try (InputStream in = RuleSchema.class.getResourceAsStream("/cuntu/schema/" + name)) {
            if (in == null) throw new IllegalStateException("/cuntu/schema/" + name + " is not on the classpath");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
