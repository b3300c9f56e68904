package org.cuntu.business.survey.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.core.conformity.report.WorkbookSheet;
import org.dhatim.fastexcel.Workbook;

/** Writes a table as a file: a workbook, CSV (RFC 4180, UTF-8 with its mark, no text becomes a formula), or paper. */
final class SheetFile {
    private static final String FIGURE = "-?[0-9]+(\\.[0-9]+)?";

    private SheetFile() {}

    static byte[] csv(Sheet sheet) {
        StringBuilder text = new StringBuilder("\uFEFF");
        line(
                text,
                sheet.heads().stream()
                        .map(head -> head.group().isEmpty() ? head.title() : head.group() + " " + head.title())
                        .toList());
        sheet.rows().forEach(row -> line(text, row.cells()));
        line(text, List.of());
        sheet.facts().forEach(fact -> line(text, List.of(fact.what(), fact.value())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        text.append("\r\n");
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+@\t\r-".indexOf(value.charAt(0)) >= 0 && !value.matches(FIGURE);
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    static byte[] xlsx(Sheet sheet, SurveyWords words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Cuntu", "1.0")) {
            WorkbookSheet table = new WorkbookSheet(
                    book.newWorksheet(sheet.name()),
                    sheet.title(),
                    sheet.about(),
                    sheet.heads().stream()
                            .map(head -> new WorkbookSheet.Head(head.title(), head.group(), head.figure()))
                            .toList());
            sheet.rows().forEach(row -> table.row(row.total(), row.cells()));
            table.done();
            WorkbookSheet made = new WorkbookSheet(
                    book.newWorksheet(words.of("source")),
                    words.of("source"),
                    sheet.title(),
                    List.of(
                            new WorkbookSheet.Head(words.of("fact"), "", false),
                            new WorkbookSheet.Head(words.of("value"), "", false)));
            sheet.facts().forEach(fact -> made.entry(fact.what(), fact.value(), false));
            made.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] pdf(Sheet sheet, SurveyWords words, String city) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) sheet.hashCode());
            document.getDocumentCatalog().setLanguage(words.isEnglish() ? "en" : "zh-CN");
            PdfSheet paper = new PdfSheet(document);
            paper.paragraph(sheet.title(), PdfFace.TITLE, 18, PdfSheet.INK, 0);
            paper.paragraph(sheet.about(), PdfFace.TEXT, 9, PdfSheet.SOFT, 0);
            PdfTable table = new PdfTable(
                    paper,
                    sheet.heads().stream()
                            .map(head -> new PdfTable.Column(head.title(), head.group(), head.figure()))
                            .toList(),
                    1);
            for (Sheet.Row row : sheet.rows())
                table.row(row.cells().stream().map(PdfTable.Cell::plain).toList(), row.total());
            table.print(() -> {});
            paper.turn(false);
            paper.need(120);
            paper.paragraph(words.of("source"), PdfFace.TITLE, 12, PdfSheet.INK, 0);
            PdfTable facts = new PdfTable(
                    paper,
                    List.of(
                            new PdfTable.Column(words.of("fact"), "", false),
                            new PdfTable.Column(words.of("value"), "", false)),
                    1);
            for (Sheet.Fact fact : sheet.facts())
                facts.row(List.of(PdfTable.Cell.plain(fact.what()), PdfTable.Cell.plain(fact.value())), false);
            facts.print(() -> {});
            int pages = paper.pageCount();
            paper.finish(city, sheet.name(), sheet.about(), page -> words.of("page")
                    .replace("{page}", String.valueOf(page))
                    .replace("{pages}", String.valueOf(pages)));
            document.getDocumentInformation().setTitle(sheet.title());
            document.getDocumentInformation().setProducer("Cuntu");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
