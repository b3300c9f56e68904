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

    /** From where a vertex may be moved into the buffered tile by half a step: west, south, east, north, degrees. */
    double[] reach(int step) {
        return matrix.bounds(z, x, y, (BUFFER + 0.5 * step + 1) / EXTENT);
    }

    /** From where no vertex is moved out of the buffered tile by half a step: west, south, east, north, degrees. */
    double[] core(int step) {
        return matrix.bounds(z, x, y, (BUFFER - 0.5 * step - 1) / EXTENT);
    }

    /**
     * Moves places to the nearest multiple of the step, halves to the east.
     *
     * @param step a power of two
     */
    void columns(double[] longitudes, int count, int step, int[] columns) {
        double world = (double) matrix.columns(z) * EXTENT;
        int half = step / 2;
        int left = x * EXTENT;
        for (int i = 0; i < count; i++)
            columns[i] = (units((longitudes[i] + 180) * (1.0 / 360) * world) + half & -step) - left;
    }

    /**
     * The same of rows, halves to the south.
     *
     * @param down for each the way from the top of the world, as a share of its width
     */
    void rows(double[] down, int count, int step, int[] rows) {
        double world = (double) matrix.columns(z) * EXTENT;
        int half = step / 2;
        int top = y * EXTENT;
        for (int i = 0; i < count; i++) rows[i] = (units(down[i] * world) + half & -step) - top;
    }

    /** The nearest unit; what lies beyond the world's upper or left edge only has to be beyond it. */
    private static int units(double place) {
        return (int) (place + 0.5);
    }
}
