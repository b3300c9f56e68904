package org.cuntu.core.rules.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.core.rules.DocumentType;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The city's dated list of document types, {@code documents.yaml} by {@code docs/schema/documents-1.json}. */
final class DocumentFile {
    private record Entry(JsonNode tree, InForce held) {}

    private final Map<String, List<Entry>> types = new TreeMap<>();

    private DocumentFile() {}

    /** A city without the file has no types: nothing then proves an exception. */
    static DocumentFile read(Path path) {
        DocumentFile file = new DocumentFile();
        String name = String.valueOf(path.getFileName());
        List<Problem> problems = new ArrayList<>();
        JsonNode root = RuleFiles.tree(path, "documents-1.json", problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
        for (JsonNode tree : root.path("documents")) {
            List<Entry> versions =
                    file.types.computeIfAbsent(tree.required("id").asString(), id -> new ArrayList<>());
            Entry entry = new Entry(tree, RuleFiles.held(tree));
            if (versions.stream().anyMatch(other -> other.held().contradicts(entry.held())))
                problems.add(Problem.refused(
                        "rule.document-twice",
                        Problem.Place.file(name),
                        "id",
                        tree.required("id").asString()));
            versions.add(entry);
        }
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return file;
    }

    /** A city that keeps a list names in its rules only what is on it. */
    List<Problem> unknown(String file, Collection<String> needs) {
        if (types.isEmpty()) return List.of();
        return needs.stream()
                .filter(need -> !types.containsKey(need))
                .map(need -> Problem.refused(
                        "rule.unknown-document",
                        Problem.Place.file(file),
                        "id",
                        need,
                        "nearest",
                        KnownWords.nearest(need, types.keySet())))
                .toList();
    }

    /** Puts the types in force into the text of a set; nothing where there are none. */
    void write(LocalDate at, @Nullable Instant known, Map<String, Object> text) {
        List<Object> list = new ArrayList<>();
        for (List<Entry> versions : types.values())
            InForce.choose(versions, Entry::held, at, known).ifPresent(entry -> {
                Map<String, Object> type = new LinkedHashMap<>();
                for (String key : List.of("id", "title", "levels", "validity"))
                    if (entry.tree().has(key))
                        type.put(key, PlainRule.plain(entry.tree().get(key)));
                list.add(type);
            });
        if (!list.isEmpty()) text.put("documents", list);
    }

    static List<DocumentType> types(JsonNode list) {
        List<DocumentType> types = new ArrayList<>();
        for (JsonNode tree : list) {
            List<String> levels = new ArrayList<>();
            tree.path("levels").forEach(level -> levels.add(level.asString()));
            types.add(new DocumentType(
                    tree.required("id").asString(),
                    words(tree.required("title")),
                    levels,
                    tree.path("validity").asBoolean(false)));
        }
        return types;
    }

    private static Words words(JsonNode node) {
        return new Words(node.required("zh").asString(), node.required("en").asString());
    }
}
