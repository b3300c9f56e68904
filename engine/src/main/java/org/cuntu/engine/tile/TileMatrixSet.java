package org.cuntu.engine.tile;

import java.util.Optional;

/**
 * A pyramid of square tiles over the world: OGC 17-083r4 (Two Dimensional Tile Matrix Set), annex D. Rows are counted
 * from the top, columns from the west. Positions are longitude and latitude in EPSG:4490, degrees; as everywhere on
 * the platform, EPSG:4326 is taken as identical with it.
 */
public enum TileMatrixSet {
    /** EPSG:3857, one tile at zoom 0, zooms 0…18. Latitudes beyond ±85.06° lie outside. */
    WEB_MERCATOR_QUAD("WebMercatorQuad", 0, 18) {
        @Override
        double downFromTop(double latitude) {
            return MercatorBands.downFromTop(latitude);
        }

        @Override
        void downFromTop(double[] latitudes, int count, double south, double north, double[] down) {
            MercatorBands.downFromTop(latitudes, count, south, north, down);
        }

        @Override
        double latitudeOf(double down) {
            return StrictMath.toDegrees(StrictMath.atan(StrictMath.sinh(StrictMath.PI * (1 - 2 * down))));
        }

        @Override
        public int rows(int z) {
            return columns(z);
        }
    },

    /**
     * EPSG:4490 in degrees, the shape of WorldCRS84Quad numbered as 天地图 does: zooms 1…18, 2^z columns and 2^(z-1) rows
     * of 360/2^z degrees, from 180° W 90° N.
     */
    CGCS2000_QUAD("CGCS2000Quad", 1, 18) {
        @Override
        double downFromTop(double latitude) {
            return (90 - latitude) * (1.0 / 360);
        }

        @Override
        void downFromTop(double[] latitudes, int count, double south, double north, double[] down) {
            for (int i = 0; i < count; i++) down[i] = downFromTop(latitudes[i]);
        }

        @Override
        double latitudeOf(double down) {
            return 90 - down * 360;
        }

        @Override
        public int rows(int z) {
            return columns(z) / 2;
        }
    };

    /** A tile's number. */
    public record Tile(int z, int x, int y) {}

    private final String id;
    private final int minZoom;
    private final int maxZoom;

    TileMatrixSet(String id, int minZoom, int maxZoom) {
        this.id = id;
        this.minZoom = minZoom;
        this.maxZoom = maxZoom;
    }

    /** The set of a name in a URL: {@code WebMercatorQuad} or {@code CGCS2000Quad}. */
    public static Optional<TileMatrixSet> find(String id) {
        for (TileMatrixSet set : values()) if (set.id.equals(id)) return Optional.of(set);
        return Optional.empty();
    }

    /** The name in URLs and in OGC API Tiles. */
    public String id() {
        return id;
    }

    public int minZoom() {
        return minZoom;
    }

    public int maxZoom() {
        return maxZoom;
    }

    public int columns(int z) {
        return 1 << z;
    }

    public abstract int rows(int z);

    /** Whether there is such a tile. */
    public boolean contains(int z, int x, int y) {
        return z >= minZoom && z <= maxZoom && x >= 0 && y >= 0 && x < columns(z) && y < rows(z);
    }

    /** The tile a point lies in; a point on a common edge belongs to the tile east or south of it. */
    public Tile tileAt(double longitude, double latitude, int z) {
        int x = (int) StrictMath.floor(column(longitude, z));
        int y = (int) StrictMath.floor(row(latitude, z));
        return new Tile(z, StrictMath.clamp(x, 0, columns(z) - 1), StrictMath.clamp(y, 0, rows(z) - 1));
    }

    /** Bounds of a tile: west, south, east, north, degrees. */
    public double[] bounds(int z, int x, int y) {
        return bounds(z, x, y, 0);
    }

    /** Bounds of a tile widened on each side by a share of its width, degrees. */
    double[] bounds(int z, int x, int y, double margin) {
        double count = columns(z);
        return new double[] {
            (x - margin) / count * 360 - 180,
            latitudeOf((y + 1 + margin) / count),
            (x + 1 + margin) / count * 360 - 180,
            latitudeOf((y - margin) / count)
        };
    }

    /** Tiles east of the western edge of the world, with their fraction. */
    double column(double longitude, int z) {
        return (longitude + 180) / 360 * columns(z);
    }

    /** Tiles south of the northern edge of the world, with their fraction. */
    double row(double latitude, int z) {
        return downFromTop(latitude) * columns(z);
    }

    /** The way down from the top edge, as a share of the world's width. */
    abstract double downFromTop(double latitude);

    /** The same of many latitudes between two, to the bit. */
    abstract void downFromTop(double[] latitudes, int count, double south, double north, double[] down);

    /** The inverse of {@link #downFromTop(double)}, degrees. */
    abstract double latitudeOf(double down);
}
