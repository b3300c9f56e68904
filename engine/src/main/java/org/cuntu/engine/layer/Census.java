package org.cuntu.engine.layer;

/** What is counted while features come in: how many of everything, their bounds, and whether whole nanodegrees hold them. */
final class Census {
    private static final long MOST = Integer.MAX_VALUE - 1024;

    final double[] bounds = nowhere();
    long rings;
    long groups;
    long chunks;
    long points;
    /** Features with a flaw. */
    int flaws;

    private boolean whole = true;
    private boolean tooLong;

    private static double[] nowhere() {
        return new double[] {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
    }

    /** Counts a shape that was written with whole nanodegrees or without. */
    void count(RingChunks shape, boolean whole) {
        rings += shape.rings();
        groups += shape.groups();
        chunks += shape.chunks();
        points += shape.points();
        this.whole &= whole;
        for (int r = 0; r < shape.rings(); r++) tooLong |= shape.rings[3 * r + 2] >= RunningSum.LONGEST;
    }

    /** Adds what another has counted. */
    void add(Census other) {
        rings += other.rings;
        groups += other.groups;
        chunks += other.chunks;
        points += other.points;
        flaws += other.flaws;
        whole &= other.whole;
        tooLong |= other.tooLong;
        widen(bounds, other.bounds);
    }

    static void widen(double[] bounds, double[] box) {
        bounds[0] = StrictMath.min(bounds[0], box[0]);
        bounds[1] = StrictMath.min(bounds[1], box[1]);
        bounds[2] = StrictMath.max(bounds[2], box[2]);
        bounds[3] = StrictMath.max(bounds[3], box[3]);
    }

    /** More points than can be numbered, or a ring that runs farther than a length can say. */
    boolean tooLarge() {
        return points > MOST || tooLong;
    }

    boolean wholeNanodegrees() {
        return whole;
    }
}
