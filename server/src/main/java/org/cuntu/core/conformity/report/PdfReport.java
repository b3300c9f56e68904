package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import tools.jackson.databind.JsonNode;

/**
 * The review on paper (建设项目用地合规性审查报告): A4, text that can be searched, tables that break over pages with their
 * heads. Plain: no map, no seal.
 */
public final class PdfReport {
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};

    private final ReviewView view;
    private final PdfSheet sheet;
    private int section;

    private PdfReport(ReviewView view, PdfSheet sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    /**
     * The bytes of the PDF.
     *
     * @param review by {@code docs/schema/review-1.json}
     * @throws org.cuntu.engine.problem.InputRefused {@code review.font-missing} when the build left the font out
     */
    public static byte[] of(JsonNode review) {
        ReviewView view = ReviewView.of(review);
        try (PDDocument document = new PDDocument()) {
            PdfSheet sheet = new PdfSheet(document);
            new PdfReport(view, sheet).print();
            String foot = view.isInvented() ? view.word("report.demo") : "";
            int pages = sheet.pageCount();
            sheet.finish(
                    view.word("report.house"),
                    view.text("/id"),
                    foot,
                    page -> view.word("report.page", "page", page, "pages", pages));
            document.getDocumentInformation().setTitle(view.word("report.title"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print() {
        title();
        PdfTitleBlock.print(view, sheet);
        counts();
        conclusion();
        table("/tables/items", 2, new float[] {0, 2, 1, 0, 0, 3, 3});
        table("/tables/landUse", 2, new float[] {1, 0});
        table("/tables/planUse/zones", 1, new float[] {1, 1, 2, 0, 0, 1});
        table("/tables/planUse/plots", 1, new float[] {1, 1, 1, 2, 0, 0, 1});
        table("/tables/controlLines", 1, new float[] {1, 1, 2, 0, 0, 0, 0, 0, 1});
        table("/tables/cropland", 1, new float[] {2, 1, 0, 0, 0, 0});
        sheet.paragraph(view.word("report.notice"), false, 8, PdfSheet.FAINT, 0);
        articles();
        slivers();
        notes();
        PdfFingerprints.print(view, sheet, number());
    }

    private void title() {
        String title = view.word("report.title");
        float width = sheet.fonts.width(title, true, 20);
        sheet.text((PdfSheet.LEFT + PdfSheet.RIGHT - width) / 2, sheet.y + 26, title, true, 20, PdfSheet.INK);
        sheet.y += 44;
    }

    /** Three boxes: conflicts, what is open, what is clear. */
    private void counts() {
        float width = (PdfSheet.RIGHT - PdfSheet.LEFT) / 3;
        int fail = view.count("FAIL");
        int conditional = view.count("CONDITIONAL");
        String kinds = view.word("report.prohibited", "fail", fail, "conditional", conditional);
        int all = view.root().path("findings").size();
        box(0, width, fail + conditional, "report.conflicts", kinds, PdfSheet.RED, new Color(0xfdecee));
        box(1, width, view.count("NOT_ANSWERED"), "report.open", "", PdfSheet.FAINT, new Color(0xf3f4f6));
        box(
                2,
                width,
                view.count("PASS", "INFO"),
                "report.clear",
                view.word("report.rulesasked", "count", all),
                PdfSheet.GREEN,
                new Color(0xe9f6ef));
        sheet.y += 38;
    }

    private void box(int place, float width, int count, String word, String more, Color colour, Color ground) {
        float x = PdfSheet.LEFT + place * width;
        sheet.fill(x, sheet.y, width, 28, ground);
        sheet.frame(x, sheet.y, width, 28, colour);
        String number = String.valueOf(count);
        sheet.text(x + 9, sheet.y + 20, number, true, 16, colour);
        float after = x + 15 + sheet.fonts.width(number, true, 16);
        String text = view.word(word);
        sheet.text(after, sheet.y + 19, text, false, 9, colour);
        sheet.text(after + sheet.fonts.width(text, false, 9) + 7, sheet.y + 19, more, false, 7.5f, PdfSheet.FAINT);
    }

    private void conclusion() {
        String verdict = view.word("verdict." + view.text("/conclusion"));
        sheet.paragraph(
                view.word("report.conclusion") + "　" + verdict, true, 11, PdfColours.of(view.text("/conclusion")), 0);
        sheet.paragraph(view.text("/summary/text"), false, 9.5f, PdfSheet.INK, 0);
        sheet.y += 6;
    }

    private String number() {
        section++;
        boolean english = view.locale().getLanguage().equals("en");
        return english ? String.valueOf(section) : NUMERALS[section - 1];
    }

    private void heading(String text, String unit) {
        sheet.need(96);
        sheet.y += 8;
        sheet.text(PdfSheet.LEFT, sheet.y + 11, number() + "　" + text, true, 11.5f, PdfSheet.INK);
        float width = sheet.fonts.width(unit, false, 8);
        sheet.text(PdfSheet.RIGHT - width, sheet.y + 11, unit, false, 8, PdfSheet.FAINT);
        sheet.y += 19;
    }

    private void table(String pointer, int fixed, float[] weights) {
        JsonNode table = view.root().at(pointer);
        if (!table.isObject()) return;
        heading(table.path("title").asString(""), view.word("unit.ha"));
        List<PdfTable.Column> columns = new ArrayList<>();
        int verdict = -1;
        for (JsonNode column : table.path("columns")) {
            int i = columns.size();
            if (column.path("key").asString("").matches("verdict|agrees")) verdict = i;
            columns.add(new PdfTable.Column(
                    column.path("title").asString(""),
                    column.path("group").asString(""),
                    column.path("numeric").asBoolean(false),
                    i < weights.length ? weights[i] : 0));
        }
        PdfTable print = new PdfTable(sheet, columns, fixed);
        for (JsonNode row : table.path("rows")) {
            List<PdfTable.Cell> cells = new ArrayList<>();
            for (JsonNode cell : row.path("cells")) {
                boolean word = cells.size() == verdict;
                String text = cell.asString("");
                cells.add(new PdfTable.Cell(text, word, word ? PdfColours.ofWord(view, text) : PdfSheet.INK));
            }
            print.row(cells, !row.path("kind").asString("").equals("row"));
        }
        print.print();
    }

    private void articles() {
        heading(view.word("report.articles"), "");
        Set<String> seen = new LinkedHashSet<>();
        for (JsonNode finding : view.root().path("findings"))
            if (!finding.path("verdict").asString("").equals("PASS")) seen.add(view.article(finding));
        if (seen.isEmpty()) sheet.paragraph(view.word("report.none"), false, 9, PdfSheet.INK, 0);
        for (String article : seen) sheet.paragraph("· " + article, false, 9, PdfSheet.INK, 6);
        for (JsonNode finding : view.root().path("findings"))
            if (finding.path("verdict").asString("").matches("FAIL|CONDITIONAL")) remedy(finding);
    }

    private void remedy(JsonNode finding) {
        List<String> needs = new ArrayList<>();
        finding.path("needsText").forEach(need -> needs.add(need.asString("")));
        String text = finding.path("title").asString("") + "　" + finding.path("remedy").asString("");
        if (!needs.isEmpty()) text += "（" + String.join("；", needs) + "）";
        sheet.paragraph(text, false, 9, PdfSheet.FAINT, 6);
    }

    private void slivers() {
        heading(view.word("report.slivers"), "");
        PdfTable table = new PdfTable(
                sheet,
                List.of(
                        new PdfTable.Column(view.word("report.layer"), "", false, 1),
                        new PdfTable.Column(view.word("report.plots"), "", false, 1),
                        new PdfTable.Column(view.word("report.feature"), "", false, 1),
                        new PdfTable.Column(view.word("column.squareMetres"), "", true, 0),
                        new PdfTable.Column(view.word("report.perimeter"), "", true, 0)),
                1);
        int count = 0;
        for (JsonNode layer : view.root().path("layers"))
            for (JsonNode leaf : layer.path("leaves")) {
                if (!leaf.path("sliver").asBoolean(false)) continue;
                count++;
                table.row(
                        List.of(
                                plain(layer.path("name").asString("")),
                                plain(leaf.path("plot").asString("")),
                                plain(leaf.at("/fields/BSM").asString(leaf.path("feature").asString("–"))),
                                plain(leaf.path("area").asString("")),
                                plain(leaf.path("perimeter").asString("–"))),
                        false);
            }
        if (count == 0) sheet.paragraph(view.word("report.slivers.none"), false, 9, PdfSheet.INK, 0);
        else table.print();
    }

    private void notes() {
        if (view.root().path("notes").isEmpty()) return;
        heading(view.word("text.notes"), "");
        for (JsonNode note : view.root().path("notes"))
            sheet.paragraph("· " + note.path("text").asString(""), false, 9, PdfSheet.INK, 6);
    }

    static PdfTable.Cell plain(String text) {
        return new PdfTable.Cell(text, false, PdfSheet.INK);
    }
}
