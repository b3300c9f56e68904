package org.cuntu.core.onemap;

/** Cuts vector tiles from any written snapshot, released or not, with the register's fields. Thread safe. */
public interface LayerTiles {
    /**
     * @param tms {@code WebMercatorQuad} or {@code CGCS2000Quad}
     * @param layer the register's code
     * @param hash of a written snapshot file of that layer
     * @return the tile, packed with gzip; empty when nothing is there
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when the tile, the layer or the file is not there
     */
    byte[] cut(String tms, String layer, String hash, int z, int x, int y);

    /** West, south, east, north of a tile, degrees. */
    double[] bounds(String tms, int z, int x, int y);
}
