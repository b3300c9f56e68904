package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Fills, hatches and lines of a look, on a plate and in its legend alike. */
final class PlateBrush {
    private final PdfSheet sheet;

    PlateBrush(PdfSheet sheet) {
        this.sheet = sheet;
    }

    /** Ground and hatch of a layer that has no classes. */
    void ground(List<float[]> rings, PlateLook look) {
        if (look.byClass() || rings.isEmpty()) return;
        PlateLook.Hatch hatch = look.hatch();
        if (hatch != null) hatch(rings, look.colour(), hatch);
    }

    void hatch(List<float[]> rings, Color colour, PlateLook.Hatch hatch) {
        if (rings.isEmpty()) return;
        List<float[]> lines = lines(box(rings), hatch);
        sheet.ink().within(rings, () -> sheet.ink()
                .opaque(hatch.alpha(), () -> sheet.ink().lines(lines, colour, hatch.width())));
    }

    /** The same lines whatever the box, so that neighbours' hatches meet. */
    private static List<float[]> lines(float[] box, PlateLook.Hatch hatch) {
        List<float[]> lines = new ArrayList<>();
        Boolean rising = hatch.rising();
        if (rising == null) {
            for (float y = whole(box[1], hatch.period()); y <= box[3]; y += hatch.period())
                lines.add(new float[] {box[0], y, box[2], y});
            return lines;
        }
        float step = hatch.period() * (float) StrictMath.sqrt(2);
        // x + y is the same along a rising line, x − y along a falling one; y runs down
        float sign = rising ? 1 : -1;
        float least = box[0] + Math.min(sign * box[1], sign * box[3]);
        float most = box[2] + Math.max(sign * box[1], sign * box[3]);
        for (float sum = whole(least, step); sum <= most; sum += step)
            lines.add(new float[] {sum - sign * box[3], box[3], sum - sign * box[1], box[1]});
        return lines;
    }

    private static float whole(float value, float step) {
        return (float) Math.floor(value / step) * step;
    }

    /** The outline of a layer that has no classes. */
    void outline(List<float[]> rings, PlateLook look) {
        if (look.halo()) sheet.ink().strokeRings(rings, Color.WHITE, look.width() + 1.8f);
        sheet.ink().strokeRings(rings, look.colour(), look.width(), look.dash());
        if (look.ticks()) sheet.ink().lines(ticks(rings), look.colour(), 0.8f);
    }

    /** Short strokes on the inner side. */
    private static List<float[]> ticks(List<float[]> rings) {
        List<float[]> ticks = new ArrayList<>();
        for (float[] ring : rings) {
            // paper's y runs down: what is counter-clockwise on the ground has a negative area here, its inside on the
            // left
            float side = PlatePath.doubledArea(ring) < 0 ? 1 : -1;
            float rest = 3;
            for (int i = 0; i < ring.length; i += 2) {
                int k = (i + 2) % ring.length;
                float dx = ring[k] - ring[i];
                float dy = ring[k + 1] - ring[i + 1];
                float length = (float) Math.sqrt(dx * dx + dy * dy);
                for (; rest < length; rest += 6) {
                    float x = ring[i] + dx * rest / length;
                    float y = ring[i + 1] + dy * rest / length;
                    ticks.add(new float[] {x, y, x + side * dy / length * 3, y - side * dx / length * 3});
                }
                rest -= length;
            }
        }
        return ticks;
    }

    /** The red crossing lines of a failing piece, single ones outside a boundary, amber ones for conditions. */
    void conflict(List<float[]> rings, String verdict, boolean outside) {
        if (verdict.equals("FAIL")) {
            sheet.ink().opaque(0.16f, () -> sheet.ink().fillRings(rings, PdfSheet.RED));
            hatch(rings, PdfSheet.RED, new PlateLook.Hatch(false, outside ? 5 : 3.6f, 0.6f, 0.85f));
            if (!outside) hatch(rings, PdfSheet.RED, new PlateLook.Hatch(true, 3.6f, 0.6f, 0.85f));
            sheet.ink().strokeRings(rings, PdfSheet.RED, 0.8f);
        } else {
            Color colour = verdict.equals("CONDITIONAL") ? PdfSheet.AMBER : PlateColours.token("ugb");
            hatch(rings, colour, new PlateLook.Hatch(false, 8, 0.6f, 0.55f));
            sheet.ink().strokeRings(rings, colour, 0.5f);
        }
    }

    /** Ground that a layer does not cover. */
    void unanswered(List<float[]> rings) {
        hatch(rings, PdfSheet.FAINT, new PlateLook.Hatch(false, 4, 0.5f, 0.7f));
        sheet.ink().strokeRings(rings, PdfSheet.FAINT, 0.7f, 2, 2);
    }

    static List<float[]> rectangle(float x, float top, float width, float height) {
        return List.of(new float[] {x, top, x + width, top, x + width, top + height, x, top + height});
    }

    private static float[] box(List<float[]> rings) {
        float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (float[] ring : rings)
            for (int i = 0; i < ring.length; i += 2) {
                box[0] = Math.min(box[0], ring[i]);
                box[1] = Math.min(box[1], ring[i + 1]);
                box[2] = Math.max(box[2], ring[i]);
                box[3] = Math.max(box[3], ring[i + 1]);
            }
        return box;
    }
}
