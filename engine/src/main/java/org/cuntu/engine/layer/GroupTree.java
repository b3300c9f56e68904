package org.cuntu.engine.layer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one shape of very many, under boxes over 16, 256, 4,096… of them, so that a multipolygon of 200,000 vertices or
 * 5,000 islands is asked in the logarithm of its size. Made from the shape's own boxes in a pass. Immutable, thread safe.
 */
public final class GroupTree {
    /** With fewer groups a plain look at each is as fast. */
    static final int WORTH_IT = 32;

    private static final int FANOUT = 16;

    private final Shapes shapes;
    private final int firstGroup;
    /** levels[0] stands for boxes over 16 groups, the next over 256; four doubles a box. */
    private final double[][] levels;

    private final int[] rings;
    private final int groups;

    private GroupTree(Shapes shapes, int shape) {
        this.shapes = shapes;
        int firstRing = shapes.firstRing(shape);
        int endRing = shapes.firstRing(shape + 1);
        firstGroup = shapes.firstGroup(firstRing);
        groups = shapes.firstGroup(endRing) - firstGroup;
        rings = new int[groups];
        for (int ring = firstRing; ring < endRing; ring++)
            Arrays.fill(rings, shapes.firstGroup(ring) - firstGroup, shapes.firstGroup(ring + 1) - firstGroup, ring);
        double[][] made = new double[8][];
        int depth = 0;
        for (int below = groups; below > FANOUT; depth++) {
            made[depth] = parents(depth == 0 ? null : made[depth - 1], below);
            below = made[depth].length / 4;
        }
        levels = Arrays.copyOf(made, depth);
    }

    static GroupTree of(Shapes shapes, int shape) {
        return new GroupTree(shapes, shape);
    }

    /** Whether a shape has so many groups that a tree pays. */
    static boolean pays(Shapes shapes, int shape) {
        return shapes.firstGroup(shapes.firstRing(shape + 1)) - shapes.firstGroup(shapes.firstRing(shape)) >= WORTH_IT;
    }

    /** Adds the groups whose boxes meet a box, ascending. */
    void find(double west, double south, double east, double north, GroupList to) {
        int top = levels.length - 1;
        int count = top < 0 ? groups : levels[top].length / 4;
        for (int entry = 0; entry < count; entry++) search(top, entry, west, south, east, north, to);
    }

    private void search(int level, int entry, double west, double south, double east, double north, GroupList to) {
        if (level < 0) {
            if (shapes.groupMeets(firstGroup + entry, west, south, east, north))
                to.add(rings[entry], firstGroup + entry);
            return;
        }
        double[] boxes = levels[level];
        int at = 4 * entry;
        if (boxes[at] > east || boxes[at + 1] > north || boxes[at + 2] < west || boxes[at + 3] < south) return;
        int below = level == 0 ? groups : levels[level - 1].length / 4;
        int end = StrictMath.min((entry + 1) * FANOUT, below);
        for (int child = entry * FANOUT; child < end; child++) search(level - 1, child, west, south, east, north, to);
    }

    private double[] parents(double @Nullable [] below, int count) {
        double[] boxes = new double[4 * ((count + FANOUT - 1) / FANOUT)];
        for (int i = 0; i < boxes.length; i++)
            boxes[i] = i % 4 < 2 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int child = 0; child < count; child++) {
            int at = 4 * (child / FANOUT);
            for (int side = 0; side < 4; side++) {
                double value = below == null ? shapes.groupBox(firstGroup + child, side) : below[4 * child + side];
                boxes[at + side] =
                        side < 2 ? StrictMath.min(boxes[at + side], value) : StrictMath.max(boxes[at + side], value);
            }
        }
        return boxes;
    }
}
