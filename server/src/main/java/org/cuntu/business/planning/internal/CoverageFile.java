package org.cuntu.business.planning.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.business.planning.PlanCoverage;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.core.conformity.report.WorkbookSheet;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.platform.home.CityClock;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/** The table of coverage as a file: workbook, CSV (UTF-8 with its mark, no text becomes a formula) or paper, with what it was made of. */
@Component
class CoverageFile {
    private final CityClock clock;
    private final PlotsFile file;

    CoverageFile(CityClock clock, PlotsFile file) {
        this.clock = clock;
        this.file = file;
    }

    private record Line(List<String> cells, boolean total) {}

    private List<String> heads(PlotWords words) {
        return List.of(
                words.of("column.division"),
                words.of("column.code"),
                words.pick(file.planned().zh(), file.planned().en()),
                words.of("column.covered"),
                words.of("column.uncovered"),
                words.of("column.unanswered"),
                words.of("column.share"));
    }

    private static List<Line> lines(PlanCoverage coverage, PlotWords words) {
        List<Line> lines = new ArrayList<>();
        for (PlanCoverage.Row row : coverage.rows()) lines.add(line(row, coverage.places(), words));
        lines.add(line(coverage.whole(), coverage.places(), words));
        return lines;
    }

    private static Line line(PlanCoverage.Row row, int places, PlotWords words) {
        boolean total = row.level() != PlanCoverage.Level.TOWNSHIP;
        return new Line(
                List.of(
                        (total ? "" : "　") + words.pick(row.zh(), row.en()),
                        row.code(),
                        CoverageController.text(row.zone(), places),
                        CoverageController.text(row.covered(), places),
                        CoverageController.text(row.uncovered(), places),
                        CoverageController.text(row.unanswered(), places),
                        row.zone() == 0 ? "–" : row.share().toString()),
                total);
    }

    private String about(PlanCoverage coverage, PlotWords words) {
        return words.of("coverage.about", "asOf", coverage.asOf()) + "　"
                + words.of(
                        "coverage.unit",
                        "unit",
                        words.of("unit." + coverage.unit().code()));
    }

    private List<List<String>> facts(PlanCoverage coverage, PlotWords words) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(words.of("fact.asOf"), coverage.asOf().toString()));
        facts.add(List.of(words.of("fact.known"), coverage.known() == null ? "–" : clock.text(coverage.known())));
        for (SnapshotRef version : coverage.versions())
            facts.add(List.of(
                    version.layer(), version.inForceFrom() + " · " + version.hash() + " · " + version.source()));
        facts.add(List.of(words.of("fact.adds"), words.of("fact.adds.value")));
        return facts;
    }

    byte[] csv(PlanCoverage coverage, PlotWords words) {
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, heads(words));
        lines(coverage, words).forEach(row -> line(text, row.cells()));
        line(text, List.of());
        facts(coverage, words).forEach(fact -> line(text, fact));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        text.append("\r\n");
    }

    private static String cell(String value) {
        boolean formula = value.matches("(?s)^[=+@\\t\\r-].*") && !value.matches("-?[0-9]+(\\.[0-9]+)?");
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    byte[] xlsx(PlanCoverage coverage, PlotWords words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Cuntu", "1.0")) {
            List<String> heads = heads(words);
            List<WorkbookSheet.Head> columns = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) columns.add(new WorkbookSheet.Head(heads.get(i), "", i > 1));
            WorkbookSheet table = new WorkbookSheet(
                    book.newWorksheet(words.of("coverage.sheet")),
                    words.of("coverage.title"),
                    about(coverage, words),
                    columns);
            lines(coverage, words).forEach(row -> table.row(row.total(), row.cells()));
            table.done();
            WorkbookSheet made = new WorkbookSheet(
                    book.newWorksheet(words.of("source")),
                    words.of("source"),
                    words.of("coverage.title"),
                    List.of(
                            new WorkbookSheet.Head(words.of("fact"), "", false),
                            new WorkbookSheet.Head(words.of("value"), "", false)));
            facts(coverage, words).forEach(fact -> made.entry(fact.getFirst(), fact.getLast(), false));
            made.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] pdf(PlanCoverage coverage, PlotWords words, String city) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) coverage.hashCode());
            document.getDocumentCatalog().setLanguage(words.isEnglish() ? "en" : "zh-CN");
            PdfSheet paper = new PdfSheet(document);
            PaperParts.title(paper, words.of("coverage.title"), !words.isEnglish());
            paper.paragraph(about(coverage, words), PdfFace.TEXT, 9, PdfSheet.SOFT, 0);
            List<PdfTable.Column> columns = new ArrayList<>();
            List<String> heads = heads(words);
            for (int i = 0; i < heads.size(); i++) columns.add(new PdfTable.Column(heads.get(i), "", i > 1));
            PdfTable table = new PdfTable(paper, columns, 1);
            for (Line row : lines(coverage, words))
                table.row(row.cells().stream().map(PdfTable.Cell::plain).toList(), row.total());
            table.print(() -> {});
            paper.turn(false);
            PaperParts.heading(paper, words.of("source"), "", 120);
            PdfTable facts = new PdfTable(
                    paper,
                    List.of(
                            new PdfTable.Column(words.of("fact"), "", false),
                            new PdfTable.Column(words.of("value"), "", false)),
                    1);
            facts(coverage, words)
                    .forEach(fact ->
                            facts.row(fact.stream().map(PdfTable.Cell::plain).toList(), false));
            facts.print(() -> {});
            int pages = paper.pageCount();
            boolean invented = coverage.versions().stream().anyMatch(SnapshotRef::invented);
            paper.finish(
                    city, coverage.asOf().toString(), invented ? words.of("invented") : "", page -> words.of("page")
                            .replace("{page}", String.valueOf(page))
                            .replace("{pages}", String.valueOf(pages)));
            document.getDocumentInformation().setTitle(words.of("coverage.title") + " " + coverage.asOf());
            document.getDocumentInformation().setProducer("Cuntu");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
