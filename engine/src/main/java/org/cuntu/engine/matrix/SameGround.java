package org.cuntu.engine.matrix;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.BitSet;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;

/**
 * Whether two shapes have the same vertices to the bit. Where a ring starts and in which order the rings stand does not matter: both
 * change when a layer goes through another program, the ground does not.
 */
final class SameGround {
    private SameGround() {}

    static boolean same(FlatShape a, FlatShape b) {
        if (!sameBox(a, b)) return false;
        int first = a.shapes().firstRing(a.shape());
        int count = a.shapes().firstRing(a.shape() + 1) - first;
        int other = b.shapes().firstRing(b.shape());
        if (b.shapes().firstRing(b.shape() + 1) - other != count) return false;
        BitSet taken = new BitSet(count);
        for (int r = 0; r < count; r++)
            if (!findRing(a.shapes(), first + r, b.shapes(), other, count, r, taken)) return false;
        return true;
    }

    private static boolean sameBox(FlatShape a, FlatShape b) {
        return a.box(WEST) == b.box(WEST)
                && a.box(SOUTH) == b.box(SOUTH)
                && a.box(EAST) == b.box(EAST)
                && a.box(NORTH) == b.box(NORTH);
    }

    /** Takes the ring of b that is this one, looking at the one in the same place first. */
    private static boolean findRing(Shapes a, int ring, Shapes b, int other, int count, int place, BitSet taken) {
        for (int i = 0; i < count; i++) {
            int at = (place + i) % count;
            if (taken.get(at) || !sameRing(a, ring, b, other + at)) continue;
            taken.set(at);
            return true;
        }
        return false;
    }

    private static boolean sameRing(Shapes a, int ring, Shapes b, int other) {
        int edges = a.firstPoint(ring + 1) - a.firstPoint(ring) - 1;
        if (b.firstPoint(other + 1) - b.firstPoint(other) - 1 != edges || a.isShell(ring) != b.isShell(other))
            return false;
        double x = a.x(a.firstPoint(ring));
        double y = a.y(a.firstPoint(ring));
        for (int turn = 0; turn < edges; turn++) {
            int p = b.firstPoint(other) + turn;
            if (b.x(p) == x && b.y(p) == y && sameFrom(a, ring, b, other, edges, turn)) return true;
        }
        return false;
    }

    private static boolean sameFrom(Shapes a, int ring, Shapes b, int other, int edges, int turn) {
        int first = a.firstPoint(ring);
        int start = b.firstPoint(other);
        for (int i = 1; i < edges; i++) {
            int p = start + (turn + i) % edges;
            if (a.x(first + i) != b.x(p) || a.y(first + i) != b.y(p)) return false;
        }
        return true;
    }
}
