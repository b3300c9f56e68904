package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A4 pages under one cursor that runs from the top down. Units are points; y is counted from the top. */
final class PdfSheet {
    static final float LEFT = 40;
    static final float RIGHT = PDRectangle.A4.getWidth() - 40;
    static final float TOP = 62;
    static final float BOTTOM = PDRectangle.A4.getHeight() - 52;
    static final Color INK = new Color(0x1b2430);
    static final Color FAINT = new Color(0x5b6675);
    static final Color LINE = new Color(0xb8c0ca);
    static final Color HEAD = new Color(0xeef2f6);
    static final Color RED = new Color(0xb3202c);
    static final Color AMBER = new Color(0x9a6200);
    static final Color GREEN = new Color(0x1a7f4b);

    final PdfFonts fonts;
    private final PDDocument document;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream stream;
    float y;

    PdfSheet(PDDocument document) throws IOException {
        this.document = document;
        fonts = new PdfFonts(document);
        stream = open();
    }

    private PDPageContentStream open() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    void newPage() {
        try {
            stream.close();
            stream = open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a new page when less than this is left. */
    void need(float height) {
        if (y + height > BOTTOM) newPage();
    }

    /** One line with its baseline at the given y. */
    void text(float x, float baseline, String text, boolean heavy, float size, Color colour) {
        if (text.isEmpty()) return;
        try {
            draw(stream, x, baseline, text, heavy, size, colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(
            PDPageContentStream on, float x, float baseline, String text, boolean heavy, float size, Color colour)
            throws IOException {
        on.beginText();
        on.setFont(fonts.font(heavy), size);
        on.setNonStrokingColor(colour);
        on.newLineAtOffset(x, PDRectangle.A4.getHeight() - baseline);
        on.showText(fonts.printable(text, heavy));
        on.endText();
    }

    /** A wrapped paragraph at the cursor; goes on over pages. */
    void paragraph(String text, boolean heavy, float size, Color colour, float indent) {
        float leading = size * 1.55f;
        for (String line : wrap(text, heavy, size, RIGHT - LEFT - indent)) {
            need(leading);
            text(LEFT + indent, y + size, line, heavy, size, colour);
            y += leading;
        }
    }

    List<String> wrap(String text, boolean heavy, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String token : LineBreaks.tokens(text)) {
            if (!line.isEmpty() && fonts.width(line + token.stripTrailing(), heavy, size) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                token = token.stripLeading();
            }
            while (fonts.width(token, heavy, size) > width && token.length() > 1) {
                int fits = fitting(token, heavy, size, width);
                lines.add(token.substring(0, fits));
                token = token.substring(fits);
            }
            line.append(token);
        }
        if (!line.isEmpty() || lines.isEmpty()) lines.add(line.toString().stripTrailing());
        return lines;
    }

    private int fitting(String token, boolean heavy, float size, float width) {
        int fits = Character.charCount(token.codePointAt(0));
        while (fits < token.length()) {
            int next = fits + Character.charCount(token.codePointAt(fits));
            if (fonts.width(token.substring(0, next), heavy, size) > width) break;
            fits = next;
        }
        return fits;
    }

    void fill(float x, float top, float width, float height, Color colour) {
        try {
            stream.setNonStrokingColor(colour);
            stream.addRect(x, PDRectangle.A4.getHeight() - top - height, width, height);
            stream.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void frame(float x, float top, float width, float height, Color colour) {
        try {
            stream.setStrokingColor(colour);
            stream.setLineWidth(0.6f);
            stream.addRect(x, PDRectangle.A4.getHeight() - top - height, width, height);
            stream.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Heads and feet, once the number of pages is known; then nothing more can be drawn. */
    void finish(String left, String right, String foot, java.util.function.IntFunction<String> number) {
        try {
            stream.close();
            for (int i = 0; i < pages.size(); i++)
                try (PDPageContentStream on = new PDPageContentStream(
                        document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                    draw(on, LEFT, 38, left, false, 9, INK);
                    draw(on, RIGHT - fonts.width(right, false, 9), 38, right, false, 9, INK);
                    rule(on, 46, INK);
                    rule(on, BOTTOM + 14, LINE);
                    draw(on, LEFT, BOTTOM + 28, foot, false, 8, FAINT);
                    String page = number.apply(i + 1);
                    draw(on, RIGHT - fonts.width(page, false, 8), BOTTOM + 28, page, false, 8, FAINT);
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pageCount() {
        return pages.size();
    }

    private static void rule(PDPageContentStream on, float at, Color colour) throws IOException {
        on.setStrokingColor(colour);
        on.setLineWidth(0.6f);
        on.moveTo(LEFT, PDRectangle.A4.getHeight() - at);
        on.lineTo(RIGHT, PDRectangle.A4.getHeight() - at);
        on.stroke();
    }
}
