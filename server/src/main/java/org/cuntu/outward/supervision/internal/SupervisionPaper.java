package org.cuntu.outward.supervision.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.core.conformity.report.WorkbookSheet;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A table of figures as a workbook or on paper. The same content gives the same paper. */
@Component
class SupervisionPaper {
    /**
     * What stands above and below the table.
     *
     * @param words of the bulletin; empty: none
     * @param foot what fixes it: its hash and receipt; empty: a table of the moment
     */
    record Head(String title, String about, String words, String foot, String left, String right) {}

    byte[] xlsx(JsonNode figures, Head head, SupervisionWords words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Cuntu", "1.0")) {
            List<WorkbookSheet.Head> columns = new ArrayList<>();
            for (String title : SupervisionTable.heads(figures, words))
                columns.add(new WorkbookSheet.Head(title, "", !columns.isEmpty()));
            WorkbookSheet sheet =
                    new WorkbookSheet(book.newWorksheet(words.of("sheet")), head.title(), head.about(), columns);
            SupervisionTable.lines(figures, words).forEach(line -> sheet.row(line.total(), line.cells()));
            sheet.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] pdf(JsonNode figures, Head head, SupervisionWords words) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) figures.hashCode());
            document.getDocumentCatalog().setLanguage(words.isEnglish() ? "en" : "zh-CN");
            PdfSheet paper = new PdfSheet(document);
            paper.turn(true);
            PaperParts.title(paper, head.title(), !words.isEnglish());
            paper.paragraph(head.about(), PdfFace.TEXT, 9, PdfSheet.SOFT, 0);
            paper.skip(8);
            if (!head.words().isEmpty()) {
                paper.paragraph(head.words(), PdfFace.TEXT, 11, PdfSheet.INK, 0);
                paper.skip(8);
            }
            List<PdfTable.Column> columns = new ArrayList<>();
            for (String title : SupervisionTable.heads(figures, words))
                columns.add(new PdfTable.Column(title, "", !columns.isEmpty()));
            PdfTable table = new PdfTable(paper, columns, 1);
            for (SupervisionTable.Line line : SupervisionTable.lines(figures, words))
                table.row(line.cells().stream().map(PdfTable.Cell::plain).toList(), line.total());
            table.print(() -> {});
            paper.skip(8);
            if (!head.foot().isEmpty()) paper.paragraph(head.foot(), PdfFace.TEXT, 8, PdfSheet.FAINT, 0);
            int pages = paper.pageCount();
            paper.finish(head.left(), head.right(), words.of("foot"), page -> words.of("page", "page", page)
                    .replace("{pages}", String.valueOf(pages)));
            document.getDocumentInformation().setTitle(head.title());
            document.getDocumentInformation().setProducer("Cuntu");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
