package org.cuntu.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file of the city, read strictly: a key that nobody asked for is refused with the nearest one that is known, and so is
 * a missing or ill-typed one. A {@link Node} must be closed when all its keys have been asked for.
 */
public final class YamlFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final Node root;

    private YamlFile(Path file, JsonNode json) {
        this.file = file;
        this.root = new Node(json, "");
    }

    /** @throws InputRefused when the file is no YAML */
    public static YamlFile read(Path file) {
        try {
            return new YamlFile(file, YAML.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("city file " + file, e);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InputRefused(Problem.refused(
                    "home.not-yaml",
                    Problem.Place.line(file.getFileName().toString(), line),
                    "why",
                    e.getOriginalMessage()));
        }
    }

    public Node root() {
        return root;
    }

    /** A refusal that names this file. */
    public InputRefused refused(String code, Problem.Place place, Object... args) {
        return new InputRefused(
                Problem.refused(code, place.inFile(file.getFileName().toString()), args));
    }

    /** A mapping of the file. */
    public final class Node {
        private final JsonNode json;
        private final String path;
        private final Set<String> known = new LinkedHashSet<>();

        private Node(JsonNode json, String path) {
            if (!json.isObject()) throw wrong(path, "a mapping");
            this.json = json;
            this.path = path;
        }

        public String text(String key) {
            return findText(key).orElseThrow(() -> missing(key));
        }

        public Optional<String> findText(String key) {
            return find(key).map(value -> {
                if (!value.isValueNode()) throw wrong(at(key), "a text");
                return value.asString();
            });
        }

        public boolean flag(String key, boolean otherwise) {
            return find(key)
                    .map(value -> {
                        if (!value.isBoolean()) throw wrong(at(key), "true or false");
                        return value.booleanValue();
                    })
                    .orElse(otherwise);
        }

        public int integer(String key, int otherwise) {
            return find(key)
                    .map(value -> {
                        if (!value.isIntegralNumber() || !value.canConvertToInt())
                            throw wrong(at(key), "a whole number");
                        return value.intValue();
                    })
                    .orElse(otherwise);
        }

        public double number(String key, double otherwise) {
            return find(key)
                    .map(value -> {
                        if (!value.isNumber()) throw wrong(at(key), "a number");
                        return value.doubleValue();
                    })
                    .orElse(otherwise);
        }

        public List<Double> numbers(String key) {
            List<Double> list = new ArrayList<>();
            for (JsonNode item : items(key)) {
                if (!item.isNumber()) throw wrong(at(key), "a list of numbers");
                list.add(item.doubleValue());
            }
            return List.copyOf(list);
        }

        /** Empty when the key is not there. */
        public List<String> texts(String key) {
            List<String> list = new ArrayList<>();
            for (JsonNode item : items(key)) {
                if (!item.isValueNode()) throw wrong(at(key), "a list of texts");
                list.add(item.asString());
            }
            return List.copyOf(list);
        }

        /** The lists of texts in a list; empty when the key is not there. */
        public List<List<String>> lists(String key) {
            List<List<String>> lists = new ArrayList<>();
            for (JsonNode item : items(key)) {
                if (!item.isArray()) throw wrong(at(key), "a list of lists");
                lists.add(item.values().stream().map(JsonNode::asString).toList());
            }
            return List.copyOf(lists);
        }

        public Node node(String key) {
            return findNode(key).orElseThrow(() -> missing(key));
        }

        public Optional<Node> findNode(String key) {
            return find(key).map(value -> new Node(value, at(key)));
        }

        /** A mapping; an empty one when the key is not there. */
        public Node nodeOrEmpty(String key) {
            return findNode(key).orElseGet(() -> new Node(YAML.createObjectNode(), at(key)));
        }

        /** The mappings of a list; empty when the key is not there. */
        public List<Node> nodes(String key) {
            List<Node> list = new ArrayList<>();
            int number = 0;
            for (JsonNode item : items(key)) list.add(new Node(item, at(key) + "[" + ++number + "]"));
            return list;
        }

        /** Where this mapping stands: {@code layers[3].fields[1]}. */
        public String path() {
            return path;
        }

        /** Refuses the keys that were never asked for. */
        public void close() {
            for (String key : json.propertyNames()) {
                if (known.contains(key)) continue;
                String nearest = Nearest.to(key, known).orElse("-");
                throw refused("home.unknown-key", Problem.Place.UNKNOWN, "key", at(key), "nearest", nearest);
            }
        }

        private Optional<JsonNode> find(String key) {
            known.add(key);
            JsonNode value = json.get(key);
            return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
        }

        private Iterable<JsonNode> items(String key) {
            JsonNode value = find(key).orElse(null);
            if (value == null) return List.of();
            if (!value.isArray()) throw wrong(at(key), "a list");
            return value.values();
        }

        private String at(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        private InputRefused missing(String key) {
            for (String there : json.propertyNames())
                if (!known.contains(there) && Nearest.to(there, Set.of(key)).isPresent())
                    return refused("home.unknown-key", Problem.Place.UNKNOWN, "key", at(there), "nearest", key);
            return refused("home.missing-key", Problem.Place.UNKNOWN, "key", at(key));
        }
    }

    private InputRefused wrong(String path, String wanted) {
        return refused("home.wrong-type", Problem.Place.UNKNOWN, "key", path.isEmpty() ? "-" : path, "wanted", wanted);
    }
}
