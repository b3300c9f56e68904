package org.cuntu.core.conformity.report;

import java.awt.Color;

/** One colour a verdict, the same in every table. */
final class PdfColours {
    private static final String[] VERDICTS = {"FAIL", "CONDITIONAL", "NOT_ANSWERED", "PASS", "INFO"};

    private PdfColours() {}

    static Color of(String verdict) {
        return switch (verdict) {
            case "FAIL" -> PdfSheet.RED;
            case "CONDITIONAL" -> PdfSheet.AMBER;
            case "PASS" -> PdfSheet.GREEN;
            default -> PdfSheet.FAINT;
        };
    }

    static Color ofWord(ReviewView view, String word) {
        for (String verdict : VERDICTS) if (view.word("verdict." + verdict).equals(word)) return of(verdict);
        return PdfSheet.INK;
    }
}
