package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Makes edges that meet only in their ends, all ends whole units: each edge is led through the middle of every hot pixel it
 * meets ({@link HotPixels}), in its direction. It moves by half a unit at most, no two edges cross afterwards, and what is
 * done to an edge does not depend on its direction. For one feature.
 */
final class SnapRounding {
    private final Rings rings;
    /** The places of the hot pixels, ascending. */
    private final int[] hot;
    /** Those of them that the edge at hand meets, on its way. */
    private int[] met = new int[16];

    /** Pieces of edges: lesser end, greater end, and whether it runs from the greater. */
    private long[] pieces = new long[128];

    private int size;

    private SnapRounding(Rings rings, EdgeContacts contacts) {
        this.rings = rings;
        int[] x = rings.x;
        int[] y = rings.y;
        HotPixels pixels = new HotPixels();
        for (int i = 0; i < rings.size(); i++) pixels.add(x[i], y[i]);
        contacts.each(rings, (e, f) -> {
            if (cross(e, f)) pixels.addCrossing(x[e], y[e], x[e + 1], y[e + 1], x[f], y[f], x[f + 1], y[f + 1]);
            return true;
        });
        hot = pixels.sorted();
        for (int ring = 0; ring < rings.count(); ring++)
            for (int e = rings.start(ring); e < rings.last(ring); e++) lead(e);
    }

    /** The pieces of the edges of some rings; those that run to and fro have cancelled out. */
    static Pieces of(Rings rings, EdgeContacts contacts) {
        SnapRounding rounding = new SnapRounding(rings, contacts);
        return Pieces.of(Arrays.copyOf(rounding.pieces, rounding.size));
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

    /** Joins the hot pixels that an edge meets, in their order along it. */
    private void lead(int e) {
        int ax = rings.x[e];
        int ay = rings.y[e];
        int bx = rings.x[e + 1];
        int by = rings.y[e + 1];
        int west = StrictMath.min(ax, bx);
        int east = StrictMath.max(ax, bx);
        int lastRow = StrictMath.max(ay, by);
        int count = 0;
        int at = Arrays.binarySearch(hot, Pieces.end(west, StrictMath.min(ay, by)));
        for (int i = at < 0 ? -at - 1 : at; i < hot.length && Pieces.yOf(hot[i]) <= lastRow; i++) {
            int x = Pieces.xOf(hot[i]);
            if (x < west || x > east || !HotPixels.meets(x, Pieces.yOf(hot[i]), ax, ay, bx, by)) continue;
            if (count == met.length) met = Arrays.copyOf(met, 2 * count);
            int to = count++;
            for (; to > 0 && isSooner(hot[i], met[to - 1], bx - ax, by - ay); to--) met[to] = met[to - 1];
            met[to] = hot[i];
        }
        for (int i = 1; i < count; i++) add(met[i - 1], met[i]);
    }

    /** Whether a place comes before another on the way in a direction. */
    private static boolean isSooner(int place, int other, int width, int height) {
        return (Pieces.xOf(place) - Pieces.xOf(other)) * width + (Pieces.yOf(place) - Pieces.yOf(other)) * height < 0;
    }

    private void add(int from, int to) {
        if (size == pieces.length) pieces = Arrays.copyOf(pieces, 2 * size);
        pieces[size++] = Pieces.directed(from, to);
    }
}
