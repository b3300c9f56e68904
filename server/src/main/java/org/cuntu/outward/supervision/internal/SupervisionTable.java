package org.cuntu.outward.supervision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The rows of a table of figures as they are printed, of its tree: what was counted by, then the figures, the sum last. */
final class SupervisionTable {
    private static final List<String> FIGURES = List.of(
            "open",
            "yellow",
            "red",
            "suspended",
            "oldest",
            "finished",
            "onTime",
            "early",
            "averageDays",
            "promisedDays",
            "compression");

    private SupervisionTable() {}

    record Line(List<String> cells, boolean total) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    static List<String> heads(JsonNode figures, SupervisionWords words) {
        List<String> heads = new ArrayList<>();
        heads.add(words.of("by." + figures.path("by").asString("section")));
        FIGURES.forEach(key -> heads.add(words.of("column." + key)));
        return heads;
    }

    static List<Line> lines(JsonNode figures, SupervisionWords words) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode row : figures.path("rows")) lines.add(new Line(cells(name(row, words), row), false));
        lines.add(new Line(cells(words.of("total"), figures.path("total")), true));
        return lines;
    }

    private static String name(JsonNode row, SupervisionWords words) {
        String name = row.path("name").path(words.isEnglish() ? "en" : "zh").asString("");
        String key = row.path("key").asString("");
        if (!name.isEmpty()) return name;
        return key.isEmpty() ? words.of("nobody") : key;
    }

    private static List<String> cells(String name, JsonNode figures) {
        return Stream.concat(Stream.of(name), FIGURES.stream().map(key -> text(figures.path(key))))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "–" : value.asString();
    }
}
