package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The ruled block under the title: project, review, use, area, clocks. As high as its words need. */
final class PdfTitleBlock {
    private static final float SIZE = 8.8f;
    private static final float LEADING = SIZE * 1.42f;

    private final ReviewView view;
    private final PdfSheet sheet;
    private final String person;

    PdfTitleBlock(ReviewView view, PdfSheet sheet, String person) {
        this.view = view;
        this.sheet = sheet;
        this.person = person;
    }

    private record Pair(String label, String value, boolean heavy) {}

    void print() {
        row(
                new Pair(view.word("report.name"), or(view.text("/name")), true),
                new Pair(view.word("report.code"), or(view.text("/id")), false));
        row(
                new Pair(view.word("report.purpose"), purpose(), false),
                new Pair(view.word("report.date"), view.date(view.text("/at")), false));
        row(new Pair(view.word("report.kind"), kind(), false), new Pair(view.word("report.person"), or(person), false));
        area();
        row(
                new Pair(view.word("report.plots"), plots(), false),
                new Pair(
                        view.word("report.clocks"),
                        view.word("report.inforce", "asOf", view.text("/asOf")) + "\n"
                                + view.word("report.known", "known", view.instant(view.text("/known"))),
                        false));
        sheet.y += 9;
    }

    private float labelWidth() {
        return view.isEnglish() ? 70 : 58;
    }

    private void row(Pair left, Pair right) {
        float first = sheet.room() * 0.62f;
        float second = sheet.room() - first;
        List<String> one = lines(left, first);
        List<String> other = lines(right, second);
        float height = Math.max(one.size(), other.size()) * LEADING + 7;
        cell(sheet.left(), first, height, left, one);
        cell(sheet.left() + first, second, height, right, other);
        sheet.y += height;
    }

    private List<String> lines(Pair pair, float width) {
        List<String> lines = new ArrayList<>();
        for (String part : pair.value().split("\n", -1))
            lines.addAll(sheet.wrap(part, face(pair), SIZE, width - labelWidth() - 14));
        return lines;
    }

    private static PdfFace face(Pair pair) {
        return pair.heavy() ? PdfFace.BOLD : PdfFace.TEXT;
    }

    private void cell(float x, float width, float height, Pair pair, List<String> lines) {
        label(x, height, pair.label());
        sheet.ink().frame(x + labelWidth(), sheet.y, width - labelWidth(), height, PdfSheet.LINE, 0.6f);
        float y = sheet.y + (height - lines.size() * LEADING) / 2;
        for (String text : lines) {
            sheet.ink().text(x + labelWidth() + 7, y + SIZE * 1.12f, text, face(pair), SIZE, PdfSheet.INK);
            y += LEADING;
        }
    }

    private void label(float x, float height, String text) {
        sheet.ink().fill(x, sheet.y, labelWidth(), height, PdfSheet.HEAD);
        sheet.ink().frame(x, sheet.y, labelWidth(), height, PdfSheet.LINE, 0.6f);
        sheet.ink().text(x + 7, sheet.y + height / 2 + SIZE * 0.38f, text, PdfFace.BOLD, SIZE - 0.4f, PdfSheet.SOFT);
    }

    /** The figure of the page, in all three units, and beside it what was stated. */
    private void area() {
        float height = 24;
        label(sheet.left(), height, view.word("report.area"));
        sheet.ink()
                .frame(sheet.left() + labelWidth(), sheet.y, sheet.room() - labelWidth(), height, PdfSheet.LINE, 0.6f);
        float x = sheet.left() + labelWidth() + 7;
        String hectares = view.text("/summary/hectares") + " " + view.word("text.hectares");
        sheet.ink().text(x, sheet.y + 16.5f, hectares, PdfFace.BOLD, 12, PdfSheet.INK);
        x += sheet.fonts.width(hectares, PdfFace.BOLD, 12) + 14;
        String stated = view.text("/site/statedArea");
        String more = view.text("/site/legalArea") + " m²　" + view.text("/summary/mu") + " " + view.word("text.mu");
        if (!stated.isEmpty()) more += "　（" + view.word("report.stated") + " " + stated + " m²）";
        sheet.ink().text(x, sheet.y + 16, more, PdfFace.TEXT, SIZE, PdfSheet.INK);
        sheet.y += height;
    }

    private String plots() {
        int count = view.root().at("/site/plots").size();
        StringBuilder text = new StringBuilder(count == 1 ? "" : view.word("text.plots", "count", count) + "　");
        int shown = 0;
        for (JsonNode plot : view.root().at("/site/plots")) {
            if (++shown > 4) {
                text.append(view.word("report.more-plots", "count", count - 4));
                break;
            }
            if (shown > 1) text.append(view.isEnglish() ? ", " : "、");
            String name = plot.path("name").asString("");
            String use = plot.path("use").asString("");
            text.append(name.isEmpty() ? plot.path("number").asString("") : name);
            if (!use.isEmpty()) text.append('（').append(use).append('）');
        }
        return text + "　" + view.text("/site/crs");
    }

    private String purpose() {
        String purpose = view.text("/project/purpose");
        return purpose.isEmpty() ? "–" : "YDYH2023：" + purpose;
    }

    private String kind() {
        String kind = view.text("/project/kind");
        String level = view.text("/project/level");
        String applied = view.text("/project/appliedOn");
        String text = (kind.isEmpty() ? "" : view.word("kind." + kind))
                + (level.isEmpty() ? "" : "　" + view.word("level." + level))
                + (applied.isEmpty() ? "" : "　" + view.word("report.applied", "date", applied));
        return or(text.strip());
    }

    private static String or(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
