package org.cuntu.core.rules.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.rules.Conversion;

/** The conversion matrix as the page reads it: one grid a zone, and a grid for each township with sentences of its own. */
final class ConversionView {
    private final Conversion matrix;
    private final List<ClassSchemes.Entry> zones;

    ConversionView(Conversion matrix, List<ClassSchemes.Entry> zones) {
        this.matrix = matrix;
        this.zones = zones;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        TreeSet<String> townships = new TreeSet<>();
        TreeSet<String> spokenOf = new TreeSet<>();
        for (Conversion.Cell cell : matrix.cells()) {
            spokenOf.addAll(cell.zones());
            cell.townships().stream().filter(one -> !one.equals(Conversion.ANY)).forEach(townships::add);
        }
        tree.put("from", groups(matrix.from()));
        tree.put("to", groups(matrix.to()));
        tree.put("townships", townships);
        List<Object> sentences = new ArrayList<>();
        for (Conversion.Cell cell : matrix.cells()) sentences.add(sentence(cell));
        tree.put("sentences", sentences);
        List<Object> list = new ArrayList<>();
        for (String zone : spokenOf) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", zone);
            one.put("name", name(zone));
            one.put("cells", grid(zone, ""));
            Map<String, Object> own = new LinkedHashMap<>();
            for (String township : townships) {
                List<List<Integer>> grid = grid(zone, township);
                if (!grid.equals(one.get("cells"))) own.put(township, grid);
            }
            one.put("townships", own);
            list.add(one);
        }
        tree.put("zones", list);
        return tree;
    }

    private String name(String zone) {
        return zones.stream()
                .filter(entry -> entry.code().equals(zone))
                .map(ClassSchemes.Entry::name)
                .findFirst()
                .orElse(zone);
    }

    private static List<Object> groups(List<Conversion.Group> groups) {
        return groups.stream()
                .<Object>map(group ->
                        Map.of("id", group.id(), "title", RuleView.words(group.title()), "codes", group.codes()))
                .toList();
    }

    private static Map<String, Object> sentence(Conversion.Cell cell) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", cell.id());
        tree.put("outcome", cell.outcome().name());
        tree.put("document", cell.document());
        tree.put(
                "article",
                Map.of(
                        "doc", cell.article().doc(),
                        "clause", cell.article().clause(),
                        "status", cell.article().status().name().toLowerCase(Locale.ROOT)));
        tree.put("note", RuleView.words(cell.note()));
        tree.put("invented", cell.invented());
        tree.put("townships", cell.townships());
        return tree;
    }

    /** The number of the sentence that decides, by present class and wanted use; -1: none. */
    private List<List<Integer>> grid(String zone, String township) {
        List<List<Integer>> rows = new ArrayList<>();
        for (Conversion.Group from : matrix.from()) {
            List<Integer> row = new ArrayList<>();
            for (Conversion.Group to : matrix.to())
                row.add(matrix.find(township, zone, from.id(), to.id())
                        .map(cell -> matrix.cells().indexOf(cell))
                        .orElse(-1));
            rows.add(row);
        }
        return rows;
    }
}
