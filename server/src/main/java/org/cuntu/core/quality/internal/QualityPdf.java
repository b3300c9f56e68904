package org.cuntu.core.quality.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerIssue;
import org.jspecify.annotations.Nullable;

/** The report on paper (数据质检报告): conclusion, what each rule found and how to mend it, the first issues with their places. */
final class QualityPdf {
    private static final int LISTED = 500;

    private final QualityPapers.About about;
    private final IssuePages issues;
    private final @Nullable QualityGround ground;
    private final int plates;
    private final PdfSheet sheet;

    private QualityPdf(
            QualityPapers.About about, IssuePages issues, @Nullable QualityGround ground, int plates, PdfSheet sheet) {
        this.about = about;
        this.issues = issues;
        this.ground = ground;
        this.plates = plates;
        this.sheet = sheet;
    }

    /**
     * @param ground null: without plates
     * @param plates how many of the worst issues have one
     */
    static byte[] of(QualityPapers.About about, IssuePages issues, @Nullable QualityGround ground, int plates)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) about.run().id().hashCode());
            document.getDocumentCatalog()
                    .setLanguage(about.locale().getLanguage().equals("en") ? "en" : "zh-CN");
            PdfSheet sheet = new PdfSheet(document);
            new QualityPdf(about, issues, ground, plates, sheet).print();
            int pages = sheet.pageCount();
            sheet.finish(
                    about.city(),
                    about.run().id().toString(),
                    about.invented() ? about.word("invented") : "",
                    page -> about.word("page")
                            .replace("{page}", String.valueOf(page))
                            .replace("{pages}", String.valueOf(pages)));
            document.getDocumentInformation().setTitle(about.word("title") + " " + about.layer());
            document.getDocumentInformation().setProducer("Cuntu");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private void print() {
        sheet.paragraph(about.word("title"), PdfFace.TITLE, 20, PdfSheet.INK, 0);
        facts();
        rules();
        plates();
        list();
        heading(about.word("section.method"));
        sheet.paragraph(about.word("method"), PdfFace.TEXT, 8.5f, PdfSheet.SOFT, 0);
    }

    private void facts() {
        PdfTable table = new PdfTable(sheet, List.of(column("fact", false), column("fact-value", false)), 1);
        CheckRun run = about.run();
        fact(table, "layer", about.layer() + " " + run.layer());
        fact(table, "place", about.place());
        fact(table, "at", run.at().toString());
        fact(table, "checked", about.time());
        fact(table, "snapshot", run.snapshot());
        fact(table, "features", String.valueOf(run.features()));
        table.row(
                List.of(
                        PdfTable.Cell.plain(about.word("fact.conclusion")),
                        new PdfTable.Cell(about.conclusion(), true, colour(run), "")),
                false);
        fact(table, "refusing", String.valueOf(run.refusing()));
        fact(table, "warnings", String.valueOf(run.warnings()));
        fact(table, "score", String.format(Locale.ROOT, "%.2f", run.score()));
        table.print(() -> {});
    }

    private static String colour(CheckRun run) {
        return run.refusing() > 0 ? "FAIL" : run.warnings() > 0 ? "CONDITIONAL" : "PASS";
    }

    private void fact(PdfTable table, String key, String value) {
        table.row(List.of(PdfTable.Cell.plain(about.word("fact." + key)), PdfTable.Cell.plain(value)), false);
    }

    private void rules() {
        List<CheckRun.RuleCount> found = about.found();
        heading(about.word("section.rules"));
        String asked = about.word("rules-asked")
                .replace("{asked}", String.valueOf(about.run().byRule().size()))
                .replace("{found}", String.valueOf(found.size()));
        sheet.paragraph(asked, PdfFace.TEXT, 9, PdfSheet.SOFT, 0);
        if (found.isEmpty()) return;
        PdfTable table = new PdfTable(
                sheet,
                List.of(
                        column("severity", false),
                        column("issue", false),
                        column("kind", false),
                        column("count", true),
                        column("advice", false)),
                2);
        long sum = 0;
        for (CheckRun.RuleCount rule : found) {
            sum += rule.count();
            table.row(
                    List.of(
                            severity(rule.severity()),
                            PdfTable.Cell.plain(about.title(rule)),
                            PdfTable.Cell.plain(about.word("kind." + rule.kind())),
                            PdfTable.Cell.plain(String.valueOf(rule.count())),
                            PdfTable.Cell.plain(rule.advice().in(about.locale()))),
                    false);
        }
        table.row(
                List.of(
                        PdfTable.Cell.plain(""),
                        PdfTable.Cell.plain(about.word("total")),
                        PdfTable.Cell.plain(""),
                        PdfTable.Cell.plain(String.valueOf(sum)),
                        PdfTable.Cell.plain("")),
                true);
        table.print(() -> {});
    }

    private void plates() {
        if (about.found().isEmpty()) return;
        if (ground != null) sheet.need(QualityPlates.height());
        heading(about.word("section.plates"));
        if (ground == null) sheet.paragraph(about.word("no-plates"), PdfFace.TEXT, 8.5f, PdfSheet.FAINT, 0);
        else new QualityPlates(sheet, about, ground).print(issues, plates);
    }

    private PdfTable.Cell severity(LayerIssue.Severity severity) {
        String label = severity == LayerIssue.Severity.REFUSE ? "FAIL" : "CONDITIONAL";
        return new PdfTable.Cell(about.word("severity." + severity), false, label, "");
    }

    private void list() {
        IssueCells cells = new IssueCells(about);
        List<PdfTable.Column> columns = new ArrayList<>();
        cells.heads().forEach((title, figure) -> columns.add(new PdfTable.Column(title, "", figure)));
        PdfTable table = new PdfTable(sheet, columns, 1);
        List<LayerIssue> listed = new ArrayList<>();
        issues.firstBySeverity(LISTED, issue -> {
            listed.add(issue);
            List<PdfTable.Cell> row = new ArrayList<>(
                    cells.of(issue).stream().map(PdfTable.Cell::plain).toList());
            row.set(1, severity(issue.severity()));
            table.row(row, false);
        });
        if (listed.isEmpty()) return;
        table.print(() -> {
            heading(about.word("section.issues"));
            if (about.run().refusing() + about.run().warnings() > listed.size())
                sheet.paragraph(
                        about.word("first-of-them").replace("{count}", String.valueOf(listed.size())),
                        PdfFace.TEXT,
                        8.5f,
                        PdfSheet.FAINT,
                        0);
        });
        sheet.turn(false);
    }

    private PdfTable.Column column(String key, boolean figure) {
        return new PdfTable.Column(about.word("column." + key), "", figure);
    }

    private void heading(String text) {
        sheet.need(90);
        sheet.bookmark(text);
        sheet.paragraph(text, PdfFace.TITLE, 12, PdfSheet.INK, 0);
    }
}
