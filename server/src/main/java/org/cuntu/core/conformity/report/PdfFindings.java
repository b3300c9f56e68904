package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The list of problems (问题清单): each numbered finding with area, article, remedy and the documents that it needs. */
final class PdfFindings {
    private static final float SIZE = 8.8f;

    private final ReviewView view;
    private final PdfSheet sheet;

    PdfFindings(ReviewView view, PdfSheet sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    void print() {
        boolean any = false;
        for (ReviewView.Numbered one : view.findings()) {
            if (one.verdict().equals("PASS")) continue;
            any = true;
            finding(one);
        }
        if (!any) sheet.paragraph(view.word("report.none"), PdfFace.TEXT, 9, PdfSheet.INK, 0);
        boolean unverified = false;
        for (ReviewView.Numbered one : view.findings())
            for (JsonNode article : one.finding().path("article"))
                unverified |= article.path("status").asString("").equals("unverified");
        if (unverified) sheet.paragraph(view.word("report.unverified"), PdfFace.TEXT, 7.8f, PdfSheet.FAINT, 0);
    }

    private void finding(ReviewView.Numbered one) {
        JsonNode finding = one.finding();
        List<String> lines = new ArrayList<>();
        float width = sheet.room() - 30;
        lines.addAll(sheet.wrap(view.word("column.basis") + "　" + view.article(finding), PdfFace.TEXT, SIZE, width));
        String remedy = finding.path("remedy").asString("");
        if (!remedy.isEmpty())
            lines.addAll(sheet.wrap(view.word("finding.remedy") + "　" + remedy, PdfFace.TEXT, SIZE, width));
        List<String> needs = new ArrayList<>();
        finding.path("needsText").forEach(need -> needs.add(need.asString("")));
        if (!needs.isEmpty())
            lines.addAll(sheet.wrap(
                    view.word("finding.needs") + "　" + String.join(view.isEnglish() ? "; " : "；", needs)
                            + (finding.path("satisfied").asBoolean(false) ? "　" + view.word("finding.satisfied") : ""),
                    PdfFace.TEXT,
                    SIZE,
                    width));
        if (one.verdict().equals("NOT_ANSWERED"))
            lines.addAll(sheet.wrap(view.word("finding.why") + "　" + reason(finding), PdfFace.TEXT, SIZE, width));
        float leading = SIZE * 1.5f;
        float height = 19 + Math.min(lines.size(), 40) * leading + 6;
        sheet.need(height);
        float top = sheet.y;
        head(one, finding);
        sheet.y += 19;
        for (String line : lines) {
            sheet.need(leading);
            sheet.ink().text(sheet.left() + 28, sheet.y + SIZE, line, PdfFace.TEXT, SIZE, PdfSheet.SOFT);
            sheet.y += leading;
        }
        if (sheet.y > top) sheet.ink().fill(sheet.left(), top, 2.4f, sheet.y - top, PdfColours.of(one.verdict()));
        sheet.y += 7;
    }

    private void head(ReviewView.Numbered one, JsonNode finding) {
        float x = sheet.left() + 28;
        if (one.number() > 0)
            PdfNumbers.disc(sheet, sheet.left() + 15, sheet.y + 7, String.valueOf(one.number()), 6.4f, one.verdict());
        String area = area(one, finding);
        float right = sheet.right() - sheet.fonts.width(area, PdfFace.TEXT, SIZE);
        String word = finding.path("verdictText").asString("");
        float label = sheet.fonts.width(word, PdfFace.BOLD, 8) + 16;
        String title = sheet.shortened(finding.path("title").asString(""), PdfFace.BOLD, 9.8f, right - x - label - 8);
        sheet.ink().text(x, sheet.y + 10.5f, title, PdfFace.BOLD, 9.8f, PdfSheet.INK);
        PdfColours.label(
                sheet, x + sheet.fonts.width(title, PdfFace.BOLD, 9.8f) + 8, sheet.y + 0.5f, word, one.verdict(), 8);
        Color colour = one.verdict().equals("FAIL") ? PdfSheet.RED : PdfSheet.INK;
        sheet.ink().text(right, sheet.y + 10.5f, area, PdfFace.TEXT, SIZE, colour);
    }

    private String area(ReviewView.Numbered one, JsonNode finding) {
        if (finding.path("area").asDouble(0) == 0) return one.verdict().equals("NOT_ANSWERED") ? "–" : "";
        String text = finding.path("hectares").asString("") + " " + view.word("text.hectares") + "　"
                + finding.path("area").asString("") + " m²　"
                + finding.path("share").asString("") + " %";
        String more = finding.path("areaWithSlivers").asString("");
        return more.isEmpty() ? text : text + "　" + view.word("finding.with-slivers", "area", more);
    }

    private String reason(JsonNode finding) {
        for (JsonNode layer : view.root().path("layers"))
            if (layer.path("layer").asString("").equals(finding.path("layer").asString(""))) {
                String reason = layer.path("reasonText").asString("");
                return layer.path("name").asString("") + " "
                        + (reason.isEmpty() ? view.word("reason.undecided") : reason);
            }
        return view.word("reason.no-snapshot");
    }
}
