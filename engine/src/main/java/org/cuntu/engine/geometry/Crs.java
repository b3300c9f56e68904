package org.cuntu.engine.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * A coordinate reference system that the platform reads and writes: EPSG:4490 (CGCS2000), 4326, 3857, and the CGCS2000
 * Gauss-Krüger zones of 3° and 6°, with and without the zone in the easting.
 *
 * <p>Coordinates are always x = east or longitude, y = north or latitude, whatever axis order the EPSG entry names;
 * only the readers and writers of national text files swap. EPSG:4326 is taken as identical with EPSG:4490 (they differ
 * by decimetres at most by plate motion; the reader says so as a warning). Transformation is by Krüger's series to the
 * 6th order: within 0.1 mm of PROJ inside ±4° of the central meridian. Immutable; equal by code.
 */
public final class Crs {
    /** What the coordinates are. */
    public enum Kind {
        GEOGRAPHIC,
        GAUSS_KRUGER,
        WEB_MERCATOR
    }

    public static final Crs CGCS2000 = new Crs(4490, Kind.GEOGRAPHIC, 0, 0, false);
    public static final Crs WGS84 = new Crs(4326, Kind.GEOGRAPHIC, 0, 0, false);
    public static final Crs WEB_MERCATOR = new Crs(3857, Kind.WEB_MERCATOR, 0, 0, false);
    private static final double MERCATOR_RADIUS = 6378137.0;

    private final int epsg;
    private final Kind kind;
    private final int zone;
    private final int zoneWidth;
    private final boolean prefixed;

    private Crs(int epsg, Kind kind, int zone, int zoneWidth, boolean prefixed) {
        this.epsg = epsg;
        this.kind = kind;
        this.zone = zone;
        this.zoneWidth = zoneWidth;
        this.prefixed = prefixed;
    }

    /**
     * The system of an EPSG number.
     *
     * @return empty when the platform does not know it
     */
    public static Optional<Crs> find(int epsg) {
        if (epsg == 4490) return Optional.of(CGCS2000);
        if (epsg == 4326) return Optional.of(WGS84);
        if (epsg == 3857) return Optional.of(WEB_MERCATOR);
        if (epsg >= 4491 && epsg <= 4501)
            return Optional.of(new Crs(epsg, Kind.GAUSS_KRUGER, epsg - 4491 + 13, 6, true));
        if (epsg >= 4502 && epsg <= 4512)
            return Optional.of(new Crs(epsg, Kind.GAUSS_KRUGER, epsg - 4502 + 13, 6, false));
        if (epsg >= 4513 && epsg <= 4533)
            return Optional.of(new Crs(epsg, Kind.GAUSS_KRUGER, epsg - 4513 + 25, 3, true));
        if (epsg >= 4534 && epsg <= 4554)
            return Optional.of(new Crs(epsg, Kind.GAUSS_KRUGER, epsg - 4534 + 25, 3, false));
        return Optional.empty();
    }

    /** As {@link #find(int)} from {@code EPSG:4524}, {@code 4524} or {@code urn:ogc:def:crs:EPSG::4524}. */
    public static Optional<Crs> find(String name) {
        String digits = name.strip().replaceFirst("^(?i)(urn:ogc:def:crs:)?EPSG:([0-9.]*:)?(?=[0-9]+$)", "");
        if (name.strip().toUpperCase(java.util.Locale.ROOT).endsWith("CRS84")) return Optional.of(WGS84);
        try {
            return find(Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The CGCS2000 Gauss-Krüger plane of a zone.
     *
     * @param zone 25–45 for 3°, 13–23 for 6°
     * @param zoneWidth 3 or 6 degrees
     * @param prefixed whether the easting carries the zone (36,642,129) or not (642,129)
     * @throws IllegalArgumentException for a zone outside China's range
     */
    public static Crs zone(int zone, int zoneWidth, boolean prefixed) {
        int code;
        if (zoneWidth == 3 && zone >= 25 && zone <= 45) code = (prefixed ? 4513 : 4534) + zone - 25;
        else if (zoneWidth == 6 && zone >= 13 && zone <= 23) code = (prefixed ? 4491 : 4502) + zone - 13;
        else throw new IllegalArgumentException("no CGCS2000 zone " + zone + " of " + zoneWidth + " degrees");
        return new Crs(code, Kind.GAUSS_KRUGER, zone, zoneWidth, prefixed);
    }

    public int epsg() {
        return epsg;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isGeographic() {
        return kind == Kind.GEOGRAPHIC;
    }

    public boolean isGaussKruger() {
        return kind == Kind.GAUSS_KRUGER;
    }

    /** The zone number; 0 when there is none. */
    public int zone() {
        return zone;
    }

    /** 3 or 6; 0 when there is none. */
    public int zoneWidth() {
        return zoneWidth;
    }

    /** Whether eastings carry the zone number as millions of metres. */
    public boolean prefixed() {
        return prefixed;
    }

    /** Degrees. */
    public double centralMeridian() {
        return zoneWidth == 3 ? 3.0 * zone : 6.0 * zone - 3;
    }

    /** The easting of the central meridian, metres. */
    public double falseEasting() {
        return 500_000 + (prefixed ? zone * 1_000_000.0 : 0);
    }

    /**
     * To longitude and latitude in degrees, EPSG:4490; z is dropped. The one deterministic conversion of contracts 3.
     */
    public Coordinate toGeodetic(double x, double y) {
        return switch (kind) {
            case GEOGRAPHIC -> new Coordinate(x, y);
            case GAUSS_KRUGER -> {
                double[] lonLat = GaussKruger.inverse(x - falseEasting(), y);
                yield new Coordinate(lonLat[0] + centralMeridian(), lonLat[1]);
            }
            case WEB_MERCATOR ->
                new Coordinate(
                        StrictMath.toDegrees(x / MERCATOR_RADIUS),
                        StrictMath.toDegrees(
                                2 * StrictMath.atan(StrictMath.exp(y / MERCATOR_RADIUS)) - StrictMath.PI / 2));
        };
    }

    /** From longitude and latitude in degrees, EPSG:4490. */
    public Coordinate fromGeodetic(double lon, double lat) {
        return switch (kind) {
            case GEOGRAPHIC -> new Coordinate(lon, lat);
            case GAUSS_KRUGER -> {
                double[] xy = GaussKruger.forward(lon - centralMeridian(), lat);
                yield new Coordinate(xy[0] + falseEasting(), xy[1]);
            }
            case WEB_MERCATOR ->
                new Coordinate(
                        StrictMath.toRadians(lon) * MERCATOR_RADIUS,
                        StrictMath.log(StrictMath.tan(StrictMath.PI / 4 + StrictMath.toRadians(lat) / 2))
                                * MERCATOR_RADIUS);
        };
    }

    /** {@code EPSG:4524}. */
    public String code() {
        return "EPSG:" + epsg;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crs crs && crs.epsg == epsg;
    }

    @Override
    public int hashCode() {
        return epsg;
    }

    @Override
    public String toString() {
        return code();
    }
}
