package org.cuntu.core.conformity.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;

/**
 * All tables of a review as a workbook, one sheet each: figures are numbers in a format of their own places, heads are
 * frozen and name their units, subtotals and totals stand as on the paper. The leaf table, of which every figure is a sum,
 * is the last but one.
 */
public final class ReviewWorkbook {
    private static final int HEAD_FILL_ROWS = 2;
    private static final String HEAD = "EEF1F4";
    private static final double MOST_WIDTH = 48;

    private final ReviewView view;
    private final Workbook book;
    private final Set<String> names = new HashSet<>();

    private ReviewWorkbook(ReviewView view, Workbook book) {
        this.view = view;
        this.book = book;
    }

    /** A column: its head, and the places of its figures or −1 for words. */
    private record Head(String title, String group, int places) {}

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

    private Sheet sheet(String title, String unit, List<Head> heads) {
        return new Sheet(book.newWorksheet(name(title)), title, unit, heads);
    }

    /** One sheet under construction; rows are numbered from 0. */
    private final class Sheet {
        private final Worksheet sheet;
        private final List<Head> heads;
        private final double[] widths;
        private final int first;
        private int row;

        Sheet(Worksheet sheet, String title, String unit, List<Head> heads) {
            this.sheet = sheet;
            this.heads = heads;
            widths = new double[heads.size()];
            sheet.value(0, 0, title);
            sheet.style(0, 0).bold().fontSize(13).set();
            sheet.value(1, 0, (view.text("/name") + "　" + view.text("/id") + "　" + unit).strip());
            boolean grouped = heads.stream().anyMatch(head -> !head.group().isEmpty());
            row = HEAD_FILL_ROWS;
            if (grouped) groups();
            for (int c = 0; c < heads.size(); c++) {
                sheet.value(row, c, heads.get(c).title());
                head(row, c);
                widths[c] = width(heads.get(c).title());
            }
            first = ++row;
            sheet.freezePane(Math.min(1, heads.size()), first);
            sheet.repeatRows(0, first - 1);
            sheet.pageOrientation(heads.size() > 8 ? "landscape" : "portrait");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        }

        private void groups() {
            for (int c = 0; c < heads.size(); ) {
                int to = c;
                while (to + 1 < heads.size()
                        && heads.get(to + 1).group().equals(heads.get(c).group())) to++;
                sheet.value(row, c, heads.get(c).group());
                for (int k = c; k <= to; k++) head(row, k);
                if (to > c && !heads.get(c).group().isEmpty())
                    sheet.range(row, c, row, to).merge();
                c = to + 1;
            }
            row++;
        }

        private void head(int r, int c) {
            sheet.style(r, c)
                    .bold()
                    .fillColor(HEAD)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .horizontalAlignment(heads.get(c).places() < 0 ? "left" : "right")
                    .borderStyle(BorderStyle.THIN)
                    .borderColor("BBC5CE")
                    .set();
        }

        void row(boolean strong, List<String> cells) {
            for (int c = 0; c < cells.size(); c++) {
                String text = cells.get(c);
                int places = heads.get(c).places();
                boolean figure = places >= 0 && text.matches("-?[0-9]+(\\.[0-9]+)?");
                var style = sheet.style(row, c);
                if (figure) {
                    BigDecimal number = new BigDecimal(text);
                    sheet.value(row, c, number);
                    style.format(number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale()));
                } else {
                    sheet.value(row, c, text);
                    style.horizontalAlignment(places >= 0 ? "right" : "left").verticalAlignment("top");
                    if (places < 0) style.wrapText(true);
                }
                if (strong) style.bold().fillColor(HEAD).borderStyle(BorderSide.TOP, BorderStyle.THIN);
                style.set();
                widths[c] = Math.max(widths[c], width(text) + (figure ? 2 : 0));
            }
            row++;
        }

        void done() throws IOException {
            for (int c = 0; c < widths.length; c++) sheet.width(c, Math.max(8, Math.min(MOST_WIDTH, widths[c] + 2)));
            if (row > first && heads.size() > 1) sheet.setAutoFilter(first - 1, 0, row - 1, heads.size() - 1);
            sheet.finish();
        }
    }

    private static double width(String text) {
        return TextWidth.of(text);
    }

    private Head words(String key) {
        return new Head(view.word(key), "", -1);
    }

    private Head figure(String key) {
        return new Head(view.word(key), "", 2);
    }

    private void summary(String person) throws IOException {
        Sheet sheet = sheet(view.word("report.title"), "", List.of(words("sheet.what"), words("sheet.value")));
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
        for (String[] row : rows) sheet.row(false, List.of(view.word(row[0]), row[1]));
        if (view.isInvented()) sheet.row(false, List.of(view.word("text.notes"), view.word("report.demo")));
        for (JsonNode note : view.root().path("notes"))
            sheet.row(false, List.of(view.word("text.notes"), note.path("text").asString("")));
        sheet.done();
    }

    private void plots() throws IOException {
        Sheet sheet = sheet(
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
        List<Head> heads = new ArrayList<>();
        String unit = table.path("unit").asString("");
        for (JsonNode column : table.path("columns")) {
            boolean numeric = column.path("numeric").asBoolean(false);
            String title = column.path("title").asString("");
            boolean named = title.contains("（") || title.contains("(") || !unit.equals("ha");
            heads.add(new Head(
                    numeric && !named ? title + view.word("sheet.in-hectares") : title,
                    column.path("group").asString(""),
                    numeric ? 2 : -1));
        }
        Sheet sheet = sheet(table.path("title").asString(""), unit.equals("ha") ? view.word("unit.ha") : "", heads);
        for (JsonNode row : table.path("rows")) {
            List<String> cells = new ArrayList<>();
            row.path("cells").forEach(cell -> cells.add(cell.asString("")));
            sheet.row(!row.path("kind").asString("").equals("row"), cells);
        }
        sheet.done();
    }

    private void findings() throws IOException {
        Sheet sheet = sheet(
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
        Sheet sheet = sheet(
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
        Sheet sheet = sheet(
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
