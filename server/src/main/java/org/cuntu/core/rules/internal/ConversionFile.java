package org.cuntu.core.rules.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Conversion;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The city's conversion matrix, {@code conversion.yaml} by {@code docs/schema/conversion-1.json}: dated sentences, each of
 * some zones, present classes, wanted uses and townships.
 */
final class ConversionFile {
    private static final String FILE = "conversion.yaml";

    private record Entry(Object tree, Conversion.Cell cell, InForce held) {}

    private final Map<String, List<Entry>> sentences = new TreeMap<>();
    private final Set<String> documents = new TreeSet<>();
    private Object groups = Map.of();

    private ConversionFile() {}

    /** A city without the file has no matrix. */
    static ConversionFile read(Path path) {
        ConversionFile file = new ConversionFile();
        List<Problem> problems = new ArrayList<>();
        JsonNode root = RuleFiles.tree(path, "conversion-1.json", problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
        if (root.has("groups")) file.groups = PlainRule.plain(root.get("groups"));
        Set<String> from = ids(root.path("groups").path("from"));
        Set<String> to = ids(root.path("groups").path("to"));
        for (JsonNode tree : root.path("cells")) file.add(tree, from, to, problems);
        file.checkOverlaps(problems);
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return file;
    }

    private static Set<String> ids(JsonNode groups) {
        Set<String> ids = new TreeSet<>(Set.of(Conversion.ANY));
        groups.forEach(group -> ids.add(group.required("id").asString()));
        return ids;
    }

    private void add(JsonNode tree, Set<String> from, Set<String> to, List<Problem> problems) {
        Conversion.Cell cell = cell(tree);
        if (!cell.document().isEmpty()) documents.add(cell.document());
        cell.from().forEach(one -> known(cell, one, from, problems));
        cell.to().forEach(one -> known(cell, one, to, problems));
        Map<String, Object> plain = new LinkedHashMap<>();
        tree.properties().forEach(member -> {
            if (!member.getKey().equals("inForce") && !member.getKey().equals("knownFrom"))
                plain.put(member.getKey(), PlainRule.plain(member.getValue()));
        });
        sentences.computeIfAbsent(cell.id(), id -> new ArrayList<>()).add(new Entry(plain, cell, RuleFiles.held(tree)));
    }

    private static void known(Conversion.Cell cell, String group, Set<String> groups, List<Problem> problems) {
        if (!groups.contains(group))
            problems.add(Problem.refused(
                    "rule.conversion-group",
                    Problem.Place.file(FILE),
                    "id",
                    cell.id(),
                    "group",
                    group,
                    "nearest",
                    KnownWords.nearest(group, groups)));
    }

    /** Two sentences of the same weight must not speak of one cell on one day: neither would decide. */
    private void checkOverlaps(List<Problem> problems) {
        List<Entry> all = sentences.values().stream().flatMap(List::stream).toList();
        for (int i = 0; i < all.size(); i++)
            for (int j = 0; j < i; j++) {
                Entry one = all.get(j);
                Entry other = all.get(i);
                boolean sentence = one.cell().id().equals(other.cell().id());
                boolean clash = sentence
                        ? one.held().contradicts(other.held())
                        : one.cell().clashes(other.cell()) && one.held().meets(other.held());
                if (clash)
                    problems.add(Problem.refused(
                            "rule.conversion-twice",
                            Problem.Place.file(FILE),
                            "one",
                            one.cell().id(),
                            "other",
                            other.cell().id()));
            }
    }

    /** The types of documents that its sentences name. */
    Set<String> documents() {
        return documents;
    }

    /** Puts the sentences in force into the text of a set; nothing where there are none. */
    void write(LocalDate day, @Nullable Instant known, Map<String, Object> text) {
        List<Object> list = new ArrayList<>();
        for (List<Entry> versions : sentences.values())
            InForce.choose(versions, Entry::held, day, known).ifPresent(entry -> list.add(entry.tree()));
        if (!list.isEmpty()) text.put("conversion", Map.of("groups", groups, "cells", list));
    }

    static Conversion matrix(JsonNode node) {
        if (!node.isObject()) return Conversion.NONE;
        List<Conversion.Cell> cells = new ArrayList<>();
        for (JsonNode cell : node.required("cells")) cells.add(cell(cell));
        return new Conversion(
                groups(node.path("groups").path("from")),
                groups(node.path("groups").path("to")),
                cells);
    }

    private static Conversion.Cell cell(JsonNode tree) {
        List<String> townships = texts(tree, "townships");
        return new Conversion.Cell(
                tree.required("id").asString(),
                townships.isEmpty() ? List.of(Conversion.ANY) : townships,
                texts(tree, "zones"),
                texts(tree, "from"),
                texts(tree, "to"),
                Conversion.Outcome.valueOf(tree.required("outcome").asString()),
                tree.path("document").asString(""),
                article(tree.required("article")),
                words(tree.path("note")),
                tree.path("invented").asBoolean(false));
    }

    private static List<String> texts(JsonNode tree, String key) {
        List<String> texts = new ArrayList<>();
        tree.path(key).forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static List<Conversion.Group> groups(JsonNode list) {
        List<Conversion.Group> groups = new ArrayList<>();
        for (JsonNode group : list)
            groups.add(new Conversion.Group(
                    group.required("id").asString(), words(group.required("title")), texts(group, "codes")));
        return groups;
    }

    private static Article article(JsonNode node) {
        return new Article(
                node.required("doc").asString(),
                node.required("clause").asString(),
                Article.Status.valueOf(node.required("status").asString().toUpperCase(Locale.ROOT)));
    }

    private static Words words(JsonNode node) {
        return new Words(node.path("zh").asString(""), node.path("en").asString(""));
    }
}
