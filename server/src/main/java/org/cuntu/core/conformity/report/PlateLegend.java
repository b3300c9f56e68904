package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The legend of one plate: what is on it, and nothing else. */
final class PlateLegend {
    /** Draws a sample into a box. */
    interface Sample {
        void draw(float x, float top, float width, float height);
    }

    private record Entry(String text, Sample sample) {}

    private static final int COLUMNS = 5;
    private static final float ROW = 13.5f;
    private static final float SIZE = 7.8f;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Adds a sample once, under its key. */
    void add(String key, String text, Sample sample) {
        entries.putIfAbsent(key, new Entry(text, sample));
    }

    float height() {
        return ((entries.size() + COLUMNS - 1) / COLUMNS) * ROW + 9;
    }

    void print(PdfSheet sheet) {
        float height = height();
        sheet.need(height);
        sheet.ink().frame(sheet.left(), sheet.y, sheet.room(), height, PdfSheet.LINE, 0.6f);
        float width = (sheet.room() - 12) / COLUMNS;
        List<Entry> list = new ArrayList<>(entries.values());
        for (int i = 0; i < list.size(); i++) {
            float x = sheet.left() + 8 + i % COLUMNS * width;
            float top = sheet.y + 6 + i / COLUMNS * ROW;
            list.get(i).sample().draw(x, top, 18, 9);
            String text = sheet.shortened(list.get(i).text(), PdfFace.TEXT, SIZE, width - 26);
            sheet.ink().text(x + 22, top + 7.6f, text, PdfFace.TEXT, SIZE, PdfSheet.INK);
        }
        sheet.y += height + 4;
    }
}
