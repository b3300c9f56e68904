package org.cuntu.core.conformity.report;

import java.awt.Color;

/** The numbers of conflicts, ①, ②, … : one look in the tables, in the list of findings and on the plates. */
final class PdfNumbers {
    private PdfNumbers() {}

    /** A white figure on a red disc round this place. */
    static void disc(PdfSheet sheet, float x, float y, String number, float radius) {
        sheet.ink().disc(x, y, radius + 0.8f, Color.WHITE);
        sheet.ink().disc(x, y, radius, PdfSheet.RED);
        float size = number.length() > 2 ? radius * 1.05f : radius * 1.35f;
        float width = sheet.fonts.width(number, PdfFace.BOLD, size);
        sheet.ink().text(x - width / 2, y + size * 0.36f, number, PdfFace.BOLD, size, Color.WHITE);
    }
}
