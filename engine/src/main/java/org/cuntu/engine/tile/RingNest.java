package org.cuntu.engine.tile;

/** How rings lie in each other whose edges do not meet: one point of a ring then stands for all of it. */
final class RingNest {
    private final Rings rings;
    /** West, north, east, south of each ring. */
    private final int[] boxes;

    private RingNest(Rings rings) {
        this.rings = rings;
        boxes = new int[4 * rings.count()];
        for (int ring = 0; ring < rings.count(); ring++) box(ring);
    }

    /** Whether each hole lies in its exterior and in no other hole, and no polygon lies on another. */
    static boolean isProper(Rings rings) {
        RingNest nest = new RingNest(rings);
        int end = 0;
        for (int polygon = 0; polygon < rings.count(); polygon = end) {
            end = polygon + 1;
            while (end < rings.count() && !rings.isShell(end)) end++;
            for (int ring = polygon; ring < end; ring++) {
                int own = nest.windingRound(ring, polygon, end);
                if (own != (ring == polygon ? 0 : 1) || nest.windingRound(ring, 0, rings.count()) != own) return false;
            }
        }
        return true;
    }

    /** How often the rings of a range but the ring itself wind round its first point. */
    private int windingRound(int ring, int from, int to) {
        int px = rings.x[rings.start(ring)];
        int py = rings.y[rings.start(ring)];
        int winding = 0;
        for (int other = from; other < to; other++)
            if (other != ring && holds(other, px, py)) winding += rings.isShell(other) ? 1 : -1;
        return winding;
    }

    private boolean holds(int ring, int px, int py) {
        int at = 4 * ring;
        if (px < boxes[at] || py < boxes[at + 1] || px > boxes[at + 2] || py > boxes[at + 3]) return false;
        boolean inside = false;
        int[] x = rings.x;
        int[] y = rings.y;
        for (int i = rings.start(ring); i < rings.last(ring); i++) {
            if (y[i] > py == y[i + 1] > py) continue;
            int turn = (x[i + 1] - x[i]) * (py - y[i]) - (y[i + 1] - y[i]) * (px - x[i]);
            if (turn > 0 == y[i + 1] > y[i]) inside = !inside;
        }
        return inside;
    }

    private void box(int ring) {
        int start = rings.start(ring);
        int at = 4 * ring;
        boxes[at] = rings.x[start];
        boxes[at + 1] = rings.y[start];
        boxes[at + 2] = rings.x[start];
        boxes[at + 3] = rings.y[start];
        for (int i = start + 1; i < rings.last(ring); i++) {
            boxes[at] = StrictMath.min(boxes[at], rings.x[i]);
            boxes[at + 1] = StrictMath.min(boxes[at + 1], rings.y[i]);
            boxes[at + 2] = StrictMath.max(boxes[at + 2], rings.x[i]);
            boxes[at + 3] = StrictMath.max(boxes[at + 3], rings.y[i]);
        }
    }
}
