package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Makes edges that meet only in their ends, all ends whole units: each edge is led through the middle of every hot pixel it
 * meets ({@link HotPixels}), in its direction. It moves by half a unit at most, no two edges cross afterwards, and what is
 * done to an edge does not depend on its direction. For one feature.
 */
final class SnapRounding {
    private final Rings rings;
    private final HotPixels hot;
    /** Pieces of edges: lesser end, greater end, and whether it runs from the greater. */
    private long[] pieces = new long[128];

    private int size;

    private SnapRounding(Rings rings, EdgeContacts contacts) {
        this.rings = rings;
        int[] x = rings.x;
        int[] y = rings.y;
        hot = around(rings);
        for (int i = 0; i < rings.size(); i++) hot.add(x[i], y[i]);
        contacts.each(rings, (e, f) -> {
            if (cross(e, f)) hot.addCrossing(x[e], y[e], x[e + 1], y[e + 1], x[f], y[f], x[f + 1], y[f + 1]);
            return true;
        });
        for (int ring = 0; ring < rings.count(); ring++)
            for (int e = rings.start(ring); e < rings.last(ring); e++) lead(e);
    }

    /** The pieces of the edges of some rings; those that run to and fro have cancelled out. */
    static Pieces of(Rings rings, EdgeContacts contacts) {
        SnapRounding rounding = new SnapRounding(rings, contacts);
        return Pieces.of(Arrays.copyOf(rounding.pieces, rounding.size));
    }

    private static HotPixels around(Rings rings) {
        int west = TileFrame.HIGH;
        int north = TileFrame.HIGH;
        int east = TileFrame.LOW;
        int south = TileFrame.LOW;
        for (int i = 0; i < rings.size(); i++) {
            west = StrictMath.min(west, rings.x[i]);
            north = StrictMath.min(north, rings.y[i]);
            east = StrictMath.max(east, rings.x[i]);
            south = StrictMath.max(south, rings.y[i]);
        }
        return new HotPixels(west, north, east, south);
    }

    /** Whether two edges that meet do so between the ends of both. */
    private boolean cross(int e, int f) {
        return side(e, f) * side(e, f + 1) < 0 && side(f, e) * side(f, e + 1) < 0;
    }

    private int side(int e, int point) {
        int[] x = rings.x;
        int[] y = rings.y;
        return Integer.signum((x[e + 1] - x[e]) * (y[point] - y[e]) - (y[e + 1] - y[e]) * (x[point] - x[e]));
    }

    /** Walks along an edge, unit by unit of its longer side, and joins the hot pixels that it meets. */
    private void lead(int e) {
        int fromX = rings.x[e];
        int fromY = rings.y[e];
        int width = rings.x[e + 1] - fromX;
        int height = rings.y[e + 1] - fromY;
        boolean flat = StrictMath.abs(width) >= StrictMath.abs(height);
        int steps = flat ? StrictMath.abs(width) : StrictMath.abs(height);
        int along = flat ? Integer.signum(width) : Integer.signum(height);
        int rise = flat ? height : width;
        int aside = rise < 0 ? -1 : 1;
        int x = fromX;
        int y = fromY;
        for (int step = 0; step <= steps; step++) {
            int off = StrictMath.floorDiv(2 * rise * step + steps, 2 * steps);
            for (int by = -1; by <= 1; by++) {
                int px = fromX + (flat ? along * step : off + by * aside);
                int py = fromY + (flat ? off + by * aside : along * step);
                if (!hot.has(px, py)
                        || !HotPixels.meets(px, py, fromX, fromY, fromX + width, fromY + height)) continue;
                add(x, y, px, py);
                x = px;
                y = py;
            }
        }
    }

    private void add(int ax, int ay, int bx, int by) {
        if (ax == bx && ay == by) return;
        if (size == pieces.length) pieces = Arrays.copyOf(pieces, 2 * size);
        pieces[size++] = Pieces.directed(ax, ay, bx, by);
    }
}
