package org.cuntu.engine.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins a border's pieces to rings that form valid polygons.
 *
 * <pre>
 *        ─────┐ ┌─────            Where several pieces leave a corner, the one is taken that has the same ground
 *        ░░░░░│ │░░░░░            on its right: the first one counter-clockwise of the way back. So a walk goes
 *        ─────┘·└─────            round one connected piece of ground and never steps over a touching point to
 *        ─────┐ ┌─────            another; ground that only touches itself becomes polygons of its own.
 * </pre>
 *
 * A walk that passes a corner twice is split there: one part is the exterior, the others are holes that touch it in a point.
 * For one feature.
 */
final class RingTracer {
    private final long[] border;
    private final boolean[] used;
    /** Corners of the walk at hand. */
    private int[] walk = new int[64];

    private int size;
    /** Where in the walk a corner that several pieces leave was passed last. */
    private final Map<Integer, Integer> forks = new HashMap<>();

    private final List<int[]> exteriors = new ArrayList<>();
    /** The holes of each exterior. */
    private final List<List<int[]>> holes = new ArrayList<>();

    private final List<int[]> loose = new ArrayList<>();

    private RingTracer(long[] border) {
        this.border = border;
        used = new boolean[border.length];
    }

    /** Puts the polygons of a border in the place of what the rings held. */
    static void trace(long[] border, Rings to) {
        RingTracer tracer = new RingTracer(border);
        for (int piece = 0; piece < border.length; piece++) if (!tracer.used[piece]) tracer.walk(piece);
        for (int[] hole : tracer.loose)
            tracer.holes.get(tracer.exteriorOf(hole)).add(hole);
        to.clear();
        for (int i = 0; i < tracer.exteriors.size(); i++) {
            add(tracer.exteriors.get(i), true, to);
            for (int[] hole : tracer.holes.get(i)) add(hole, false, to);
        }
    }

    private static void add(int[] corners, boolean shell, Rings to) {
        int[] x = new int[corners.length];
        int[] y = new int[corners.length];
        for (int i = 0; i < corners.length; i++) {
            int corner = corners[i == 0 ? 0 : corners.length - i];
            x[i] = Pieces.xOf(corner);
            y[i] = Pieces.yOf(corner);
        }
        to.addTurned(x, y, corners.length, shell);
    }

    private void walk(int first) {
        size = 0;
        List<int[]> rings = new ArrayList<>();
        for (int piece = first; !used[piece]; piece = next(piece)) {
            used[piece] = true;
            int corner = from(piece);
            if (isFork(corner)) split(corner, rings);
            if (size == walk.length) walk = Arrays.copyOf(walk, 2 * size);
            walk[size++] = corner;
        }
        rings.add(Arrays.copyOf(walk, size));
        int exterior = -1;
        for (int i = 0; i < rings.size(); i++) if (doubledArea(rings.get(i)) > 0) exterior = i;
        if (exterior < 0) {
            loose.addAll(rings);
            return;
        }
        exteriors.add(rings.remove(exterior));
        holes.add(rings);
    }

    /** Takes off the walk what lies between two visits to a corner. */
    private void split(int corner, List<int[]> rings) {
        Integer at = forks.put(corner, size);
        if (at == null || at >= size || walk[at] != corner) return;
        rings.add(Arrays.copyOfRange(walk, at, size));
        size = at;
        forks.put(corner, size);
    }

    private int from(int piece) {
        return (int) (border[piece] >> 32);
    }

    private int to(int piece) {
        return (int) border[piece];
    }

    /** The first piece that leaves a corner. */
    private int leaving(int corner) {
        int at = Arrays.binarySearch(border, (long) corner << 32);
        return at < 0 ? -at - 1 : at;
    }

    private boolean isFork(int corner) {
        int at = leaving(corner) + 1;
        return at < border.length && from(at) == corner;
    }

    private int next(int piece) {
        int corner = to(piece);
        int best = leaving(corner);
        for (int other = best + 1; other < border.length && from(other) == corner; other++)
            if (isSooner(from(piece), corner, to(other), to(best))) best = other;
        return best;
    }

    /** Whether, turning counter-clockwise from the way back, the way to a comes before the way to b. */
    private static boolean isSooner(int back, int corner, int a, int b) {
        int halfA = half(back, corner, a);
        int halfB = half(back, corner, b);
        if (halfA != halfB) return halfA < halfB;
        return turn(corner, a, b) < 0;
    }

    /** 0 for what lies less than half a turn counter-clockwise of the way back, 1 for just half, 2 for more. */
    private static int half(int back, int corner, int to) {
        long turn = turn(corner, back, to);
        return turn < 0 ? 0 : turn == 0 ? 1 : 2;
    }

    /** Above 0 when b lies clockwise of a on the screen, seen from a corner. */
    private static long turn(int corner, int a, int b) {
        int x = Pieces.xOf(corner);
        int y = Pieces.yOf(corner);
        return (long) (Pieces.xOf(a) - x) * (Pieces.yOf(b) - y) - (long) (Pieces.yOf(a) - y) * (Pieces.xOf(b) - x);
    }

    private static long doubledArea(int[] ring) {
        long sum = 0;
        for (int i = 0, j = ring.length - 1; i < ring.length; j = i++)
            sum += (long) Pieces.xOf(ring[j]) * Pieces.yOf(ring[i]) - (long) Pieces.xOf(ring[i]) * Pieces.yOf(ring[j]);
        return sum;
    }

    /** The smallest exterior round a hole: exteriors meet in points at most, so it is the one of the ground at the hole's edge. */
    private int exteriorOf(int[] hole) {
        int x = Pieces.xOf(hole[0]) + Pieces.xOf(hole[1]);
        int y = Pieces.yOf(hole[0]) + Pieces.yOf(hole[1]);
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < exteriors.size(); i++) {
            if (!holds(exteriors.get(i), x, y)) continue;
            long area = doubledArea(exteriors.get(i));
            if (area < least) best = i;
            least = StrictMath.min(least, area);
        }
        if (best < 0) throw new IllegalStateException("a hole in no ground");
        return best;
    }

    /** Whether a ring holds a place in half units that is on none of its edges. */
    private static boolean holds(int[] ring, int doubledX, int doubledY) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
            int ax = 2 * Pieces.xOf(ring[j]);
            int ay = 2 * Pieces.yOf(ring[j]);
            int bx = 2 * Pieces.xOf(ring[i]);
            int by = 2 * Pieces.yOf(ring[i]);
            if (ay > doubledY == by > doubledY) continue;
            long turn = (long) (bx - ax) * (doubledY - ay) - (long) (by - ay) * (doubledX - ax);
            if (turn > 0 == by > ay) inside = !inside;
        }
        return inside;
    }
}
