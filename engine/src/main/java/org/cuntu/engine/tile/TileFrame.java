package org.cuntu.engine.tile;

import org.locationtech.jts.geom.CoordinateSequence;

/**
 * One tile's own coordinates: whole units from its upper left corner, x to the right, y down, {@value #EXTENT} units a
 * side. The units of all tiles of a zoom are one grid over the world, so a vertex falls on the same place in every tile
 * and for every feature that has it.
 */
record TileFrame(TileMatrixSet matrix, int z, int x, int y) {
    static final int EXTENT = 4096;
    static final int BUFFER = 64;
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

    /** A closed JTS ring as x, y, x, y… without the closing point. */
    int[] ring(CoordinateSequence points) {
        int[] ring = new int[2 * StrictMath.max(0, points.size() - 1)];
        for (int i = 0; i < ring.length / 2; i++) {
            ring[2 * i] = units(matrix.column(points.getX(i), z), x);
            ring[2 * i + 1] = units(matrix.row(points.getY(i), z), y);
        }
        return ring;
    }

    private static int units(double tiles, int origin) {
        return (int) ((long) StrictMath.floor(tiles * EXTENT + 0.5) - (long) origin * EXTENT);
    }
}
