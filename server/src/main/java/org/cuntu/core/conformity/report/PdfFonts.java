package org.cuntu.core.conformity.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** Noto Sans SC, regular and bold, embedded as a subset. A sign that the font does not have is printed as 〓. */
final class PdfFonts {
    private static final String FOLDER = "/cuntu/fonts/";
    private static final String MISSING = "〓";

    final PDFont regular;
    final PDFont bold;
    private final Map<Long, Float> widths = new HashMap<>();

    PdfFonts(PDDocument document) throws IOException {
        regular = load(document, "NotoSansSC_400Regular.ttf");
        bold = load(document, "NotoSansSC_700Bold.ttf");
    }

    private static PDFont load(PDDocument document, String file) throws IOException {
        try (InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new InputRefused(Problem.refused("review.font-missing", Problem.Place.UNKNOWN, "file", file));
            return PDType0Font.load(document, in, true);
        }
    }

    PDFont font(boolean heavy) {
        return heavy ? bold : regular;
    }

    /** Points at this size. */
    float width(String text, boolean heavy, float size) {
        float sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            sum += sign(c, heavy);
            i += Character.charCount(c);
        }
        return sum * size / 1000;
    }

    /** The text with only signs that the font has. */
    String printable(String text, boolean heavy) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x20) out.append(' ');
            else if (has(c, heavy)) out.appendCodePoint(c);
            else out.append(MISSING);
        }
        return out.toString();
    }

    private float sign(int c, boolean heavy) {
        return widths.computeIfAbsent(heavy ? -(long) c : c, key -> {
            try {
                return font(heavy).getStringWidth(has(c, heavy) && c >= 0x20 ? Character.toString(c) : MISSING);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private boolean has(int c, boolean heavy) {
        try {
            font(heavy).encode(Character.toString(c));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
