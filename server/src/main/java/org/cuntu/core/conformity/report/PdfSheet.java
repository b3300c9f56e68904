package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** A4 pages, upright or turned, under one cursor that runs from the top down. Units are points; y is counted from the top. */
public final class PdfSheet {
    static final float MARGIN = 40;
    static final float TOP = 62;
    public static final Color INK = new Color(0x17212b);
    public static final Color SOFT = new Color(0x41505e);
    public static final Color FAINT = new Color(0x5f6e7b);
    static final Color LINE = new Color(0xbbc5ce);
    static final Color HEAD = new Color(0xeef1f4);
    static final Color RED = new Color(0xc4232f);
    static final Color AMBER = new Color(0x9a5b00);
    static final Color GREEN = new Color(0x1e7a45);
    static final Color ACCENT = new Color(0x2b4c9b);

    final PdfFonts fonts;
    private final PDDocument document;
    private final List<PDPage> pages = new ArrayList<>();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private PdfInk ink;
    private boolean turned;
    float y;

    public PdfSheet(PDDocument document) {
        this.document = document;
        fonts = new PdfFonts(document);
        document.getDocumentCatalog().setDocumentOutline(outline);
        ink = open();
    }

    private PdfInk open() {
        PDRectangle a4 = PDRectangle.A4;
        PDPage page = new PDPage(turned ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4);
        document.addPage(page);
        pages.add(page);
        y = TOP;
        try {
            return new PdfInk(document, page, fonts, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfInk ink() {
        return ink;
    }

    /** Runs a drawing that leaves no trace; the cursor is where it was afterwards. */
    void dry(Runnable drawing) {
        PdfInk real = ink;
        float at = y;
        ink = PdfInk.dry(fonts);
        try {
            drawing.run();
        } finally {
            ink = real;
            y = at;
        }
    }

    float left() {
        return MARGIN;
    }

    float right() {
        return pages.getLast().getMediaBox().getWidth() - MARGIN;
    }

    float bottom() {
        return pages.getLast().getMediaBox().getHeight() - 52;
    }

    float room() {
        return right() - left();
    }

    /** The room of a turned page. */
    static float turnedRoom() {
        return PDRectangle.A4.getHeight() - 2 * MARGIN;
    }

    void newPage() {
        ink.close();
        ink = open();
    }

    /** Goes on on pages of the other way round; a page that is the right way already is used further. */
    public void turn(boolean landscape) {
        if (turned == landscape) return;
        turned = landscape;
        newPage();
    }

    /** Leaves room. */
    public void skip(float height) {
        y += height;
    }

    /** Begins a new page when less than this is left. */
    public void need(float height) {
        if (y + height > bottom()) newPage();
    }

    /** A mark in the reader's table of contents, at the cursor. */
    public void bookmark(String title) {
        PDPageXYZDestination to = new PDPageXYZDestination();
        to.setPage(pages.getLast());
        to.setTop((int) (pages.getLast().getMediaBox().getHeight() - y));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(to);
        outline.addLast(item);
    }

    /** A wrapped paragraph at the cursor; goes on over pages. */
    public void paragraph(String text, PdfFace face, float size, Color colour, float indent) {
        float leading = size * 1.6f;
        for (String line : wrap(text, face, size, room() - indent)) {
            need(leading);
            ink.text(left() + indent, y + size, line, face, size, colour);
            y += leading;
        }
    }

    List<String> wrap(String text, PdfFace face, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (String token : LineBreaks.tokens(text)) {
            float needed = fonts.width(token.stripTrailing(), face, size);
            if (!line.isEmpty() && used + needed > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
                token = token.stripLeading();
            }
            while (fonts.width(token, face, size) > width && token.length() > 1) {
                int fits = fitting(token, face, size, width);
                lines.add(token.substring(0, fits));
                token = token.substring(fits);
            }
            line.append(token);
            used += fonts.width(token, face, size);
        }
        if (!line.isEmpty() || lines.isEmpty()) lines.add(line.toString().stripTrailing());
        return lines;
    }

    private int fitting(String token, PdfFace face, float size, float width) {
        int fits = Character.charCount(token.codePointAt(0));
        while (fits < token.length()) {
            int next = fits + Character.charCount(token.codePointAt(fits));
            if (fonts.width(token.substring(0, next), face, size) > width) break;
            fits = next;
        }
        return fits;
    }

    /** The text cut to a width, with a sign that something is missing. */
    String shortened(String text, PdfFace face, float size, float width) {
        if (fonts.width(text, face, size) <= width) return text;
        return text.substring(0, fitting(text, face, size, width - fonts.width("…", face, size))) + "…";
    }

    void toRight(float right, float baseline, String text, PdfFace face, float size, Color colour) {
        ink.text(right - fonts.width(text, face, size), baseline, text, face, size, colour);
    }

    /** Heads and feet, once the number of pages is known; then nothing more can be drawn. */
    public void finish(String left, String right, String foot, IntFunction<String> number) {
        ink.close();
        for (int i = 0; i < pages.size(); i++) {
            float edge = pages.get(i).getMediaBox().getWidth() - MARGIN;
            float base = pages.get(i).getMediaBox().getHeight() - 30;
            String page = number.apply(i + 1);
            try (PdfInk on = new PdfInk(document, pages.get(i), fonts, true)) {
                on.fill(MARGIN, 28, 12, 12, ACCENT);
                on.text(MARGIN + 2, 37.2f, "寸", PdfFace.BOLD, 8, Color.WHITE);
                on.text(MARGIN + 18, 37.5f, left, PdfFace.TEXT, 9, INK);
                on.text(edge - fonts.width(right, PdfFace.TEXT, 9), 37.5f, right, PdfFace.TEXT, 9, INK);
                on.line(MARGIN, 46, edge, 46, INK, 0.9f);
                on.line(MARGIN, base - 11, edge, base - 11, LINE, 0.6f);
                on.text(MARGIN, base, foot, PdfFace.TEXT, 8, FAINT);
                on.text(edge - fonts.width(page, PdfFace.TEXT, 8), base, page, PdfFace.TEXT, 8, FAINT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public int pageCount() {
        return pages.size();
    }
}
