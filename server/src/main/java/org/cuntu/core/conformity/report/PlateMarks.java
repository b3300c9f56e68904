package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Words and numbers on a plate, each put where no other is. */
final class PlateMarks {
    private static final float RADIUS = 6;
    private final PdfSheet sheet;
    private final PlateFrame frame;
    private final List<float[]> taken = new ArrayList<>();

    PlateMarks(PdfSheet sheet, PlateFrame frame) {
        this.sheet = sheet;
        this.frame = frame;
        taken.add(new float[] {frame.x() + frame.width() - 34, frame.y(), frame.x() + frame.width(), frame.y() + 46});
        taken.add(
                new float[] {frame.x(), frame.y() + frame.height() - 38, frame.x() + 130, frame.y() + frame.height()});
    }

    /** A conflict's number near its place, with a line to it when it had to give way. */
    void number(float x, float y, String number, String verdict) {
        for (int ring = 0; ring < 9; ring++)
            for (int way = 0; way < (ring == 0 ? 1 : 8); way++) {
                float px = x + (float) (StrictMath.cos(way * StrictMath.PI / 4) * ring * 9);
                float py = y + (float) (StrictMath.sin(way * StrictMath.PI / 4) * ring * 9);
                if (!frame.holds(px, py, RADIUS + 2)) continue;
                float[] box = {px - RADIUS, py - RADIUS, px + RADIUS, py + RADIUS};
                if (!isFree(box)) continue;
                taken.add(box);
                if (ring > 1) sheet.ink().line(x, y, px, py, PdfNumbers.colour(verdict), 0.6f);
                if (ring > 1) sheet.ink().disc(x, y, 1.4f, PdfNumbers.colour(verdict));
                PdfNumbers.disc(sheet, px, py, number, RADIUS, verdict);
                return;
            }
        PdfNumbers.disc(sheet, x, y, number, RADIUS, verdict);
    }

    /** A name with its middle here; left out where something else stands. */
    boolean name(float x, float y, String text, PdfFace face, float size, Color colour) {
        if (text.isEmpty()) return false;
        float width = sheet.fonts.width(text, face, size);
        float[] box = {x - width / 2 - 1.5f, y - size * 0.8f, x + width / 2 + 1.5f, y + size * 0.55f};
        if (!frame.holds(box[0], box[1], 2) || !frame.holds(box[2], box[3], 2) || !isFree(box)) return false;
        taken.add(box);
        PdfInk ink = sheet.ink();
        ink.opaque(0.72f, () -> ink.fill(box[0], box[1], box[2] - box[0], box[3] - box[1], Color.WHITE));
        ink.text(x - width / 2, y + size * 0.36f, text, face, size, colour);
        return true;
    }

    private boolean isFree(float[] box) {
        for (float[] other : taken)
            if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
        return true;
    }
}
