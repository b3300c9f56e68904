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

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Adds a sample once, under its key. */
    void add(String key, String text, Sample sample) {
        entries.putIfAbsent(key, new Entry(text, sample));
    }

    /** Many entries stand closer. */
    private boolean isDense() {
        return entries.size() > 20;
    }

    private int columns() {
        return isDense() ? 7 : 5;
    }

    private float row() {
        return isDense() ? 11.5f : 13.5f;
    }

    float height() {
        return ((entries.size() + columns() - 1) / columns()) * row() + 9;
    }

    void print(PdfSheet sheet) {
        float height = height();
        sheet.need(height);
        sheet.ink().frame(sheet.left(), sheet.y, sheet.room(), height, PdfSheet.LINE, 0.6f);
        float width = (sheet.room() - 12) / columns();
        float size = isDense() ? 6.8f : 7.8f;
        List<Entry> list = new ArrayList<>(entries.values());
        for (int i = 0; i < list.size(); i++) {
            float x = sheet.left() + 8 + i % columns() * width;
            float top = sheet.y + 6 + i / columns() * row();
            list.get(i).sample().draw(x, top, isDense() ? 14 : 18, isDense() ? 7.5f : 9);
            String text = sheet.shortened(list.get(i).text(), PdfFace.TEXT, size, width - (isDense() ? 20 : 26));
            sheet.ink()
                    .text(
                            x + (isDense() ? 17 : 22),
                            top + (isDense() ? 6.4f : 7.6f),
                            text,
                            PdfFace.TEXT,
                            size,
                            PdfSheet.INK);
        }
        sheet.y += height + 4;
    }
}
