package org.cuntu.core.conformity.report;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;

/** The foot of the first page: the code by which the paper can be checked (contracts 12), who made it, and no seal yet. */
final class PdfCheck {
    static final float HEIGHT = 88;
    static final float CODE = 72;
    private static final int SHOWN = 20;

    private PdfCheck() {}

    /** What the code holds: the verification page's address, or number and hash where there is no public one. */
    static String content(String publicUrl, String id, String hash) {
        String shown = hash.substring(0, Math.min(SHOWN, hash.length()));
        return publicUrl.isEmpty() ? id + " " + shown : publicUrl + "/v/" + id + "?h=" + shown;
    }

    static void print(ReviewView view, PdfSheet sheet, PaperContext context) {
        sheet.need(HEIGHT);
        String id = view.text("/id");
        String hash = view.text("/canonicalHash");
        float x = sheet.left();
        if (!id.isEmpty()) {
            code(sheet, content(context.publicUrl(), id, hash), x, sheet.y);
            x += CODE + 12;
        }
        float y = sheet.y + 10;
        sheet.ink().text(x, y, view.word("check.title"), PdfFace.BOLD, 9, PdfSheet.INK);
        String how = id.isEmpty() ? "check.live" : context.publicUrl().isEmpty() ? "check.offline" : "check.online";
        List<String> lines = new java.util.ArrayList<>(sheet.wrap(view.word(how), PdfFace.TEXT, 8, 172));
        if (!id.isEmpty()) lines.add(view.word("report.code") + " " + id);
        lines.add(view.word("report.canonical") + " " + hash.substring(0, Math.min(SHOWN, hash.length())));
        for (String line : lines) sheet.ink().text(x, y += 13, line, PdfFace.TEXT, 8, PdfSheet.SOFT);
        signatures(view, sheet, context);
        sheet.y += HEIGHT;
    }

    private static void signatures(ReviewView view, PdfSheet sheet, PaperContext context) {
        float x = sheet.right() - 226;
        float y = sheet.y + 10;
        for (String line : List.of(
                view.word("check.made") + "　" + (context.person().isEmpty() ? "" : context.person()),
                view.word("check.second"),
                view.word("check.dated") + "　" + view.date(view.text("/at")))) {
            sheet.ink().text(x, y, line, PdfFace.TEXT, 9, PdfSheet.INK);
            y += 19;
        }
        float left = sheet.right() - 84;
        sheet.ink().frame(left, sheet.y, 84, 72, PdfSheet.LINE, 0.7f, 3, 2);
        String word = view.word("check.unsigned");
        sheet.ink()
                .text(
                        left + (84 - sheet.fonts.width(word, PdfFace.TEXT, 8.5f)) / 2,
                        sheet.y + 39,
                        word,
                        PdfFace.TEXT,
                        8.5f,
                        PdfSheet.FAINT);
    }

    static void code(PdfSheet sheet, String content, float x, float top) {
        try {
            ByteMatrix code = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
            float module = CODE / code.getWidth();
            for (int row = 0; row < code.getHeight(); row++)
                for (int from = 0; from < code.getWidth(); from++) {
                    int to = from;
                    while (to < code.getWidth() && code.get(to, row) == 1) to++;
                    if (to > from)
                        sheet.ink()
                                .fill(
                                        x + from * module,
                                        top + row * module,
                                        (to - from) * module,
                                        module + 0.05f,
                                        PdfSheet.INK);
                    from = Math.max(from, to);
                }
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
