package org.cuntu.core.conformity.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** The faces of one document, each embedded as a subset. A sign that a face does not have is printed as 〓. */
final class PdfFonts {
    private static final String FOLDER = "/cuntu/fonts/";
    private static final String MISSING = "〓";

    private static final Map<PdfFace, SoftReference<TrueTypeFont>> OUTLINES = new EnumMap<>(PdfFace.class);

    private final PDDocument document;
    private final Map<PdfFace, PDFont> fonts = new EnumMap<>(PdfFace.class);
    private final Map<PdfFace, Map<Integer, Float>> widths = new EnumMap<>(PdfFace.class);

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDFont font(PdfFace face) {
        return fonts.computeIfAbsent(face, this::load);
    }

    private PDFont load(PdfFace face) {
        try {
            return PDType0Font.load(document, outlines(face), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read whole once, and only read from then on, by as many documents as there are; given up when memory is short. */
    private static TrueTypeFont outlines(PdfFace face) throws IOException {
        synchronized (OUTLINES) {
            SoftReference<TrueTypeFont> kept = OUTLINES.get(face);
            TrueTypeFont found = kept == null ? null : kept.get();
            if (found != null) return found;
            TrueTypeFont parsed = parsed(face);
            OUTLINES.put(face, new SoftReference<>(parsed));
            return parsed;
        }
    }

    private static TrueTypeFont parsed(PdfFace face) throws IOException {
        try (InputStream in = PdfFonts.class.getResourceAsStream(FOLDER + face.file)) {
            if (in == null)
                throw new InputRefused(
                        Problem.refused("review.font-missing", Problem.Place.UNKNOWN, "file", face.file));
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            parsed.setEnableGsub(false); // no ligatures; looking for them in every line costs more than all else
            return parsed;
        }
    }

    /** Points at this size. */
    float width(String text, PdfFace face, float size) {
        float sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            float sign = sign(c, face);
            sum += sign < 0 ? sign(MISSING.codePointAt(0), face) : sign;
            i += Character.charCount(c);
        }
        return sum * size / 1000;
    }

    /** The text with only signs that the face has. */
    String printable(String text, PdfFace face) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x20) out.append(' ');
            else if (sign(c, face) >= 0) out.appendCodePoint(c);
            else out.append(MISSING);
        }
        return out.toString();
    }

    /** The sign's width in thousandths; negative when the face does not have it. */
    private float sign(int c, PdfFace face) {
        return widths.computeIfAbsent(face, f -> new HashMap<>()).computeIfAbsent(c < 0x20 ? ' ' : c, key -> {
            try {
                return font(face).getStringWidth(Character.toString(key));
            } catch (IllegalArgumentException e) {
                return -1f;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
