package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.cuntu.engine.overlay.RingSegments.Node;
import org.jspecify.annotations.Nullable;

/**
 * Makes rings that touch themselves or one another into rings that do not: the ground at the left of their edges, one piece of it
 * after another.
 *
 * <pre>
 *      ╲ 1 │ 2 ╱          At a node with several edges the boundary goes on with the next edge clockwise: that is the one at the
 *       ╲  │  ╱           other end of the same ground. So squares that touch at a corner come apart; and a ring that comes
 *     ───  ●  ───         back to a node has gone round all of a hole, or of the ground but a hole, in between: it is cut there
 *       ╱  │  ╲           into a shell and holes.
 * </pre>
 */
final class RingFaces {
    private final RingSegments segments;
    /** At each node the segments that end or start there, counter-clockwise; −1 − segment for those that end. */
    private final int[][] around;

    private final int[] next;

    private RingFaces(RingSegments segments) {
        this.segments = segments;
        around = around(segments);
        next = new int[segments.size()];
        for (int node = 0; node < around.length; node++) if (around[node].length > 2) turnRound(node);
    }

    /**
     * The boundaries of the ground, each cut into simple rings; those of one boundary belong to one polygon.
     *
     * @param near degrees; how far from an edge a node counts as on it
     * @return null when the rings do not bound ground: they cross, or run over some of it twice
     */
    static @Nullable List<List<int[]>> of(RingSegments segments, double near) {
        if (!segments.divide(near) || !segments.cancel()) return null;
        RingFaces faces = new RingFaces(segments);
        return faces.link() ? faces.boundaries() : null;
    }

    private static int[][] around(RingSegments segments) {
        int[] count = new int[segments.nodes()];
        for (int s = 0; s < segments.size(); s++) {
            count[segments.from(s)]++;
            count[segments.to(s)]++;
        }
        int[][] around = new int[count.length][];
        for (int node = 0; node < count.length; node++) around[node] = new int[count[node]];
        for (int s = 0; s < segments.size(); s++) {
            around[segments.from(s)][--count[segments.from(s)]] = s;
            around[segments.to(s)][--count[segments.to(s)]] = -1 - s;
        }
        return around;
    }

    /** Sorts the segments at a node counter-clockwise, beginning at the east. */
    private void turnRound(int node) {
        Integer[] sorted = Arrays.stream(around[node]).boxed().toArray(Integer[]::new);
        Node at = segments.node(node);
        Arrays.sort(sorted, byAngle(at));
        for (int i = 0; i < sorted.length; i++) around[node][i] = sorted[i];
    }

    private Comparator<Integer> byAngle(Node at) {
        return (s, t) -> {
            Node a = otherEnd(s);
            Node b = otherEnd(t);
            boolean lowA = isLow(at, a);
            if (lowA != isLow(at, b)) return lowA ? 1 : -1;
            return -Side.of(at.x(), at.y(), a.x(), a.y(), b.x(), b.y());
        };
    }

    /** Whether a direction is one of the half turn from west over south to east. */
    private static boolean isLow(Node at, Node to) {
        return to.y() < at.y() || to.y() == at.y() && to.x() < at.x();
    }

    private Node otherEnd(int end) {
        return segments.node(end < 0 ? segments.from(-1 - end) : segments.to(end));
    }

    /** Finds for each segment the one that goes on where it ends; false when at some node there is none. */
    private boolean link() {
        for (int[] ends : around) {
            for (int i = 0; i < ends.length; i++) {
                if (ends[i] >= 0) continue;
                int clockwise = ends[i == 0 ? ends.length - 1 : i - 1];
                if (clockwise < 0) return false;
                next[-1 - ends[i]] = clockwise;
            }
        }
        return true;
    }

    private List<List<int[]>> boundaries() {
        List<List<int[]>> boundaries = new ArrayList<>();
        boolean[] passed = new boolean[segments.size()];
        int[] placeOfNode = new int[segments.nodes()];
        Arrays.fill(placeOfNode, -1);
        int[] way = new int[segments.size() + 1];
        for (int start = 0; start < passed.length; start++) {
            if (passed[start]) continue;
            List<int[]> rings = new ArrayList<>();
            int length = 0;
            int at = start;
            do {
                passed[at] = true;
                int node = segments.from(at);
                length = step(way, length, node, placeOfNode, rings);
                at = next[at];
            } while (at != start);
            step(way, length, segments.from(start), placeOfNode, rings);
            placeOfNode[segments.from(start)] = -1;
            boundaries.add(rings);
        }
        return boundaries;
    }

    /** Goes to a node; where the way has been there already, what it made since is a ring of its own. */
    private static int step(int[] way, int length, int node, int[] placeOfNode, List<int[]> rings) {
        int before = placeOfNode[node];
        if (before < 0) {
            placeOfNode[node] = length;
            way[length] = node;
            return length + 1;
        }
        int[] ring = Arrays.copyOfRange(way, before, length + 1);
        ring[ring.length - 1] = node;
        for (int i = before + 1; i < length; i++) placeOfNode[way[i]] = -1;
        rings.add(ring);
        return before + 1;
    }
}
