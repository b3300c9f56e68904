package org.cuntu.platform.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ground that an act showed or touched: west, south, east, north, degrees EPSG:4490. A point has west = east. */
public record Box(double west, double south, double east, double north) {
    public static Box point(double lon, double lat) {
        return new Box(lon, lat, lon, lat);
    }

    /** @param bounds west, south, east, north; null, or not finite: no place */
    public static @Nullable Box of(double @Nullable [] bounds) {
        if (bounds == null || bounds.length != 4) return null;
        for (double one : bounds) if (!Double.isFinite(one)) return null;
        return new Box(bounds[0], bounds[1], bounds[2], bounds[3]);
    }

    public boolean meets(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    /** Six decimals, about a decimetre: as it stands in an entry. */
    public String text() {
        return String.format(Locale.ROOT, "%.6f %.6f %.6f %.6f", west, south, east, north);
    }
}
