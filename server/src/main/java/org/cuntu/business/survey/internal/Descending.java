package org.cuntu.business.survey.internal;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** The numbers 0 … n−1 in the order of a size, the greatest first; what is equally great stays in order. */
final class Descending {
    private Descending() {}

    static int[] order(int count, IntToLongFunction size) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
        long most = 1L << 62 - bits;
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            long amount = size.applyAsLong(i);
            if (amount < 0 || amount >= most) return boxed(count, size);
            keys[i] = most - amount << bits | i;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) order[i] = (int) (keys[i] & (1L << bits) - 1);
        return order;
    }

    /** For sizes that leave no room for the number. */
    private static int[] boxed(int count, IntToLongFunction size) {
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) order[i] = i;
        Arrays.sort(order, (a, b) -> Long.compare(size.applyAsLong(b), size.applyAsLong(a)));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
