package org.cuntu.engine.overlay;

import java.util.Arrays;

/** Whole numbers in a row. Scratch space, for one thread. */
final class IntList {
    private int[] values = new int[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int value) {
        if (size == values.length) values = Arrays.copyOf(values, 2 * size);
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** Whether a number is among them, when they are ascending. */
    boolean contains(int value) {
        return Arrays.binarySearch(values, 0, size, value) >= 0;
    }

    int get(int at) {
        return values[at];
    }
}
