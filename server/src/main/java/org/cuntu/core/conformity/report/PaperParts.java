package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;

/** What papers of other modules have in common with the review's report: title, ruled facts, the foot by which a paper is checked. */
public final class PaperParts {
    private static final float TITLE = 20;
    private static final float SIZE = 8.8f;
    private static final float LEADING = SIZE * 1.42f;
    private static final float NOTE = 172;
    private static final float BOX = 84;

    private PaperParts() {}

    /** A label and its value; a wide one has the row to itself. */
    public record Fact(String label, String value, boolean heavy, boolean wide) {
        public static Fact of(String label, String value) {
            return new Fact(label, value, false, false);
        }

        public static Fact wide(String label, String value) {
            return new Fact(label, value, false, true);
        }
    }

    /** In the middle of the page, in 宋体. */
    public static void title(PdfSheet sheet, String text, boolean spaced) {
        float more = spaced ? 3 : 0.4f;
        float width = sheet.fonts.width(text, PdfFace.TITLE, TITLE) + more * text.length();
        float x = Math.max(sheet.left(), (sheet.left() + sheet.right() - width) / 2);
        sheet.ink().spaced(x, sheet.y + 24, text, PdfFace.TITLE, TITLE, PdfSheet.INK, more);
        sheet.y += 42;
    }

    /** A section's heading, with its mark in the table of contents. */
    public static void heading(PdfSheet sheet, String text, String unit, float room) {
        sheet.need(room);
        sheet.y += 8;
        sheet.bookmark(text);
        sheet.ink().text(sheet.left(), sheet.y + 12, text, PdfFace.TITLE, 12, PdfSheet.INK);
        sheet.toRight(sheet.right(), sheet.y + 12, unit, PdfFace.TEXT, 8, PdfSheet.FAINT);
        sheet.y += 20;
    }

    /** Two abreast, as high as their words need. @param label width of the labels, points */
    public static void facts(PdfSheet sheet, List<Fact> facts, float label) {
        for (int i = 0; i < facts.size(); i++) {
            boolean pair = !facts.get(i).wide()
                    && i + 1 < facts.size()
                    && !facts.get(i + 1).wide();
            if (pair) row(sheet, List.of(facts.get(i), facts.get(++i)), label);
            else row(sheet, List.of(facts.get(i)), label);
        }
        sheet.y += 9;
    }

    private static void row(PdfSheet sheet, List<Fact> cells, float label) {
        float width = sheet.room() / cells.size();
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (Fact fact : cells) {
            List<String> wrapped = new ArrayList<>();
            for (String part : fact.value().split("\n", -1))
                wrapped.addAll(sheet.wrap(part, face(fact), SIZE, width - label - 14));
            lines.add(wrapped);
            most = Math.max(most, wrapped.size());
        }
        float height = most * LEADING + 7;
        sheet.need(height);
        for (int i = 0; i < cells.size(); i++)
            cell(sheet, sheet.left() + i * width, width, height, cells.get(i), lines.get(i), label);
        sheet.y += height;
    }

    private static PdfFace face(Fact fact) {
        return fact.heavy() ? PdfFace.BOLD : PdfFace.TEXT;
    }

    private static void cell(
            PdfSheet sheet, float x, float width, float height, Fact fact, List<String> lines, float label) {
        PdfInk ink = sheet.ink();
        ink.fill(x, sheet.y, label, height, PdfSheet.HEAD);
        ink.frame(x, sheet.y, label, height, PdfSheet.LINE, 0.6f);
        ink.text(
                x + 7,
                sheet.y + height / 2 + SIZE * 0.38f,
                sheet.shortened(fact.label(), PdfFace.BOLD, SIZE - 0.4f, label - 10),
                PdfFace.BOLD,
                SIZE - 0.4f,
                PdfSheet.SOFT);
        ink.frame(x + label, sheet.y, width - label, height, PdfSheet.LINE, 0.6f);
        float y = sheet.y + (height - lines.size() * LEADING) / 2;
        for (String text : lines) {
            ink.text(x + label + 7, y + SIZE * 1.12f, text, face(fact), SIZE, PdfSheet.INK);
            y += LEADING;
        }
    }

    /**
     * The foot by which a paper is checked (contracts 12).
     *
     * @param id what the verification page is asked by; empty: a draft, without a code
     * @param heading, notes beside the code
     * @param hands who made it, one a line
     * @param unsigned the words in the place of the seal
     */
    public record Check(
            String publicUrl,
            String id,
            String hash,
            String heading,
            List<String> notes,
            List<String> hands,
            String unsigned) {}

    public static void check(PdfSheet sheet, Check check) {
        sheet.need(PdfCheck.HEIGHT);
        float x = sheet.left();
        if (!check.id().isEmpty()) {
            PdfCheck.code(sheet, PdfCheck.content(check.publicUrl(), check.id(), check.hash()), x, sheet.y);
            x += PdfCheck.CODE + 12;
        }
        float y = sheet.y + 10;
        sheet.ink().text(x, y, check.heading(), PdfFace.BOLD, 9, PdfSheet.INK);
        for (String note : check.notes())
            for (String line : sheet.wrap(note, PdfFace.TEXT, 8, NOTE)) {
                y += 12;
                sheet.ink().text(x, y, line, PdfFace.TEXT, 8, PdfSheet.SOFT);
            }
        float hand = sheet.y + 10;
        for (String line : check.hands()) {
            sheet.ink().text(sheet.right() - 226, hand, line, PdfFace.TEXT, 9, PdfSheet.INK);
            hand += 19;
        }
        float left = sheet.right() - BOX;
        sheet.ink().frame(left, sheet.y, BOX, 72, PdfSheet.LINE, 0.7f, 3, 2);
        float width = sheet.fonts.width(check.unsigned(), PdfFace.TEXT, 8.5f);
        sheet.ink().text(left + (BOX - width) / 2, sheet.y + 39, check.unsigned(), PdfFace.TEXT, 8.5f, PdfSheet.FAINT);
        sheet.y += PdfCheck.HEIGHT;
    }
}
