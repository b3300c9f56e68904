package org.cuntu.core.quality.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.conformity.report.WorkbookSheet;
import org.cuntu.core.quality.CheckRun;
import org.dhatim.fastexcel.Workbook;

/** The run as a workbook: what it is, what each rule found, every kept issue. */
final class QualityWorkbook {
    /** A sheet takes a little over a million rows. */
    private static final int MOST = 1_000_000;

    private QualityWorkbook() {}

    static byte[] of(QualityPapers.About about, IssuePages issues) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Cuntu", "1.0")) {
            summary(book, about);
            rules(book, about);
            issues(book, about, issues);
        }
        return bytes.toByteArray();
    }

    private static void summary(Workbook book, QualityPapers.About about) throws IOException {
        CheckRun run = about.run();
        WorkbookSheet sheet = sheet(
                book, about, "sheet.summary", List.of(head(about, "fact", false), head(about, "fact-value", false)));
        sheet.entry(about.word("fact.layer"), about.layer() + " " + run.layer(), false);
        sheet.entry(about.word("fact.place"), about.place(), false);
        sheet.entry(about.word("fact.at"), run.at().toString(), false);
        sheet.entry(about.word("fact.checked"), about.time(), false);
        sheet.entry(about.word("fact.snapshot"), run.snapshot(), false);
        sheet.entry(about.word("fact.conclusion"), about.conclusion(), false);
        sheet.entry(about.word("fact.features"), String.valueOf(run.features()), true);
        sheet.entry(about.word("fact.refusing"), String.valueOf(run.refusing()), true);
        sheet.entry(about.word("fact.warnings"), String.valueOf(run.warnings()), true);
        sheet.entry(about.word("fact.score"), String.format(Locale.ROOT, "%.2f", run.score()), true);
        sheet.done();
    }

    private static void rules(Workbook book, QualityPapers.About about) throws IOException {
        WorkbookSheet sheet = sheet(
                book,
                about,
                "sheet.rules",
                List.of(
                        head(about, "rule", false),
                        head(about, "severity", false),
                        head(about, "issue", false),
                        head(about, "kind", false),
                        head(about, "count", true),
                        head(about, "advice", false)));
        for (CheckRun.RuleCount rule : about.run().byRule())
            sheet.row(
                    false,
                    List.of(
                            rule.rule(),
                            about.word("severity." + rule.severity()),
                            about.title(rule),
                            about.word("kind." + rule.kind()),
                            String.valueOf(rule.count()),
                            rule.advice().in(about.locale())));
        sheet.done();
    }

    private static void issues(Workbook book, QualityPapers.About about, IssuePages issues) throws IOException {
        IssueCells cells = new IssueCells(about);
        List<WorkbookSheet.Head> heads = new ArrayList<>();
        cells.heads().forEach((title, figure) -> heads.add(new WorkbookSheet.Head(title, "", figure)));
        WorkbookSheet sheet = sheet(book, about, "sheet.issues", heads);
        issues.first(MOST, issue -> sheet.row(false, cells.of(issue)));
        sheet.done();
    }

    private static WorkbookSheet sheet(
            Workbook book, QualityPapers.About about, String name, List<WorkbookSheet.Head> heads) {
        String line = about.layer() + " " + about.run().at() + (about.invented() ? " · " + about.word("invented") : "");
        return new WorkbookSheet(book.newWorksheet(about.word(name)), about.word("title"), line, heads);
    }

    private static WorkbookSheet.Head head(QualityPapers.About about, String key, boolean figure) {
        return new WorkbookSheet.Head(about.word("column." + key), "", figure);
    }
}
