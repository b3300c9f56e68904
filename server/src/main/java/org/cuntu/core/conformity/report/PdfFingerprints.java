package org.cuntu.core.conformity.report;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the review was made of, by hash: layers, site, rules, result. */
final class PdfFingerprints {
    private PdfFingerprints() {}

    static void print(ReviewView view, PdfSheet sheet, String number) {
        sheet.need(96);
        sheet.y += 8;
        sheet.text(PdfSheet.LEFT, sheet.y + 11, number + "　" + view.word("report.prints"), true, 11.5f, PdfSheet.INK);
        String right = "SHA-256";
        sheet.text(
                PdfSheet.RIGHT - sheet.fonts.width(right, false, 8), sheet.y + 11, right, false, 8, PdfSheet.FAINT);
        sheet.y += 19;
        PdfTable table = new PdfTable(
                sheet,
                List.of(
                        new PdfTable.Column(view.word("report.layer"), "", false, 2),
                        new PdfTable.Column(view.word("report.answer"), "", false, 2),
                        new PdfTable.Column(view.word("report.inForceFrom"), "", false, 0),
                        new PdfTable.Column(view.word("report.knownFrom"), "", false, 0),
                        new PdfTable.Column(view.word("report.hash"), "", false, 6)),
                1);
        for (JsonNode layer : view.root().path("layers")) {
            String reason = layer.path("reasonText").asString("");
            String answer = layer.path("answerText").asString("") + (reason.isEmpty() ? "" : " " + reason);
            table.row(
                    List.of(
                            PdfReport.plain(layer.path("name").asString("")),
                            PdfReport.plain(answer),
                            PdfReport.plain(layer.path("inForceFrom").asString("–")),
                            PdfReport.plain(view.date(layer.path("knownFrom").asString(""))),
                            PdfReport.plain(layer.path("snapshot").asString("–"))),
                    false);
        }
        row(table, view.word("report.siteprint"), view.text("/site/crs"), view.text("/site/hash"));
        row(table, view.word("report.ruleset"), "", view.text("/ruleSet"));
        row(table, view.word("report.canonical"), "", view.text("/canonicalHash"));
        table.print();
        sheet.paragraph(
                view.word("report.engine", "engine", view.text("/engine"), "factor", view.text("/site/factor")),
                false,
                8,
                PdfSheet.FAINT,
                0);
    }

    private static void row(PdfTable table, String name, String what, String hash) {
        table.row(
                List.of(
                        PdfReport.plain(name),
                        PdfReport.plain(what),
                        PdfReport.plain(""),
                        PdfReport.plain(""),
                        PdfReport.plain(hash)),
                true);
    }
}
