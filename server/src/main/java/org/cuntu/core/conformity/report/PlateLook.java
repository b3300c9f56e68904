package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a layer looks on a plate, as on the map of the page.
 *
 * @param order what is drawn first is below
 * @param byClass whether each feature is filled in its class's colour
 * @param hatch of the ground inside; null for none
 * @param halo whether the line lies on a white one
 * @param ticks whether short strokes stand on its inner side
 */
record PlateLook(
        int order,
        Color colour,
        float width,
        float[] dash,
        boolean byClass,
        @Nullable Hatch hatch,
        boolean halo,
        boolean ticks) {
    /**
     * Parallel lines.
     *
     * @param rising from left to right; flat when null
     * @param period points
     */
    record Hatch(@Nullable Boolean rising, float period, float width, float alpha) {}

    private static final float[] SOLID = {};
    private static final PlateLook PLAIN =
            new PlateLook(10, new Color(0x5f6e7b), 0.9f, SOLID, false, new Hatch(true, 7, 0.4f, 0.35f), false, false);
    private static final Map<String, PlateLook> LOOKS = Map.ofEntries(
            Map.entry("DLTB", classes(1, Color.WHITE, 0.35f)),
            Map.entry("GHFQ", classes(2, Color.WHITE, 0.5f)),
            Map.entry("KGDK", classes(4, new Color(0x7b6f9a), 0.7f)),
            Map.entry("YPJSYD", hatched(5, new Color(0x8a5a3c), 0.9f, SOLID, new Hatch(null, 4, 0.5f, 0.5f))),
            Map.entry("CKQ", hatched(6, PlateColours.token("mining"), 1, SOLID, new Hatch(false, 8, 0.5f, 0.5f))),
            Map.entry("TKQ", hatched(6, PlateColours.token("mining"), 0.9f, new float[] {4, 3}, null)),
            Map.entry("DZZHFXQ", hatched(7, PlateColours.token("hazard"), 0.9f, SOLID, new Hatch(null, 5, 0.7f, 0.5f))),
            Map.entry("HLFXKZX", hatched(8, PlateColours.token("flood"), 1, new float[] {5, 2, 1.5f, 2}, null)),
            Map.entry(
                    "YJJBNTBHTB", hatched(9, PlateColours.token("pbf"), 0.6f, SOLID, new Hatch(true, 5, 0.55f, 0.65f))),
            Map.entry("ZRBHD", hatched(10, new Color(0x2e7d6b), 1, new float[] {7, 2}, null)),
            Map.entry("CSSX", hatched(11, new Color(0x2f8f4e), 1, SOLID, null)),
            Map.entry("LSWHBHX", hatched(12, PlateColours.token("heritage"), 1, SOLID, null)),
            Map.entry(
                    "STBHHX",
                    new PlateLook(
                            13,
                            PlateColours.token("eco"),
                            1.2f,
                            SOLID,
                            false,
                            new Hatch(false, 9, 0.4f, 0.35f),
                            false,
                            true)),
            Map.entry(
                    "CZKFBJ",
                    new PlateLook(
                            14,
                            PlateColours.token("ugb"),
                            1.7f,
                            new float[] {8, 2.5f, 1.6f, 2.5f},
                            false,
                            null,
                            true,
                            false)),
            Map.entry("CJDCQ", hatched(15, PlateColours.token("admin"), 0.5f, new float[] {2, 2}, null)),
            Map.entry("XZQ", hatched(16, PlateColours.token("admin"), 0.9f, new float[] {6, 2.5f, 1.5f, 2.5f}, null)));

    private static PlateLook classes(int order, Color line, float width) {
        return new PlateLook(order, line, width, SOLID, true, null, false, false);
    }

    private static PlateLook hatched(int order, Color colour, float width, float[] dash, @Nullable Hatch hatch) {
        return new PlateLook(order, colour, width, dash, false, hatch, false, false);
    }

    static PlateLook of(String layer) {
        return LOOKS.getOrDefault(layer, PLAIN);
    }
}
