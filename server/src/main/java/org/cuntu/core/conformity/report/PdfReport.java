package org.cuntu.core.conformity.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.core.conformity.ReviewGround;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The review on paper (建设项目用地合规性审查报告), handbook 5.6: A4, text that can be searched, plates drawn from the
 * snapshots, tables that break over pages with their heads and go on turned pages when they are wide. The same review
 * gives the same bytes. No seal.
 */
public final class PdfReport {
    private static final String[] NUMERALS = {
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八"
    };

    private final ReviewView view;
    private final PaperContext context;
    private final PdfSheet sheet;
    private final @Nullable PdfPlates plates;
    private int section;

    private PdfReport(ReviewView view, PaperContext context, PdfSheet sheet) {
        this.view = view;
        this.context = context;
        this.sheet = sheet;
        ReviewGround ground = context.ground();
        plates = ground == null ? null : new PdfPlates(sheet, view, new PlateScene(view, ground, context));
    }

    /**
     * The bytes of the PDF.
     *
     * @param review by {@code docs/schema/review-1.json}
     * @throws org.cuntu.engine.problem.InputRefused {@code review.font-missing} when the build left a font out
     */
    public static byte[] of(JsonNode review, PaperContext context) {
        ReviewView view = ReviewView.of(review, context.zone());
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(view.text("/canonicalHash").hashCode() * 31L
                    + view.text("/id").hashCode());
            document.getDocumentCatalog().setLanguage(view.isEnglish() ? "en" : "zh-CN");
            PdfSheet sheet = new PdfSheet(document);
            new PdfReport(view, context, sheet).print();
            int pages = sheet.pageCount();
            sheet.finish(
                    view.word("report.house", "city", context.city()),
                    view.text("/id"),
                    view.isInvented() ? view.word("report.demo") : "",
                    page -> view.word("report.page", "page", page, "pages", pages));
            String name = view.text("/name");
            document.getDocumentInformation().setTitle((view.word("report.title") + " " + name).strip());
            document.getDocumentInformation().setProducer("Cuntu");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print() {
        title();
        new PdfTitleBlock(view, sheet, context.person()).print();
        new PdfVerdict(view, sheet).print();
        if (plates == null) sheet.paragraph(view.word("report.no-plates"), PdfFace.TEXT, 8.5f, PdfSheet.FAINT, 0);
        boolean drawn = plates == null || plates.first(PdfCheck.HEIGHT + 2);
        PdfCheck.print(view, sheet, context);
        sheet.newPage();
        if (!drawn && plates != null) plates.first(0);
        items();
        heading(view.word("report.problems"), "");
        new PdfFindings(view, sheet).print();
        for (JsonNode table : view.tables()) if (!isItems(table)) table(table);
        sheet.turn(false);
        sheet.paragraph(view.word("report.notice"), PdfFace.TEXT, 8, PdfSheet.FAINT, 0);
        notes();
        if (plates != null) {
            sheet.need(400);
            heading(view.word("report.plates"), "");
            plates.others();
        }
        PdfAnnexes annexes = new PdfAnnexes(view, sheet, title -> heading(title, ""));
        annexes.plots();
        annexes.owners();
        annexes.slivers();
        ReviewGround ground = context.ground();
        if (ground != null) annexes.coordinates(ground);
        PdfFingerprints.print(view, sheet, () -> heading(view.word("report.prints"), "SHA-256"));
    }

    private void title() {
        String title = view.word("report.title");
        float more = view.isEnglish() ? 0.4f : 3;
        float width = sheet.fonts.width(title, PdfFace.TITLE, 21) + more * title.length();
        sheet.ink()
                .spaced(
                        (sheet.left() + sheet.right() - width) / 2,
                        sheet.y + 24,
                        title,
                        PdfFace.TITLE,
                        21,
                        PdfSheet.INK,
                        more);
        sheet.y += 42;
    }

    private void heading(String text, String unit) {
        sheet.need(80);
        sheet.y += 8;
        sheet.bookmark(text);
        section++;
        String number = view.isEnglish() || section > NUMERALS.length ? String.valueOf(section) : NUMERALS[section - 1];
        sheet.ink().text(sheet.left(), sheet.y + 12, number + "　" + text, PdfFace.TITLE, 12, PdfSheet.INK);
        sheet.toRight(sheet.right(), sheet.y + 12, unit, PdfFace.TEXT, 8, PdfSheet.FAINT);
        sheet.y += 20;
    }

    private static boolean isItems(JsonNode table) {
        return table.path("columns").path(0).path("key").asString("").equals("number")
                && table.path("columns").path(1).path("key").asString("").equals("item");
    }

    /** Table 5 first, its findings in the order of their numbers. */
    private void items() {
        List<ReviewView.Numbered> findings = view.findings();
        Map<Integer, Integer> order = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) order.put(findings.get(i).place(), i);
        for (JsonNode table : view.tables()) {
            if (!isItems(table)) continue;
            PdfTable print = new PdfTable(sheet, columns(table), 2);
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < table.path("rows").size(); i++) rows.add(i);
            rows.sort(Comparator.comparing(row -> order.getOrDefault(row, row)));
            for (int i = 0; i < rows.size(); i++) {
                List<PdfTable.Cell> cells = cells(table.path("rows").path(rows.get(i)), verdictColumn(table));
                ReviewView.Numbered one = rows.get(i) < findings.size() ? findings.get(order.get(rows.get(i))) : null;
                String disc = one != null && one.number() > 0 ? one.verdict() : "";
                cells.set(0, new PdfTable.Cell(String.valueOf(i + 1), false, "", disc));
                print.row(cells, false);
            }
            print.print(() -> heading(table.path("title").asString(""), unit(table)));
        }
    }

    private String unit(JsonNode table) {
        String unit = table.path("unit").asString("");
        return unit.equals("ha") ? view.word("unit.ha") : unit;
    }

    private static List<PdfTable.Column> columns(JsonNode table) {
        List<PdfTable.Column> columns = new ArrayList<>();
        for (JsonNode column : table.path("columns"))
            columns.add(new PdfTable.Column(
                    column.path("title").asString(""),
                    column.path("group").asString(""),
                    column.path("numeric").asBoolean(false)));
        return columns;
    }

    private static int verdictColumn(JsonNode table) {
        int i = 0;
        for (JsonNode column : table.path("columns")) {
            if (column.path("key").asString("").matches("verdict|agrees|answer")) return i;
            i++;
        }
        return -1;
    }

    private List<PdfTable.Cell> cells(JsonNode row, int verdict) {
        List<PdfTable.Cell> cells = new ArrayList<>();
        for (JsonNode cell : row.path("cells")) {
            String text = cell.asString("");
            String label = cells.size() == verdict ? PdfColours.meant(view, text) : "";
            cells.add(new PdfTable.Cell(text, false, label, ""));
        }
        return cells;
    }

    private void table(JsonNode table) {
        if (table.path("rows").isEmpty()) return;
        List<PdfTable.Column> columns = columns(table);
        int words = 0;
        while (words < columns.size() && !columns.get(words).numeric()) words++;
        int fixed = Math.min(Math.max(1, words), 3);
        PdfTable print = new PdfTable(sheet, columns, fixed).parts(view.word("report.part"));
        for (JsonNode row : table.path("rows"))
            print.row(
                    cells(row, verdictColumn(table)),
                    !row.path("kind").asString("").equals("row"));
        print.print(() -> heading(table.path("title").asString(""), unit(table)));
    }

    private void notes() {
        if (view.root().path("notes").isEmpty()) return;
        heading(view.word("text.notes"), "");
        for (JsonNode note : view.root().path("notes"))
            sheet.paragraph("· " + note.path("text").asString(""), PdfFace.TEXT, 9, PdfSheet.INK, 6);
    }
}
