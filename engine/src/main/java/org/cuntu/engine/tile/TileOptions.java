package org.cuntu.engine.tile;

import java.util.List;

/**
 * What goes into a tile.
 *
 * @param layerName the name of the one layer in the tile: the layer's code
 * @param fields codes of the fields to carry along; those that the snapshot does not have are left out
 * @param minZoom below this zoom every tile is empty: for layers of so many features that reading them all takes too
 * long
 * @param maxBytes the limit of a tile before compression; see {@link TileCutter} for what gives way
 */
public record TileOptions(String layerName, List<String> fields, int minZoom, int maxBytes) {
    public static final int DEFAULT_MAX_BYTES = 500_000;

    public TileOptions {
        fields = List.copyOf(fields);
        if (maxBytes < 1) throw new IllegalArgumentException("a tile of " + maxBytes + " bytes");
    }

    /** All zooms, at most 500,000 bytes. */
    public static TileOptions of(String layerName, List<String> fields) {
        return new TileOptions(layerName, fields, 0, DEFAULT_MAX_BYTES);
    }

    public TileOptions withMinZoom(int zoom) {
        return new TileOptions(layerName, fields, zoom, maxBytes);
    }

    public TileOptions withMaxBytes(int bytes) {
        return new TileOptions(layerName, fields, minZoom, bytes);
    }
}
