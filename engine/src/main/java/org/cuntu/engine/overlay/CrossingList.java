package org.cuntu.engine.overlay;

import java.util.Arrays;

/**
 * Where the boundaries of a shape and of a site meet: which edge meets which and how ({@link EdgeCrossing}), in the order in which it
 * was found. An edge has the number of the point at which it starts. Three numbers an entry, so that an area alone costs next to
 * nothing more, and an outline can be walked from them afterwards. Scratch space, for one thread.
 */
final class CrossingList {
    private int[] entries = new int[3 * 32];
    private int end;

    void clear() {
        end = 0;
    }

    void add(int sign, int shapeEdge, int siteEdge) {
        if (end == entries.length) entries = Arrays.copyOf(entries, 2 * end);
        entries[end++] = sign;
        entries[end++] = shapeEdge;
        entries[end++] = siteEdge;
    }

    int size() {
        return end / 3;
    }

    /** {@link EdgeCrossing#ENTERS}, LEAVES or TOUCHES. */
    int sign(int at) {
        return entries[3 * at];
    }

    int shapeEdge(int at) {
        return entries[3 * at + 1];
    }

    int siteEdge(int at) {
        return entries[3 * at + 2];
    }
}
