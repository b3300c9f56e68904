package org.cuntu.engine.tile;

/**
 * One tile's own coordinates: whole units from its upper left corner, x to the right, y down, {@value #EXTENT} units a
 * side. The units of all tiles of a zoom are one grid over the world, so a vertex falls on the same place in every tile
 * and for every feature that has it.
 */
record TileFrame(TileMatrixSet matrix, int z, int x, int y) {
    static final int EXTENT = 4096;
    static final int BUFFER = 64;
    /** The least and the greatest coordinate in the buffered tile. */
    static final int LOW = -BUFFER;

    static final int HIGH = EXTENT + BUFFER;
    /** Units of a screen pixel, when a tile is drawn 256 pixels wide. */
    static final int PIXEL = EXTENT / 256;

    TileFrame {
        if (!matrix.contains(z, x, y))
            throw new IllegalArgumentException("no tile " + z + "/" + x + "/" + y + " in " + matrix.id());
    }

    /**
     * Where features may come from: the buffered tile and half the coarsest step, west, south, east, north, degrees.
     */
    double[] reach() {
        return matrix.bounds(z, x, y, 2.0 * BUFFER / EXTENT);
    }

    /**
     * Moves each point of a ring to the nearest multiple of the step, halves to the east and south, and turns the ring round
     * about its first point: what runs counter-clockwise on the ground runs clockwise on the screen, as an exterior of MVT must.
     *
     * @param step a power of two
     */
    void turned(double[] longitudes, double[] latitudes, int count, int step, int[] xs, int[] ys) {
        double world = (double) matrix.columns(z) * EXTENT;
        int half = step / 2;
        int left = x * EXTENT;
        int top = y * EXTENT;
        for (int i = 0; i < count; i++) {
            int to = i == 0 ? 0 : count - i;
            xs[to] = (units(eastFromLeft(longitudes[i]) * world) + half & -step) - left;
            ys[to] = (units(matrix.downFromTop(latitudes[i]) * world) + half & -step) - top;
        }
    }

    private static double eastFromLeft(double longitude) {
        return (longitude + 180) * (1.0 / 360);
    }

    /** The nearest unit; what lies beyond the world's upper or left edge only has to be beyond it. */
    private static int units(double place) {
        return (int) (place + 0.5);
    }
}
