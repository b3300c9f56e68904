package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The ruled block under the title: project, review, use, area, clocks. */
final class PdfTitleBlock {
    private static final float LABEL = 62;
    private static final float SIZE = 9;

    private PdfTitleBlock() {}

    private record Pair(String label, String value) {}

    static void print(ReviewView view, PdfSheet sheet) {
        String none = "–";
        row(
                sheet,
                new Pair(view.word("report.name"), or(view.text("/name"), none)),
                new Pair(view.word("report.code"), or(view.text("/id"), none)));
        row(
                sheet,
                new Pair(view.word("report.purpose"), purpose(view, none)),
                new Pair(view.word("report.kind"), kind(view, none)));
        row(
                sheet,
                new Pair(view.word("report.area"), area(view)),
                new Pair(view.word("report.date"), view.date(view.text("/at"))));
        row(
                sheet,
                new Pair(view.word("report.plots"), plots(view)),
                new Pair(
                        view.word("report.clocks"),
                        view.word("report.inforce", "asOf", view.text("/asOf")) + " "
                                + view.word("report.known", "known", view.instant(view.text("/known")))));
        sheet.y += 10;
    }

    private static void row(PdfSheet sheet, Pair left, Pair right) {
        float first = (PdfSheet.RIGHT - PdfSheet.LEFT) * 0.58f;
        float second = PdfSheet.RIGHT - PdfSheet.LEFT - first;
        List<String> one = sheet.wrap(left.value(), false, SIZE, first - LABEL - 12);
        List<String> other = sheet.wrap(right.value(), false, SIZE, second - LABEL - 12);
        float height = Math.max(one.size(), other.size()) * SIZE * 1.4f + 9;
        cell(sheet, PdfSheet.LEFT, first, height, left.label(), one);
        cell(sheet, PdfSheet.LEFT + first, second, height, right.label(), other);
        sheet.y += height;
    }

    private static void cell(PdfSheet sheet, float x, float width, float height, String label, List<String> lines) {
        sheet.fill(x, sheet.y, LABEL, height, PdfSheet.HEAD);
        Color line = PdfSheet.LINE;
        sheet.frame(x, sheet.y, LABEL, height, line);
        sheet.frame(x + LABEL, sheet.y, width - LABEL, height, line);
        sheet.text(x + 6, sheet.y + 5 + SIZE, label, true, SIZE - 0.5f, PdfSheet.FAINT);
        float y = sheet.y + 5;
        for (String text : lines) {
            sheet.text(x + LABEL + 6, y + SIZE, text, false, SIZE, PdfSheet.INK);
            y += SIZE * 1.4f;
        }
    }

    private static String area(ReviewView view) {
        String stated = view.text("/site/statedArea");
        String text = view.text("/summary/hectares") + " " + view.word("text.hectares") + "　"
                + view.text("/site/legalArea") + " m²　" + view.text("/summary/mu") + " " + view.word("text.mu");
        return stated.isEmpty() ? text : text + "　(" + view.word("report.stated") + " " + stated + " m²)";
    }

    private static String plots(ReviewView view) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (JsonNode plot : view.root().at("/site/plots")) {
            if (++count > 6) {
                text.append(" …");
                break;
            }
            if (!text.isEmpty()) text.append("、");
            String name = plot.path("name").asString("");
            text.append(name.isEmpty() ? plot.path("number").asString("") : name)
                    .append(' ')
                    .append(plot.path("legalArea").asString(""))
                    .append(" m²");
        }
        return text + "　" + view.text("/site/crs");
    }

    private static String purpose(ReviewView view, String none) {
        String purpose = view.text("/project/purpose");
        return purpose.isEmpty() ? none : "YDYH2023:" + purpose;
    }

    private static String kind(ReviewView view, String none) {
        String kind = view.text("/project/kind");
        String level = view.text("/project/level");
        String text = (kind.isEmpty() ? "" : view.word("kind." + kind))
                + (level.isEmpty() ? "" : " " + view.word("level." + level));
        return or(text.strip(), none);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
