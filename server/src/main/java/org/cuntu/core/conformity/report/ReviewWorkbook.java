package org.cuntu.core.conformity.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import tools.jackson.databind.JsonNode;

/**
 * All tables of a review as a workbook, one sheet each: figures are numbers in a format of their own places, heads are
 * frozen and name their units, subtotals and totals stand as on the paper. The leaf table, of which every figure is a sum,
 * is the last but one.
 */
public final class ReviewWorkbook {
    private final ReviewView view;
    private final Workbook book;
    private final Set<String> names = new HashSet<>();

    private ReviewWorkbook(ReviewView view, Workbook book) {
        this.view = view;
        this.book = book;
    }

    /** The bytes of the .xlsx. */
    public static byte[] of(JsonNode review, PaperContext context) {
        ReviewView view = ReviewView.of(review, context.zone());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Cuntu", "1.0")) {
            ReviewWorkbook sheets = new ReviewWorkbook(view, book);
            sheets.summary(context.person());
            sheets.plots();
            for (JsonNode table : view.tables()) sheets.table(table);
            sheets.findings();
            sheets.leaves();
            sheets.versions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A sheet's name may have 31 signs and none of []:*?/\\. */
    private String name(String title) {
        String clean = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String name = clean.length() > 31 ? clean.substring(0, 31) : clean;
        for (int i = 2; !names.add(name); i++) {
            String tail = " " + i;
            name = clean.substring(0, Math.min(clean.length(), 31 - tail.length())) + tail;
        }
        return name;
    }

    private WorkbookSheet sheet(String title, String unit, List<WorkbookSheet.Head> heads) {
        String about = (view.text("/name") + "　" + view.text("/id") + "　" + unit).strip();
        return new WorkbookSheet(book.newWorksheet(name(title)), title, about, heads);
    }

    private WorkbookSheet.Head words(String key) {
        return new WorkbookSheet.Head(view.word(key), "", false);
    }

    private WorkbookSheet.Head figure(String key) {
        return new WorkbookSheet.Head(view.word(key), "", true);
    }

    private void summary(String person) throws IOException {
        WorkbookSheet sheet = sheet(view.word("report.title"), "", List.of(words("sheet.what"), words("sheet.value")));
        String[][] rows = {
            {"report.name", view.text("/name")},
            {"report.code", view.text("/id")},
            {"report.date", view.instant(view.text("/at"))},
            {"report.person", person},
            {"report.conclusion", view.word("verdict." + view.text("/conclusion"))},
            {"text.conclusion-text", view.text("/summary/text")},
            {"sheet.square-metres", view.text("/site/legalArea")},
            {"sheet.hectares", view.text("/summary/hectares")},
            {"sheet.mu", view.text("/summary/mu")},
            {"report.statedArea", view.text("/site/statedArea")},
            {"sheet.crs", view.text("/site/crs")},
            {"sheet.as-of", view.text("/asOf")},
            {"sheet.known", view.instant(view.text("/known"))},
            {"report.siteprint", view.text("/site/hash")},
            {"report.ruleset", view.text("/ruleSet")},
            {"report.canonical", view.text("/canonicalHash")},
        };
        for (String[] row : rows)
            sheet.entry(
                    view.word(row[0]), row[1], row[0].matches("sheet.(square-metres|hectares|mu)|report.statedArea"));
        if (view.isInvented()) sheet.row(false, List.of(view.word("text.notes"), view.word("report.demo")));
        for (JsonNode note : view.root().path("notes"))
            sheet.row(false, List.of(view.word("text.notes"), note.path("text").asString("")));
        sheet.done();
    }

    private void plots() throws IOException {
        WorkbookSheet sheet = sheet(
                view.word("pieces.plots"),
                "",
                List.of(
                        words("column.plot"),
                        words("report.name"),
                        words("report.use"),
                        figure("column.squareMetres"),
                        figure("report.plane"),
                        figure("report.statedArea")));
        for (JsonNode plot : view.root().at("/site/plots"))
            sheet.row(false, texts(plot, "number", "name", "use", "legalArea", "planeArea", "statedArea"));
        sheet.row(
                true,
                List.of(
                        view.word("table.total"),
                        "",
                        "",
                        view.text("/site/legalArea"),
                        view.text("/site/planeArea"),
                        view.text("/site/statedArea")));
        sheet.done();
    }

    private void table(JsonNode table) throws IOException {
        List<WorkbookSheet.Head> heads = new ArrayList<>();
        String unit = table.path("unit").asString("");
        for (JsonNode column : table.path("columns")) {
            boolean numeric = column.path("numeric").asBoolean(false);
            String title = column.path("title").asString("");
            boolean named = title.contains("（") || title.contains("(") || !unit.equals("ha");
            heads.add(new WorkbookSheet.Head(
                    numeric && !named ? title + view.word("sheet.in-hectares") : title,
                    column.path("group").asString(""),
                    numeric));
        }
        WorkbookSheet sheet =
                sheet(table.path("title").asString(""), unit.equals("ha") ? view.word("unit.ha") : "", heads);
        for (JsonNode row : table.path("rows")) {
            List<String> cells = new ArrayList<>();
            row.path("cells").forEach(cell -> cells.add(cell.asString("")));
            sheet.row(!row.path("kind").asString("").equals("row"), cells);
        }
        sheet.done();
    }

    private void findings() throws IOException {
        WorkbookSheet sheet = sheet(
                view.word("report.problems"),
                "",
                List.of(
                        words("column.number"),
                        words("column.item"),
                        words("sheet.rule"),
                        words("column.verdict"),
                        figure("column.squareMetres"),
                        figure("column.hectares"),
                        figure("column.share"),
                        words("column.basis"),
                        words("finding.remedy"),
                        words("finding.needs")));
        for (ReviewView.Numbered one : view.findings()) {
            JsonNode finding = one.finding();
            List<String> needs = new ArrayList<>();
            finding.path("needsText").forEach(need -> needs.add(need.asString("")));
            sheet.row(
                    false,
                    List.of(
                            one.number() == 0 ? "" : String.valueOf(one.number()),
                            finding.path("title").asString(""),
                            finding.path("rule").asString(""),
                            finding.path("verdictText").asString(""),
                            finding.path("area").asString(""),
                            finding.path("hectares").asString(""),
                            finding.path("share").asString(""),
                            view.article(finding),
                            finding.path("remedy").asString(""),
                            String.join("；", needs)));
        }
        sheet.done();
    }

    /** The leaf table: of every layer each part of the site. */
    private void leaves() throws IOException {
        WorkbookSheet sheet = sheet(
                view.word("pieces.pieces"),
                "",
                List.of(
                        words("column.plot"),
                        words("sheet.layer-code"),
                        words("report.layer"),
                        words("sheet.kind"),
                        words("report.feature"),
                        words("column.class"),
                        words("table.owner"),
                        words("report.ownership"),
                        figure("column.squareMetres"),
                        figure("column.hectares"),
                        figure("column.share"),
                        figure("sheet.ridge"),
                        words("sheet.sliver")));
        for (JsonNode layer : view.root().path("layers"))
            for (JsonNode leaf : layer.path("leaves")) {
                JsonNode fields = leaf.path("fields");
                sheet.row(
                        false,
                        List.of(
                                leaf.path("plot").asString(""),
                                layer.path("layer").asString(""),
                                layer.path("name").asString(""),
                                view.word("leaf." + leaf.path("kind").asString("")),
                                fields.path("BSM").asString(leaf.path("feature").asString("")),
                                (fields.path("DLBM").asString("") + " "
                                                + fields.path("DLMC").asString(""))
                                        .strip(),
                                fields.path("QSDWMC").asString(""),
                                fields.path("QSXZ").asString(""),
                                leaf.path("area").asString(""),
                                leaf.path("hectares").asString(""),
                                leaf.path("share").asString(""),
                                leaf.path("ridge").asString(""),
                                view.word(leaf.path("sliver").asBoolean(false) ? "report.yes" : "report.no")));
            }
        sheet.done();
    }

    private void versions() throws IOException {
        WorkbookSheet sheet = sheet(
                view.word("report.prints"),
                "",
                List.of(
                        words("report.layer"),
                        words("report.answer"),
                        words("report.inForceFrom"),
                        words("report.knownFrom"),
                        words("report.hash")));
        for (JsonNode layer : view.root().path("layers"))
            sheet.row(
                    false,
                    List.of(
                            layer.path("name").asString(""),
                            (layer.path("answerText").asString("") + " "
                                            + layer.path("reasonText").asString(""))
                                    .strip(),
                            layer.path("inForceFrom").asString("–"),
                            view.instant(layer.path("knownFrom").asString("")),
                            layer.path("snapshot").asString("–")));
        sheet.done();
    }

    private static List<String> texts(JsonNode node, String... keys) {
        List<String> texts = new ArrayList<>();
        for (String key : keys) texts.add(node.path(key).asString(""));
        return texts;
    }
}
