package org.cuntu.core.rules.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a city's rules and settings from its folder; every problem of every file is collected before it refuses. */
final class RuleFiles {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> SETTING_KEYS =
            new java.util.TreeSet<>(List.of("name", "type", "unit", "value", "inForce", "knownFrom", "zh", "en"));

    private RuleFiles() {}

    /** The rule files of a folder by file name, as trees of the published shape. */
    static Map<String, JsonNode> rules(Path folder) {
        RuleSchema schema = new RuleSchema("rule-1.json");
        List<Problem> problems = new ArrayList<>();
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            try {
                JsonNode tree = YAML.readTree(Files.readString(file));
                problems.addAll(schema.check(name, tree));
                trees.put(name, tree);
            } catch (JacksonException e) {
                problems.add(unreadable(name, e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return trees;
    }

    /** The settings; a city without the file has none. */
    static Settings settings(Path file) {
        if (!Files.exists(file)) return new Settings(List.of());
        List<Problem> problems = new ArrayList<>();
        List<Settings.Entry> entries = new ArrayList<>();
        try {
            for (JsonNode tree : YAML.readTree(Files.readString(file))) {
                Settings.Entry entry = setting(file.getFileName().toString(), tree, problems);
                if (entry != null) entries.add(entry);
            }
        } catch (JacksonException e) {
            problems.add(unreadable(file.getFileName().toString(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return new Settings(entries);
    }

    private static Settings.@Nullable Entry setting(String file, JsonNode tree, List<Problem> problems) {
        Problem.Place place = Problem.Place.file(file);
        for (String key : tree.propertyNames())
            if (!SETTING_KEYS.contains(key))
                problems.add(Problem.refused(
                        "rule.unknown-key", place, "key", key, "nearest", KnownWords.nearest(key, SETTING_KEYS)));
        try {
            return new Settings.Entry(
                    tree.required("name").asString(),
                    value(tree.required("type").asString(), tree.required("value")),
                    held(tree));
        } catch (RuntimeException e) {
            problems.add(Problem.refused(
                    "rule.setting", place, "name", tree.path("name").asString(""), "message", e.getMessage()));
            return null;
        }
    }

    /** {@code inForce} and {@code knownFrom} of a dated thing. */
    static InForce held(JsonNode tree) {
        String to = tree.path("inForce").path("to").asString("");
        String known = tree.path("knownFrom").asString("");
        return new InForce(
                LocalDate.parse(tree.required("inForce").required("from").asString()),
                to.isEmpty() ? null : LocalDate.parse(to),
                known.isEmpty() ? null : OffsetDateTime.parse(known).toInstant());
    }

    /** A file of the published shape; an empty tree where the city has none. */
    static JsonNode tree(Path file, String shape, List<Problem> problems) {
        if (!Files.exists(file)) return YAML.createObjectNode();
        String name = file.getFileName().toString();
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            problems.addAll(new RuleSchema(shape).check(name, tree));
            return tree;
        } catch (JacksonException e) {
            problems.add(unreadable(name, e));
            return YAML.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.asLong();
            case "area" -> Area.parse(value.asString()).hundredths();
            case "codes" -> {
                List<String> codes = new ArrayList<>();
                value.forEach(code -> codes.add(code.asString()));
                yield List.copyOf(codes);
            }
            default -> throw new IllegalArgumentException("type " + type + " is not one of integer, area, codes");
        };
    }

    private static Problem unreadable(String file, JacksonException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return Problem.refused(
                "rule.unreadable", Problem.Place.line(file, Math.max(line, 1)), "message", e.getOriginalMessage());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
