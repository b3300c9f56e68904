package org.cuntu.engine.layer;

import java.util.Arrays;

/** Sorts by non-negative keys of 62 bits without an object for each: six passes of eleven bits, from the lowest up. */
final class RadixSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int KEY_BITS = 62;

    private RadixSort() {}

    /** The places of the keys in ascending order; equal keys stay in theirs. */
    static int[] order(long[] keys) {
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        int[] other = new int[keys.length];
        int[] starts = new int[BUCKETS + 1];
        for (int shift = 0; shift < KEY_BITS; shift += BITS) {
            Arrays.fill(starts, 0);
            for (long key : keys) starts[bucket(key, shift) + 1]++;
            for (int b = 0; b < BUCKETS; b++) starts[b + 1] += starts[b];
            for (int place : order) other[starts[bucket(keys[place], shift)]++] = place;
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }

    private static int bucket(long key, int shift) {
        return (int) (key >>> shift) & (BUCKETS - 1);
    }
}
