package org.cuntu.engine.tile;

/**
 * Pieces by the stripes of ground that they pass through, about as many as there are pieces: so that a ray along a stripe
 * looks at the few that are there. Immutable.
 */
final class Stripes {
    private final int low;
    private final int shift;
    private final int[] starts;
    private final int[] entries;

    /** @param from and to are the places of each piece's ends across the stripes */
    Stripes(int[] from, int[] to) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < from.length; i++) {
            least = StrictMath.min(least, StrictMath.min(from[i], to[i]));
            most = StrictMath.max(most, StrictMath.max(from[i], to[i]));
        }
        low = least;
        shift = 31 - Integer.numberOfLeadingZeros(StrictMath.max(1, (most - least) / from.length));
        starts = new int[stripe(most) + 2];
        for (int i = 0; i < from.length; i++)
            for (int at = first(from[i], to[i]); at <= last(from[i], to[i]); at++) starts[at + 1]++;
        for (int i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
        int[] next = starts.clone();
        entries = new int[starts[starts.length - 1]];
        for (int i = 0; i < from.length; i++)
            for (int at = first(from[i], to[i]); at <= last(from[i], to[i]); at++) entries[next[at]++] = i;
    }

    private int first(int from, int to) {
        return stripe(StrictMath.min(from, to));
    }

    private int last(int from, int to) {
        return stripe(StrictMath.max(from, to));
    }

    private int stripe(int place) {
        return place - low >> shift;
    }

    /** The first entry of the stripe in which a place lies. */
    int start(int place) {
        return starts[stripe(place)];
    }

    int end(int place) {
        return starts[stripe(place) + 1];
    }

    int piece(int entry) {
        return entries[entry];
    }
}
