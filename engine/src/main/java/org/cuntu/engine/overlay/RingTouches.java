package org.cuntu.engine.overlay;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.Arrays;
import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.Shapes;

/**
 * Whether rings of one shape touch one another, as a hole may its shell in a point. Groups of edges are looked at from west to east, then
 * their chunks, then edges. Scratch space, for one thread.
 */
final class RingTouches {
    /** Groups are put in order by whole nanodegrees, which leaves room for their numbers beside. */
    private static final double NANO = 1e9;

    private static final int NUMBER_BITS = 24;

    private final LoadedChunk p = new LoadedChunk();
    private final LoadedChunk s = new LoadedChunk();
    private long[] keys = new long[32];

    /** Whether any two groups of different rings have a point in common. */
    boolean any(Shapes shapes, GroupList groups) {
        int size = groups.size();
        if (size == 0 || groups.ring(0) == groups.ring(size - 1)) return false;
        if (size > keys.length) keys = new long[2 * size];
        for (int i = 0; i < size; i++) keys[i] = nano(shapes.groupBox(groups.group(i), WEST)) << NUMBER_BITS | i;
        Arrays.sort(keys, 0, size);
        p.clear();
        s.clear();
        for (int i = 0; i < size; i++) {
            int one = (int) keys[i] & (1 << NUMBER_BITS) - 1;
            long east = nano(shapes.groupBox(groups.group(one), EAST));
            for (int j = i + 1; j < size && keys[j] >> NUMBER_BITS <= east; j++) {
                int other = (int) keys[j] & (1 << NUMBER_BITS) - 1;
                if (groups.ring(one) != groups.ring(other) && touch(shapes, groups, one, other)) return true;
            }
        }
        return false;
    }

    private static long nano(double degrees) {
        return (long) StrictMath.floor(degrees * NANO);
    }

    private boolean touch(Shapes shapes, GroupList groups, int one, int other) {
        int group = groups.group(other);
        double west = shapes.groupBox(group, WEST);
        double south = shapes.groupBox(group, SOUTH);
        double east = shapes.groupBox(group, EAST);
        double north = shapes.groupBox(group, NORTH);
        if (!shapes.groupMeets(groups.group(one), west, south, east, north)) return false;
        int ring = groups.ring(one);
        int end = end(shapes, ring, groups.group(one));
        for (int chunk = start(shapes, ring, groups.group(one)); chunk < end; chunk++)
            if (shapes.chunkMeets(chunk, west, south, east, north)
                    && touch(shapes, ring, chunk, groups.ring(other), group)) return true;
        return false;
    }

    private boolean touch(Shapes shapes, int ring, int chunk, int otherRing, int otherGroup) {
        double west = shapes.chunkBox(chunk, WEST);
        double south = shapes.chunkBox(chunk, SOUTH);
        double east = shapes.chunkBox(chunk, EAST);
        double north = shapes.chunkBox(chunk, NORTH);
        int end = end(shapes, otherRing, otherGroup);
        for (int other = start(shapes, otherRing, otherGroup); other < end; other++) {
            if (!shapes.chunkMeets(other, west, south, east, north)) continue;
            p.load(shapes, ring, chunk);
            s.load(shapes, otherRing, other);
            for (int a = 0; a < s.edges(); a++) if (touchesLoaded(a)) return true;
        }
        return false;
    }

    private boolean touchesLoaded(int a) {
        double ax = s.x[a];
        double ay = s.y[a];
        double bx = s.x[a + 1];
        double by = s.y[a + 1];
        double left = StrictMath.min(ax, bx);
        double right = StrictMath.max(ax, bx);
        double low = StrictMath.min(ay, by);
        double high = StrictMath.max(ay, by);
        for (int k = 0; k < p.edges(); k++)
            if (p.edgeMeets(k, left, low, right, high)
                    && EdgeCrossing.of(p.x[k], p.y[k], p.x[k + 1], p.y[k + 1], ax, ay, bx, by) != EdgeCrossing.APART)
                return true;
        return false;
    }

    private static int start(Shapes shapes, int ring, int group) {
        return shapes.firstChunk(ring) + (group - shapes.firstGroup(ring)) * Shapes.GROUP;
    }

    private static int end(Shapes shapes, int ring, int group) {
        return StrictMath.min(start(shapes, ring, group) + Shapes.GROUP, shapes.firstChunk(ring + 1));
    }
}
