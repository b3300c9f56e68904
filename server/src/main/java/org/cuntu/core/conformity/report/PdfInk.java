package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Draws on one page. Units are points; y is counted from the top of the page. */
final class PdfInk implements AutoCloseable {
    private final @Nullable PDPageContentStream stream;
    private final PdfFonts fonts;
    private final float height;

    PdfInk(PDDocument document, PDPage page, PdfFonts fonts, boolean append) throws IOException {
        this.stream = append
                ? new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)
                : new PDPageContentStream(document, page);
        this.fonts = fonts;
        this.height = page.getMediaBox().getHeight();
    }

    private PdfInk(PdfFonts fonts) {
        this.stream = null;
        this.fonts = fonts;
        this.height = 0;
    }

    /** Leaves no trace: to learn what a drawing holds before its place is known. */
    static PdfInk dry(PdfFonts fonts) {
        return new PdfInk(fonts);
    }

    private interface Act {
        void on(PDPageContentStream stream) throws IOException;
    }

    private void run(Act act) {
        if (stream == null) return;
        try {
            act.on(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line with its baseline at the given y. */
    void text(float x, float baseline, String text, PdfFace face, float size, Color colour) {
        spaced(x, baseline, text, face, size, colour, 0);
    }

    /** With so many points more after each sign. */
    void spaced(float x, float baseline, String text, PdfFace face, float size, Color colour, float more) {
        if (text.isEmpty()) return;
        run(s -> {
            s.beginText();
            s.setFont(fonts.font(face), size);
            s.setNonStrokingColor(colour);
            if (more != 0) s.setCharacterSpacing(more);
            s.newLineAtOffset(x, height - baseline);
            s.showText(fonts.printable(text, face));
            if (more != 0) s.setCharacterSpacing(0);
            s.endText();
        });
    }

    /** Reads upward; its baseline is the vertical line at x and it begins at y. */
    void upright(float x, float y, String text, PdfFace face, float size, Color colour) {
        run(s -> {
            s.beginText();
            s.setFont(fonts.font(face), size);
            s.setNonStrokingColor(colour);
            s.setTextMatrix(new Matrix(0, 1, -1, 0, x, height - y));
            s.showText(fonts.printable(text, face));
            s.endText();
        });
    }

    void fill(float x, float top, float width, float tall, Color colour) {
        run(s -> {
            s.setNonStrokingColor(colour);
            s.addRect(x, height - top - tall, width, tall);
            s.fill();
        });
    }

    void frame(float x, float top, float width, float tall, Color colour, float line, float... dash) {
        run(s -> {
            s.setStrokingColor(colour);
            s.setLineWidth(line);
            s.setLineDashPattern(dash, 0);
            s.addRect(x, height - top - tall, width, tall);
            s.stroke();
            if (dash.length > 0) s.setLineDashPattern(new float[0], 0);
        });
    }

    void line(float x1, float y1, float x2, float y2, Color colour, float width) {
        run(s -> {
            s.setStrokingColor(colour);
            s.setLineWidth(width);
            s.moveTo(x1, height - y1);
            s.lineTo(x2, height - y2);
            s.stroke();
        });
    }

    /** Many lines of one look: x1, y1, x2, y2 each. */
    void lines(List<float[]> lines, Color colour, float width) {
        run(s -> {
            s.setStrokingColor(colour);
            s.setLineWidth(width);
            for (float[] l : lines) {
                s.moveTo(l[0], height - l[1]);
                s.lineTo(l[2], height - l[3]);
            }
            s.stroke();
        });
    }

    /** Rings of x, y, x, y…, holes running the other way. */
    void fillRings(List<float[]> rings, Color colour) {
        if (rings.isEmpty()) return;
        run(s -> {
            s.setNonStrokingColor(colour);
            trace(s, rings);
            s.fill();
        });
    }

    void strokeRings(List<float[]> rings, Color colour, float width, float... dash) {
        if (rings.isEmpty()) return;
        run(s -> {
            s.setStrokingColor(colour);
            s.setLineWidth(width);
            s.setLineJoinStyle(1);
            s.setLineDashPattern(dash, 0);
            trace(s, rings);
            s.stroke();
            if (dash.length > 0) s.setLineDashPattern(new float[0], 0);
        });
    }

    void disc(float x, float y, float radius, Color colour) {
        float k = radius * 0.5523f;
        float v = height - y;
        run(s -> {
            s.setNonStrokingColor(colour);
            s.moveTo(x + radius, v);
            s.curveTo(x + radius, v + k, x + k, v + radius, x, v + radius);
            s.curveTo(x - k, v + radius, x - radius, v + k, x - radius, v);
            s.curveTo(x - radius, v - k, x - k, v - radius, x, v - radius);
            s.curveTo(x + k, v - radius, x + radius, v - k, x + radius, v);
            s.fill();
        });
    }

    private void trace(PDPageContentStream s, List<float[]> rings) throws IOException {
        for (float[] ring : rings) {
            s.moveTo(ring[0], height - ring[1]);
            for (int i = 2; i < ring.length; i += 2) s.lineTo(ring[i], height - ring[i + 1]);
            s.closePath();
        }
    }

    /** Draws with everything outside the rings cut off. */
    void within(List<float[]> rings, Runnable draw) {
        if (rings.isEmpty()) return;
        run(s -> {
            s.saveGraphicsState();
            trace(s, rings);
            s.clip();
        });
        draw.run();
        run(PDPageContentStream::restoreGraphicsState);
    }

    /** Draws with fills and strokes this opaque. */
    void opaque(float alpha, Runnable draw) {
        run(s -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(alpha);
            state.setStrokingAlphaConstant(alpha);
            s.saveGraphicsState();
            s.setGraphicsStateParameters(state);
        });
        draw.run();
        run(PDPageContentStream::restoreGraphicsState);
    }

    @Override
    public void close() {
        run(PDPageContentStream::close);
    }
}
