package org.cuntu.core.conformity.report;

import java.awt.Color;

/** One colour a verdict, the same everywhere, and the label in which it is printed: never colour alone. */
final class PdfColours {
    private static final String[] VERDICTS = {"FAIL", "CONDITIONAL", "NOT_ANSWERED", "PASS", "INFO"};

    private PdfColours() {}

    static Color of(String verdict) {
        return switch (verdict) {
            case "FAIL" -> PdfSheet.RED;
            case "CONDITIONAL" -> PdfSheet.AMBER;
            case "PASS", "CLEAR" -> PdfSheet.GREEN;
            default -> PdfSheet.FAINT;
        };
    }

    static Color soft(String verdict) {
        return switch (verdict) {
            case "FAIL" -> new Color(0xfcedee);
            case "CONDITIONAL" -> new Color(0xfef5e2);
            case "PASS", "CLEAR" -> new Color(0xe9f5ee);
            default -> new Color(0xf4f6f8);
        };
    }

    /** The verdict or answer that a printed word stands for; empty when it is none. */
    static String meant(ReviewView view, String word) {
        for (String verdict : VERDICTS) if (view.word("verdict." + verdict).equals(word)) return verdict;
        if (view.word("answer.CLEAR").equals(word)) return "CLEAR";
        if (view.word("answer.CONCERNED").equals(word)) return "CONCERNED";
        return "";
    }

    /** The label with its upper left corner here; as wide as its word. */
    static void label(PdfSheet sheet, float x, float top, String word, String verdict, float size) {
        float width = sheet.fonts.width(word, PdfFace.BOLD, size) + 8;
        float height = size * 1.5f;
        PdfInk ink = sheet.ink();
        Color colour = of(verdict);
        switch (verdict) {
            case "FAIL" -> ink.fill(x, top, width, height, colour);
            case "NOT_ANSWERED" -> ink.frame(x, top, width, height, colour, 0.6f, 2, 1.5f);
            default -> {
                ink.fill(x, top, width, height, soft(verdict));
                ink.frame(x, top, width, height, colour, 0.6f);
            }
        }
        Color on = verdict.equals("FAIL") ? Color.WHITE : colour;
        ink.text(x + 4, top + size * 1.13f, word, PdfFace.BOLD, size, on);
    }
}
