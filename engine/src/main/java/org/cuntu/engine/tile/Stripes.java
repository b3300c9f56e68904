package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Pieces by the rows, or the columns, that they pass through, each row a unit high: so that a ray along a row looks at the
 * pieces there and no others. Immutable.
 */
final class Stripes {
    private final int low;
    private final int[] starts;
    private final int[] entries;

    private Stripes(int low, int[] starts, int[] entries) {
        this.low = low;
        this.starts = starts;
        this.entries = entries;
    }

    /** @param from and to are the places of each piece's ends across the stripes */
    static Stripes of(int[] from, int[] to) {
        int low = Arrays.stream(from).min().orElse(0);
        int high = low;
        for (int i = 0; i < from.length; i++) {
            low = StrictMath.min(low, to[i]);
            high = StrictMath.max(high, StrictMath.max(from[i], to[i]));
        }
        int[] starts = new int[high - low + 1];
        for (int i = 0; i < from.length; i++)
            for (int at = StrictMath.min(from[i], to[i]); at < StrictMath.max(from[i], to[i]); at++)
                starts[at - low + 1]++;
        for (int i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
        int[] next = starts.clone();
        int[] entries = new int[starts[starts.length - 1]];
        for (int i = 0; i < from.length; i++)
            for (int at = StrictMath.min(from[i], to[i]); at < StrictMath.max(from[i], to[i]); at++)
                entries[next[at - low]++] = i;
        return new Stripes(low, starts, entries);
    }

    /** The first entry of the stripe between a place and the next. */
    int start(int place) {
        return starts[place - low];
    }

    int end(int place) {
        return starts[place - low + 1];
    }

    int piece(int entry) {
        return entries[entry];
    }
}
