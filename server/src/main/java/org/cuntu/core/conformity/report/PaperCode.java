package org.cuntu.core.conformity.report;

import java.util.List;

/** The code by which a paper that is no review's can be told (contracts 12): it holds number and hash, with words beside it. */
public final class PaperCode {
    private static final int SHOWN = 20;
    private static final float INDENT = 84;

    private PaperCode() {}

    /** @param hash of the canonical result; its first twenty digits are in the code and in the words */
    public static void print(PdfSheet sheet, String id, String hash, String title, List<String> words) {
        sheet.need(PdfCheck.HEIGHT);
        float top = sheet.y;
        PdfCheck.code(sheet, PdfCheck.content("", id, hash), sheet.left(), top);
        float y = top + 10;
        sheet.ink().text(sheet.left() + INDENT, y, title, PdfFace.BOLD, 9, PdfSheet.INK);
        for (String word : words)
            for (String line : sheet.wrap(word, PdfFace.TEXT, 8, sheet.room() - INDENT))
                sheet.ink().text(sheet.left() + INDENT, y += 13, line, PdfFace.TEXT, 8, PdfSheet.SOFT);
        String shown = id + " " + hash.substring(0, Math.min(SHOWN, hash.length()));
        sheet.ink().text(sheet.left() + INDENT, y + 13, shown, PdfFace.TEXT, 8, PdfSheet.SOFT);
        sheet.y = top + PdfCheck.HEIGHT;
    }
}
