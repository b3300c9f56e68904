package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * The unit squares round the places where edges may end or cross (hot pixels; Hobby, Practical segment intersection with finite
 * precision output, 1999). A square holds its western and northern border, not the others, so every place lies in just one. For one
 * feature.
 */
final class HotPixels {
    private int[] places = new int[128];
    private int size;

    /** Adds the square round a place. */
    void add(int x, int y) {
        if (size == places.length) places = Arrays.copyOf(places, 2 * size);
        places[size++] = Pieces.end(x, y);
    }

    /** All places, each once, ascending. */
    int[] sorted() {
        int[] sorted = Arrays.copyOf(places, size);
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++)
            if (i == 0 || sorted[i] != sorted[count - 1]) sorted[count++] = sorted[i];
        return Arrays.copyOf(sorted, count);
    }

    /** Adds the square in which two edges cross that cross in a point between their ends. */
    void addCrossing(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) {
        long width = bx - ax;
        long height = by - ay;
        long otherWidth = dx - cx;
        long otherHeight = dy - cy;
        long parallel = width * otherHeight - height * otherWidth;
        if (parallel == 0) return;
        long along = (cx - ax) * otherHeight - (cy - ay) * otherWidth;
        add(nearest(ax * parallel + along * width, parallel), nearest(ay * parallel + along * height, parallel));
    }

    /** The whole number nearest to a quotient, halves up, as its square holds its lower border. */
    private static int nearest(long dividend, long divisor) {
        return (int) StrictMath.floorDiv(2 * dividend + divisor, 2 * divisor);
    }

    /**
     * Whether an edge meets the square of a place: exactly, in half units. After HotPixel of JTS (M. Davis), whose y runs up where
     * this one runs down; the borders that belong to the square are those of lesser x and y in both.
     */
    static boolean meets(int placeX, int placeY, int fromX, int fromY, int toX, int toY) {
        boolean forward = fromX <= toX;
        int px = 2 * (forward ? fromX : toX);
        int py = 2 * (forward ? fromY : toY);
        int qx = 2 * (forward ? toX : fromX);
        int qy = 2 * (forward ? toY : fromY);
        int left = 2 * placeX - 1;
        int right = 2 * placeX + 1;
        int low = 2 * placeY - 1;
        int high = 2 * placeY + 1;
        if (px >= right || qx < left || StrictMath.min(py, qy) >= high || StrictMath.max(py, qy) < low) return false;
        if (px == qx || py == qy) return true;
        int highLeft = side(px, py, qx, qy, left, high);
        if (highLeft == 0) return py > qy;
        int highRight = side(px, py, qx, qy, right, high);
        if (highRight == 0) return py < qy;
        if (highLeft != highRight) return true;
        int lowLeft = side(px, py, qx, qy, left, low);
        if (lowLeft == 0 || lowLeft != highLeft) return true;
        int lowRight = side(px, py, qx, qy, right, low);
        if (lowRight == 0) return py > qy;
        return lowLeft != lowRight || lowRight != highRight;
    }

    private static int side(int px, int py, int qx, int qy, int x, int y) {
        return Long.signum((long) (qx - px) * (y - py) - (long) (qy - py) * (x - px));
    }
}
