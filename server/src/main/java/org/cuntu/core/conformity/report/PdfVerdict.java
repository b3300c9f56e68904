package org.cuntu.core.conformity.report;

import java.awt.Color;
import tools.jackson.databind.JsonNode;

/** Three boxes — conflicts, what is open, what is clear — and the conclusion in words. */
final class PdfVerdict {
    private final ReviewView view;
    private final PdfSheet sheet;

    PdfVerdict(ReviewView view, PdfSheet sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    void print() {
        counts();
        conclusion();
    }

    private void counts() {
        float width = sheet.room() / 3;
        int fail = view.count("FAIL");
        int conditional = view.count("CONDITIONAL");
        int info = view.count("INFO");
        String kinds = view.word("report.prohibited", "fail", fail, "conditional", conditional)
                + (info > 0 ? "　" + view.word("report.informing", "count", info) : "");
        int all = view.root().path("findings").size();
        box(0, width, fail + conditional + info, "report.conflicts", kinds, "FAIL");
        box(1, width, view.count("NOT_ANSWERED"), "report.open", "", "NOT_ANSWERED");
        box(2, width, view.count("PASS"), "report.clear", view.word("report.rulesasked", "count", all), "PASS");
        sheet.y += 38;
    }

    private void box(int place, float width, int count, String word, String more, String verdict) {
        PdfInk ink = sheet.ink();
        boolean none = count == 0;
        Color colour = none ? PdfSheet.FAINT : PdfColours.of(verdict);
        float x = sheet.left() + place * width;
        ink.fill(x, sheet.y, width, 29, none ? Color.WHITE : PdfColours.soft(verdict));
        if (verdict.equals("NOT_ANSWERED") && !none)
            new PlateBrush(sheet)
                    .hatch(
                            PlateBrush.rectangle(x, sheet.y, width, 29),
                            new Color(0xaeb8c1),
                            new PlateLook.Hatch(true, 7, 2.4f, 0.3f));
        ink.frame(x, sheet.y, width, 29, none ? PdfSheet.LINE : colour, 0.6f);
        String number = String.valueOf(count);
        ink.text(x + 10, sheet.y + 20.5f, number, PdfFace.BOLD, 16, colour);
        float after = x + 16 + sheet.fonts.width(number, PdfFace.BOLD, 16);
        String text = view.word(word);
        ink.text(after, sheet.y + 19, text, PdfFace.BOLD, 8.6f, colour);
        float from = after + sheet.fonts.width(text, PdfFace.BOLD, 8.6f) + 7;
        String shown = sheet.shortened(more, PdfFace.TEXT, 7.6f, x + width - from - 4);
        ink.text(from, sheet.y + 19, shown, PdfFace.TEXT, 7.6f, PdfSheet.SOFT);
    }

    private void conclusion() {
        String verdict = view.text("/conclusion");
        String word = view.word("verdict." + verdict);
        String head = view.word("report.conclusion");
        sheet.ink().text(sheet.left(), sheet.y + 11, head, PdfFace.BOLD, 10.5f, PdfSheet.INK);
        PdfColours.label(
                sheet,
                sheet.left() + sheet.fonts.width(head, PdfFace.BOLD, 10.5f) + 10,
                sheet.y - 0.5f,
                word,
                verdict,
                9.5f);
        sheet.y += 19;
        sheet.paragraph(view.text("/summary/text"), PdfFace.TEXT, 9.4f, PdfSheet.INK, 0);
        String failing = failing();
        if (!failing.isEmpty()) sheet.paragraph(failing, PdfFace.BOLD, 9.4f, PdfSheet.RED, 0);
        sheet.y += 5;
    }

    /** The failing findings and their areas in one sentence. */
    private String failing() {
        StringBuilder text = new StringBuilder();
        for (ReviewView.Numbered one : view.findings()) {
            if (!one.verdict().equals("FAIL")) continue;
            JsonNode finding = one.finding();
            if (!text.isEmpty()) text.append(view.isEnglish() ? "; " : "；");
            text.append(one.number()).append(' ').append(finding.path("title").asString(""));
            if (finding.path("area").asDouble(0) > 0)
                text.append(' ')
                        .append(finding.path("hectares").asString(""))
                        .append(' ')
                        .append(view.word("text.hectares"));
        }
        return text.isEmpty() ? "" : view.word("report.failing", "list", text);
    }
}
