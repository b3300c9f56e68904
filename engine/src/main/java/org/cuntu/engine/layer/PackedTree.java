package org.cuntu.engine.layer;

import java.util.Arrays;

/**
 * A static tree of boxes without pointers: node i of a level covers entries 16i … 16i+15 of the level below; level 0 are
 * the features themselves, in Hilbert order. A search gives features in ascending order.
 */
final class PackedTree {
    static final int FANOUT = 16;

    /** Gives a side (west, south, east, north) of an entry's box. */
    interface Boxes {
        double side(int entry, int side);
    }

    private final int[] counts;
    private final int[] starts;
    private final Boxes features;
    private final Boxes nodes;

    /**
     * @param size the number of features
     * @param features boxes of features
     * @param nodes boxes of the nodes, levels 1, 2, … one after another
     */
    PackedTree(int size, Boxes features, Boxes nodes) {
        this.features = features;
        this.nodes = nodes;
        counts = levels(size);
        starts = new int[counts.length];
        for (int level = 2; level < counts.length; level++) starts[level] = starts[level - 1] + counts[level - 1];
    }

    /** The number of entries of each level, features first; the last level is the root. */
    private static int[] levels(int size) {
        int[] counts = new int[12];
        counts[0] = size;
        int levels = 1;
        while (counts[levels - 1] > 1) {
            counts[levels] = (counts[levels - 1] + FANOUT - 1) / FANOUT;
            levels++;
        }
        return Arrays.copyOf(counts, levels);
    }

    /** The number of nodes above the features. */
    static int nodeCount(int size) {
        int[] counts = levels(size);
        int sum = 0;
        for (int level = 1; level < counts.length; level++) sum += counts[level];
        return sum;
    }

    /** The boxes of the nodes above these features: 4 doubles each, in the order in which they are stored. */
    static double[] build(double[] featureBoxes) {
        int[] counts = levels(featureBoxes.length / 4);
        double[] out = new double[4 * nodeCount(counts[0])];
        double[] below = featureBoxes;
        int at = 0;
        for (int level = 1; level < counts.length; level++) {
            double[] boxes = parents(below, counts[level]);
            System.arraycopy(boxes, 0, out, at, boxes.length);
            at += boxes.length;
            below = boxes;
        }
        return out;
    }

    private static double[] parents(double[] below, int count) {
        double[] boxes = new double[4 * count];
        for (int node = 0; node < count; node++) {
            int from = 4 * FANOUT * node;
            int to = StrictMath.min(from + 4 * FANOUT, below.length);
            double[] box = Arrays.copyOfRange(below, from, from + 4);
            for (int i = from; i < to; i += 4) {
                box[0] = StrictMath.min(box[0], below[i]);
                box[1] = StrictMath.min(box[1], below[i + 1]);
                box[2] = StrictMath.max(box[2], below[i + 2]);
                box[3] = StrictMath.max(box[3], below[i + 3]);
            }
            System.arraycopy(box, 0, boxes, 4 * node, 4);
        }
        return boxes;
    }

    int[] find(double west, double south, double east, double north) {
        Found found = new Found(west, south, east, north);
        if (counts[0] > 0) search(counts.length - 1, 0, found);
        return found.toArray();
    }

    private void search(int level, int entry, Found found) {
        Boxes boxes = level == 0 ? features : nodes;
        if (!found.meets(boxes, level == 0 ? entry : starts[level] + entry)) return;
        if (level == 0) {
            found.add(entry);
            return;
        }
        int to = StrictMath.min((entry + 1) * FANOUT, counts[level - 1]);
        for (int child = entry * FANOUT; child < to; child++) search(level - 1, child, found);
    }

    private static final class Found {
        private final double west;
        private final double south;
        private final double east;
        private final double north;
        private int[] entries = new int[32];
        private int size;

        Found(double west, double south, double east, double north) {
            this.west = west;
            this.south = south;
            this.east = east;
            this.north = north;
        }

        boolean meets(Boxes boxes, int entry) {
            return boxes.side(entry, Shapes.WEST) <= east
                    && boxes.side(entry, Shapes.EAST) >= west
                    && boxes.side(entry, Shapes.SOUTH) <= north
                    && boxes.side(entry, Shapes.NORTH) >= south;
        }

        void add(int entry) {
            if (size == entries.length) entries = Arrays.copyOf(entries, 2 * size);
            entries[size++] = entry;
        }

        int[] toArray() {
            return Arrays.copyOf(entries, size);
        }
    }
}
