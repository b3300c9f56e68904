package org.cuntu.core.conformity.report;

import java.awt.Color;

/** The numbers of findings, ①, ②, … : one look in the tables, in the list and on the plates, in the verdict's colour. */
final class PdfNumbers {
    private PdfNumbers() {}

    static Color colour(String verdict) {
        return verdict.equals("INFO") ? PlateColours.token("ugb") : PdfColours.of(verdict);
    }

    /** A white figure on a disc round this place. */
    static void disc(PdfSheet sheet, float x, float y, String number, float radius, String verdict) {
        sheet.ink().disc(x, y, radius + 0.8f, Color.WHITE);
        sheet.ink().disc(x, y, radius, colour(verdict));
        float size = number.length() > 2 ? radius * 1.05f : radius * 1.35f;
        float width = sheet.fonts.width(number, PdfFace.BOLD, size);
        sheet.ink().text(x - width / 2, y + size * 0.36f, number, PdfFace.BOLD, size, Color.WHITE);
    }
}
