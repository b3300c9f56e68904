package org.cuntu.core.conformity.report;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the review was made of, by hash: each layer's version with both dates, site, rules, result. */
final class PdfFingerprints {
    private PdfFingerprints() {}

    static void print(ReviewView view, PdfSheet sheet, Runnable heading) {
        PdfTable table = new PdfTable(
                sheet,
                List.of(
                        new PdfTable.Column(view.word("report.layer"), "", false),
                        new PdfTable.Column(view.word("report.answer"), "", false),
                        new PdfTable.Column(view.word("report.inForceFrom"), "", false),
                        new PdfTable.Column(view.word("report.knownFrom"), "", false),
                        new PdfTable.Column(view.word("report.hash"), "", false)),
                1);
        for (JsonNode layer : view.root().path("layers")) {
            String reason = layer.path("reasonText").asString("");
            row(
                    table,
                    false,
                    layer.path("name").asString(""),
                    layer.path("answerText").asString("") + (reason.isEmpty() ? "" : " " + reason),
                    layer.path("inForceFrom").asString("–"),
                    view.instant(layer.path("knownFrom").asString("")),
                    grouped(layer.path("snapshot").asString("–")));
        }
        row(
                table,
                true,
                view.word("report.siteprint"),
                view.text("/site/crs"),
                "",
                "",
                grouped(view.text("/site/hash")));
        row(table, true, view.word("report.ruleset"), "", "", "", grouped(view.text("/ruleSet")));
        row(table, true, view.word("report.canonical"), "", "", "", grouped(view.text("/canonicalHash")));
        table.print(heading);
        sheet.paragraph(
                view.word("report.engine", "engine", view.text("/engine"), "factor", view.text("/site/factor")),
                PdfFace.TEXT,
                8,
                PdfSheet.FAINT,
                0);
    }

    /** In eights, so that it can be compared by eye and can break over lines. */
    private static String grouped(String hash) {
        return hash.replaceAll("([0-9a-f]{8})(?=[0-9a-f])", "$1 ");
    }

    private static void row(PdfTable table, boolean total, String... cells) {
        table.row(Arrays.stream(cells).map(PdfTable.Cell::plain).toList(), total);
    }
}
