package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotLayout.DOUBLE;
import static org.cuntu.engine.layer.SnapshotLayout.NODE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The packed tree over the boxes of features in file order; no pointers, read in place. Thread safe. */
final class PackedBoxes {
    private final MemorySegment boxes;
    private final MemorySegment tree;
    /** Number of nodes and first node of each level, from the features' parents up to the root. */
    private final int[] counts;

    private final int[] starts;
    private final int features;

    PackedBoxes(MemorySegment boxes, MemorySegment tree, int features) {
        this.boxes = boxes;
        this.tree = tree;
        this.features = features;
        int[] sizes = new int[16];
        int levels = 0;
        for (int n = features; n > 1; levels++) sizes[levels] = n = (n + NODE - 1) / NODE;
        counts = Arrays.copyOf(sizes, levels);
        starts = new int[levels];
        for (int l = 1; l < levels; l++) starts[l] = starts[l - 1] + counts[l - 1];
    }

    double[] bounds() {
        if (features == 0) return new double[4];
        double[] box = new double[4];
        boolean root = counts.length > 0;
        for (int k = 0; k < 4; k++)
            box[k] = root
                    ? tree.getAtIndex(DOUBLE, 4L * starts[counts.length - 1] + k)
                    : boxes.getAtIndex(DOUBLE, k);
        return box;
    }

    int[] find(double west, double south, double east, double north) {
        Found found = new Found(west, south, east, north);
        if (features == 0) return found.all();
        if (counts.length == 0) found.leaf(0);
        else found.descend(counts.length - 1, 0);
        return found.all();
    }

    private final class Found {
        private final double west;
        private final double south;
        private final double east;
        private final double north;
        private int[] hits = new int[32];
        private int count;

        Found(double west, double south, double east, double north) {
            this.west = west;
            this.south = south;
            this.east = east;
            this.north = north;
        }

        void descend(int level, int node) {
            if (!meets(tree, starts[level] + node)) return;
            int below = level == 0 ? features : counts[level - 1];
            int end = StrictMath.min(below, (node + 1) * NODE);
            for (int i = node * NODE; i < end; i++) {
                if (level == 0) leaf(i);
                else descend(level - 1, i);
            }
        }

        void leaf(int feature) {
            if (!meets(boxes, feature)) return;
            if (count == hits.length) hits = Arrays.copyOf(hits, 2 * count);
            hits[count++] = feature;
        }

        private boolean meets(MemorySegment at, int index) {
            long i = 4L * index;
            return at.getAtIndex(DOUBLE, i) <= east
                    && at.getAtIndex(DOUBLE, i + 2) >= west
                    && at.getAtIndex(DOUBLE, i + 1) <= north
                    && at.getAtIndex(DOUBLE, i + 3) >= south;
        }

        int[] all() {
            return Arrays.copyOf(hits, count);
        }
    }
}
