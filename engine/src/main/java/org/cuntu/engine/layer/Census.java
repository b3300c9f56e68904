package org.cuntu.engine.layer;

/** What is counted while features come in: how many of everything, their bounds, and whether whole nanodegrees hold them. */
final class Census {
    private static final double NANO = 1e9;
    private static final long MOST_POINTS = Integer.MAX_VALUE - 1024;

    final double[] bounds = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    int rings;
    int groups;
    int chunks;
    long points;
    private boolean whole = true;
    private long westmost = Long.MAX_VALUE;
    private long southmost = Long.MAX_VALUE;
    private long eastmost = Long.MIN_VALUE;
    private long northmost = Long.MIN_VALUE;

    /** Counts a shape and gives its box. */
    double[] count(FlatRings flat) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (double[] ring : flat.rings()) {
            int edges = ring.length / 2 - 1;
            int ringChunks = (edges + Shapes.CHUNK - 1) / Shapes.CHUNK;
            rings++;
            chunks += ringChunks;
            groups += (ringChunks + Shapes.GROUP - 1) / Shapes.GROUP;
            points += edges + 1;
            for (int i = 0; i < ring.length; i += 2) point(ring[i], ring[i + 1], box);
        }
        return box;
    }

    void widen(double[] box) {
        widen(bounds, box);
    }

    static void widen(double[] bounds, double[] box) {
        bounds[0] = StrictMath.min(bounds[0], box[0]);
        bounds[1] = StrictMath.min(bounds[1], box[1]);
        bounds[2] = StrictMath.max(bounds[2], box[2]);
        bounds[3] = StrictMath.max(bounds[3], box[3]);
    }

    /** The box of a shape; of one without a point a box that no other meets. */
    static double[] box(FlatRings flat) {
        return new Census().count(flat);
    }

    boolean tooLarge() {
        return points > MOST_POINTS;
    }

    boolean wholeNanodegrees() {
        return whole && eastmost - westmost < 0xFFFF_FFFFL && northmost - southmost < 0xFFFF_FFFFL;
    }

    long originX() {
        return wholeNanodegrees() ? StrictMath.floorDiv(westmost + eastmost, 2L) : 0;
    }

    long originY() {
        return wholeNanodegrees() ? StrictMath.floorDiv(southmost + northmost, 2L) : 0;
    }

    static long nanodegrees(double degrees) {
        return StrictMath.round(degrees * NANO);
    }

    private void point(double x, double y, double[] box) {
        box[0] = StrictMath.min(box[0], x);
        box[1] = StrictMath.min(box[1], y);
        box[2] = StrictMath.max(box[2], x);
        box[3] = StrictMath.max(box[3], y);
        if (!whole) return;
        long nanoX = nanodegrees(x);
        long nanoY = nanodegrees(y);
        whole = nanoX / NANO == x && nanoY / NANO == y;
        westmost = StrictMath.min(westmost, nanoX);
        southmost = StrictMath.min(southmost, nanoY);
        eastmost = StrictMath.max(eastmost, nanoX);
        northmost = StrictMath.max(northmost, nanoY);
    }
}
