package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What makes a picture a map: double frame, kilometre grid with its figures, scale bar, north. */
final class PlateFurniture {
    private static final int[] STEPS = {
        10, 20, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000,
        1_000_000
    };
    private static final float SIZE = 7;

    private final PdfSheet sheet;
    private final PlateFrame frame;
    private final UnaryOperator<String> words;

    /** @param words in the paper's language, by their keys {@code plate.…} */
    PlateFurniture(PdfSheet sheet, PlateFrame frame, UnaryOperator<String> words) {
        this.sheet = sheet;
        this.frame = frame;
        this.words = words;
    }

    void draw() {
        PdfInk ink = sheet.ink();
        grid();
        ink.frame(frame.x(), frame.y(), frame.width(), frame.height(), PdfSheet.INK, 1.2f);
        ink.frame(frame.x() - 3, frame.y() - 3, frame.width() + 6, frame.height() + 6, PdfSheet.INK, 0.5f);
        bar();
        north();
    }

    private void grid() {
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && frame.points(STEPS[i]) >= 62; i--) step = STEPS[i];
        List<float[]> crosses = new ArrayList<>();
        double south = Math.ceil(frame.south() / step) * step;
        for (double e = Math.ceil(frame.west() / step) * step; e <= frame.east(); e += step) {
            float x = frame.px(e);
            if (x < frame.x() + 12 || x > frame.x() + frame.width() - 12) continue;
            String text = easting(e);
            float width = sheet.fonts.width(text, PdfFace.TEXT, SIZE);
            sheet.ink().text(x - width / 2, frame.y() - 6, text, PdfFace.TEXT, SIZE, PdfSheet.INK);
            sheet.ink().line(x, frame.y() - 3, x, frame.y() + 3, PdfSheet.INK, 0.5f);
            for (double n = south; n <= frame.north(); n += step) {
                float y = frame.py(n);
                crosses.add(new float[] {x - 3.5f, y, x + 3.5f, y});
                crosses.add(new float[] {x, y - 3.5f, x, y + 3.5f});
            }
        }
        for (double n = south; n <= frame.north(); n += step) {
            float y = frame.py(n);
            String text = spaced(Math.round(n));
            float width = sheet.fonts.width(text, PdfFace.TEXT, SIZE);
            if (y - width / 2 < frame.y() || y + width / 2 > frame.y() + frame.height()) continue;
            sheet.ink().upright(frame.x() - 6, y + width / 2, text, PdfFace.TEXT, SIZE, PdfSheet.INK);
            sheet.ink().line(frame.x() - 3, y, frame.x() + 3, y, PdfSheet.INK, 0.5f);
        }
        sheet.ink().within(frame.edge(), () -> sheet.ink().lines(crosses, new Color(0x2a3138), 0.4f));
    }

    /** The zone stands before full kilometres; between them it would only be noise. */
    private String easting(double metres) {
        long whole = Math.round(metres);
        long zone = whole / 1_000_000;
        String in = spaced(whole % 1_000_000);
        return whole % 1_000 == 0 ? zone + " " + in : in;
    }

    static String spaced(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private void bar() {
        int step = 0;
        for (int s : STEPS) if (frame.points(2.0 * s) <= 120) step = s;
        if (step == 0) step = STEPS[0];
        float half = frame.points(step);
        float width = Math.max(2 * half + 40, 92);
        float x = frame.x() + 6;
        float y = frame.y() + frame.height() - 36;
        PdfInk ink = sheet.ink();
        ink.opaque(0.9f, () -> ink.fill(x, y, width, 30, Color.WHITE));
        float from = x + 8;
        ink.frame(from, y + 13, 2 * half, 3.2f, PdfSheet.INK, 0.5f);
        ink.fill(from, y + 13, half / 2, 3.2f, PdfSheet.INK);
        ink.fill(from + half, y + 13, half / 2, 3.2f, PdfSheet.INK);
        String unit = step >= 1_000 ? words.apply("plate.kilometres") : words.apply("plate.metres");
        int shown = step >= 1_000 ? step / 1_000 : step;
        ink.text(from - 2, y + 10, "0", PdfFace.TEXT, SIZE, PdfSheet.INK);
        middle(from + half, y + 10, String.valueOf(shown));
        middle(from + 2 * half, y + 10, String.valueOf(2 * shown));
        ink.text(from + 2 * half + 8, y + 17, unit, PdfFace.TEXT, SIZE, PdfSheet.INK);
        ink.text(
                from,
                y + 25,
                "1 : " + spaced(frame.scale()) + words.apply("plate.paper"),
                PdfFace.TEXT,
                SIZE,
                PdfSheet.INK);
    }

    private void middle(float x, float baseline, String text) {
        float width = sheet.fonts.width(text, PdfFace.TEXT, SIZE);
        sheet.ink().text(x - width / 2, baseline, text, PdfFace.TEXT, SIZE, PdfSheet.INK);
    }

    private void north() {
        float width = 26;
        float x = frame.x() + frame.width() - width - 6;
        float y = frame.y() + 6;
        PdfInk ink = sheet.ink();
        ink.opaque(0.9f, () -> ink.fill(x, y, width, 38, Color.WHITE));
        String north = words.apply("plate.north");
        float word = sheet.fonts.width(north, PdfFace.BOLD, 8);
        float mid = x + width / 2;
        ink.text(mid - word / 2, y + 9, north, PdfFace.BOLD, 8, PdfSheet.INK);
        ink.fillRings(List.of(new float[] {mid, y + 12, mid - 5, y + 34, mid, y + 29}), PdfSheet.INK);
        ink.strokeRings(List.of(new float[] {mid, y + 12, mid + 5, y + 34, mid, y + 29}), PdfSheet.INK, 0.6f);
    }
}
