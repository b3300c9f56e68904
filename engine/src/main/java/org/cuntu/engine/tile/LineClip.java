package org.cuntu.engine.tile;

/** Cuts a straight way at the buffered tile (Liang and Barsky). */
final class LineClip {
    private static final int[] OUTSIDE = {};

    private LineClip() {}

    /** Both ends of the part inside, x and y each; empty when there is none. An end inside stays where it is. */
    static int[] cut(int[] from, int[] to) {
        double dx = (double) to[0] - from[0];
        double dy = (double) to[1] - from[1];
        double[] part = {0, 1};
        boolean inside = narrow(part, -dx, (double) from[0] - TileFrame.LOW)
                && narrow(part, dx, (double) TileFrame.HIGH - from[0])
                && narrow(part, -dy, (double) from[1] - TileFrame.LOW)
                && narrow(part, dy, (double) TileFrame.HIGH - from[1]);
        if (!inside) return OUTSIDE;
        return new int[] {
            at(from[0], dx, part[0]), at(from[1], dy, part[0]), at(from[0], dx, part[1]), at(from[1], dy, part[1])
        };
    }

    private static int at(int from, double way, double share) {
        return (int) StrictMath.round(from + way * share);
    }

    /** Whether something is left of the part when it is cut at one edge. */
    private static boolean narrow(double[] part, double way, double room) {
        if (way == 0) return room >= 0;
        double share = room / way;
        if (way < 0) part[0] = StrictMath.max(part[0], share);
        else part[1] = StrictMath.min(part[1], share);
        return part[0] <= part[1];
    }
}
