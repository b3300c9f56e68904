package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A review for the terminal: 100 columns, aligned also where ideographs stand; the words of the JSON's language. */
public final class TextReport {
    private static final int WIDTH = 100;
    private static final List<String> TABLES = List.of(
            "/tables/landUse",
            "/tables/planUse/zones",
            "/tables/planUse/plots",
            "/tables/controlLines",
            "/tables/cropland",
            "/tables/conversion");

    private final ReviewView view;
    private final StringBuilder out = new StringBuilder();

    private TextReport(ReviewView view) {
        this.view = view;
    }

    /**
     * The text, ending with a line break.
     *
     * @param review by {@code docs/schema/review-1.json}
     */
    public static String of(JsonNode review) {
        return new TextReport(ReviewView.of(review)).text();
    }

    private String text() {
        line((view.word("text.title") + "  " + view.text("/name")).strip());
        line(view.word("text.site") + "  " + view.text("/summary/hectares") + " " + view.word("text.hectares") + "  "
                + view.text("/site/legalArea") + " m²  " + view.text("/summary/mu") + " " + view.word("text.mu") + "  "
                + view.word("text.plots", "count", view.root().at("/site/plots").size()) + "  "
                + view.text("/site/crs"));
        line(view.word("text.asof", "asOf", view.text("/asOf"), "known", view.instant(view.text("/known"))));
        line("");
        line(view.word("text.conclusion") + "  " + view.word("verdict." + view.text("/conclusion")));
        for (String part : TextWidth.wrap(view.text("/summary/text"), WIDTH - 2)) line("  " + part);
        line("");
        findings();
        layers();
        for (String table : TABLES) printed(view.root().at(table));
        notes();
        fingerprints();
        return out.toString();
    }

    private void findings() {
        line(view.word("text.findings"));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode finding : view.root().path("findings")) {
            rows.add(List.of(
                    finding.path("verdictText").asString(""),
                    finding.path("title").asString(""),
                    silent(finding) ? "–" : finding.path("area").asString("") + " m²",
                    silent(finding) ? "–" : finding.path("share").asString("") + " %"));
        }
        table(rows, 2, 3);
        for (JsonNode finding : view.root().path("findings")) {
            String verdict = finding.path("verdict").asString("");
            if (!verdict.equals("FAIL") && !verdict.equals("CONDITIONAL")) continue;
            String remedy = finding.path("title").asString("") + ": "
                    + finding.path("remedy").asString("") + " [" + view.article(finding) + "]";
            List<String> parts = TextWidth.wrap(remedy, WIDTH - 6);
            for (int i = 0; i < parts.size(); i++) line((i == 0 ? "  - " : "    ") + parts.get(i));
        }
        line("");
    }

    private static boolean silent(JsonNode finding) {
        return finding.path("verdict").asString("").equals("NOT_ANSWERED")
                && finding.path("area").asString("").equals("0.00");
    }

    private void layers() {
        line(view.word("text.layers"));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode layer : view.root().path("layers")) {
            List<String> rest = new ArrayList<>();
            if (!layer.path("reasonText").asString("").isEmpty())
                rest.add(layer.path("reasonText").asString("") + " ("
                        + layer.path("reason").asString("") + ")");
            int touches = layer.path("touches").size();
            if (touches > 0) rest.add(view.word("text.touches", "count", touches));
            int slivers = layer.at("/slivers/count").asInt(0);
            if (slivers > 0)
                rest.add(view.word(
                        "text.slivers",
                        "count",
                        slivers,
                        "area",
                        layer.at("/slivers/area").asString("")));
            rows.add(List.of(
                    layer.path("answerText").asString(""),
                    layer.path("layer").asString(""),
                    layer.path("name").asString(""),
                    layer.path("area").asString("") + " m²",
                    layer.path("share").asString("") + " %",
                    layer.path("inForceFrom").asString(""),
                    String.join("  ", rest)));
        }
        table(rows, 3, 4);
        line("");
    }

    /** A table as the paper has it: the heads, the rows, subtotals and the total. */
    private void printed(JsonNode table) {
        if (table.path("rows").isEmpty()) return;
        line(table.path("title").asString("")
                + view.word("text.unit", "unit", table.path("unit").asString("")));
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (JsonNode column : table.path("columns")) {
            String group = column.path("group").asString("");
            if (column.path("numeric").asBoolean()) right.add(heads.size());
            heads.add(
                    (group.isEmpty() ? "" : group + " ") + column.path("title").asString(""));
        }
        rows.add(heads);
        for (JsonNode row : table.path("rows")) {
            List<String> cells = new ArrayList<>();
            for (JsonNode cell : row.path("cells")) cells.add(cell.asString(""));
            rows.add(cells);
        }
        table(rows, right.stream().mapToInt(Integer::intValue).toArray());
        line("");
    }

    private void notes() {
        if (view.root().path("notes").isEmpty()) return;
        line(view.word("text.notes"));
        for (JsonNode note : view.root().path("notes"))
            for (String part : TextWidth.wrap(note.path("text").asString(""), WIDTH - 2)) line("  " + part);
        line("");
    }

    private void fingerprints() {
        String id = view.text("/id");
        line(view.word("text.hash", "id", id.isEmpty() ? "–" : id, "hash", view.text("/canonicalHash")));
    }

    /** Rows with columns as wide as their widest cell; the columns named are set to the right. */
    private void table(List<List<String>> rows, int... right) {
        if (rows.isEmpty()) return;
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows)
            for (int i = 0; i < columns; i++) widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                boolean toRight = false;
                for (int column : right) toRight |= column == i;
                text.append("  ")
                        .append(
                                toRight
                                        ? TextWidth.right(row.get(i), widths[i])
                                        : TextWidth.left(row.get(i), widths[i]));
            }
            line(text.toString());
        }
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
