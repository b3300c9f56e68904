package org.cuntu.engine.layer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Groups of a shape that were found in a box, each with its ring; ascending. Scratch space, for one thread. */
public final class GroupList {
    private int[] rings = new int[64];
    private int[] groups = new int[64];
    private int size;

    /**
     * Looks for the groups of a shape that meet a box.
     *
     * @param tree the shape's tree, or null: then each group is looked at
     */
    public void find(
            Shapes shapes, int shape, @Nullable GroupTree tree, double west, double south, double east, double north) {
        size = 0;
        if (tree != null) {
            tree.find(west, south, east, north, this);
            return;
        }
        int endRing = shapes.firstRing(shape + 1);
        for (int ring = shapes.firstRing(shape); ring < endRing; ring++) {
            int end = shapes.firstGroup(ring + 1);
            for (int group = shapes.firstGroup(ring); group < end; group++)
                if (shapes.groupMeets(group, west, south, east, north)) add(ring, group);
        }
    }

    void add(int ring, int group) {
        if (size == groups.length) {
            rings = Arrays.copyOf(rings, 2 * size);
            groups = Arrays.copyOf(groups, 2 * size);
        }
        rings[size] = ring;
        groups[size++] = group;
    }

    public int size() {
        return size;
    }

    /** The ring of a group that was found. */
    public int ring(int at) {
        return rings[at];
    }

    public int group(int at) {
        return groups[at];
    }
}
