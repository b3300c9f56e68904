package org.cuntu.core.cases.internal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Nearest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published shape of a matter's files, {@code docs/schema/matter-1.json}. Thread safe. */
final class MatterShape {
    private static final JsonNode ROOT = JsonMapper.shared().readTree(text());
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static final MatterShape MATTER = new MatterShape(ROOT);
    static final MatterShape TEMPLATE = part("template");
    static final MatterShape EXAMPLE = part("example");

    private final JsonNode shape;
    private final Schema schema;

    private MatterShape(JsonNode shape) {
        this.shape = shape;
        this.schema = REGISTRY.getSchema(shape.toString(), InputFormat.JSON);
    }

    private static MatterShape part(String name) {
        var shape = JsonMapper.shared().createObjectNode();
        shape.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        shape.put("$ref", "#/$defs/" + name);
        shape.set("$defs", ROOT.get("$defs"));
        return new MatterShape(shape);
    }

    /** Unknown words first, each with the nearest known one; only then what else the schema says. */
    boolean check(String file, JsonNode tree, List<Problem> problems) {
        int before = problems.size();
        unknown(file, "", tree, shape, problems);
        if (problems.size() == before)
            for (Error error : schema.validate(tree))
                problems.add(Problem.refused(
                        "matters.shape",
                        Problem.Place.file(file),
                        "at",
                        error.getInstanceLocation(),
                        "message",
                        error.getMessage()));
        return problems.size() == before;
    }

    private void unknown(String file, String path, JsonNode node, JsonNode of, List<Problem> problems) {
        JsonNode resolved = resolve(of);
        if (node.isArray()) {
            for (JsonNode item : node) unknown(file, path, item, resolved.path("items"), problems);
            return;
        }
        JsonNode properties = resolved.path("properties");
        if (!node.isObject() || !properties.isObject()) return;
        node.properties().forEach(member -> {
            String key = member.getKey();
            if (properties.has(key)) unknown(file, path + key + ".", member.getValue(), properties.get(key), problems);
            else
                problems.add(Problem.refused(
                        "matters.unknown-key",
                        Problem.Place.file(file),
                        "key",
                        path + key,
                        "nearest",
                        path
                                + Nearest.to(key, List.copyOf(properties.propertyNames()))
                                        .orElse("-")));
        });
    }

    private static JsonNode resolve(JsonNode shape) {
        String ref = shape.path("$ref").asString("");
        return ref.isEmpty() ? shape : resolve(ROOT.at(ref.substring(1)));
    }

    private static String text() {
        try (InputStream in = MatterShape.class.getResourceAsStream("/cuntu/schema/matter-1.json")) {
            if (in == null) throw new IllegalStateException("/cuntu/schema/matter-1.json is not on the classpath");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
