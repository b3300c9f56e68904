package org.cuntu.core.conformity.report;

import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a plate (图幅) lies on the paper and on the ground: a window of a CGCS2000 3° plane at a round scale. Paper in
 * points from the page's upper left corner, ground in metres.
 *
 * @param crs the plane, the zone in its eastings
 * @param scale the denominator, true in the plane
 * @param west easting of the left edge
 * @param north northing of the upper edge
 */
record PlateFrame(Crs crs, int scale, double west, double north, float x, float y, float width, float height) {
    private static final int[] SCALES = {
        200, 500, 1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_000_000,
        5_000_000
    };
    private static final double METRES_A_POINT = 0.0254 / 72;
    /** How much wider than the frame outlines are cut, so that the cut is never seen. */
    private static final float BEYOND = 8;

    /**
     * The largest round scale at which the site fits, its middle in the middle of the plate.
     *
     * @param least no scale larger than this
     * @param fill how much of the plate's width or height the site may take
     */
    static PlateFrame around(
            Crs crs, List<Geometry> site, int least, double fill, float x, float y, float width, float height) {
        Envelope box = new Envelope();
        for (Geometry plot : site)
            for (Coordinate c : plot.getCoordinates()) box.expandToInclude(crs.fromGeodetic(c.x, c.y));
        int scale = SCALES[SCALES.length - 1];
        for (int i = SCALES.length - 1; i >= 0 && SCALES[i] >= least; i--)
            if (box.getWidth() <= width * fill * METRES_A_POINT * SCALES[i]
                    && box.getHeight() <= height * fill * METRES_A_POINT * SCALES[i]) scale = SCALES[i];
        double metres = METRES_A_POINT * scale;
        Coordinate middle = box.centre();
        return new PlateFrame(
                crs, scale, middle.x - width * metres / 2, middle.y + height * metres / 2, x, y, width, height);
    }

    /** The 3° plane of a site: its own where it came in one, else that of its middle. */
    static Crs plane(Crs own, List<Geometry> site) {
        if (own.isGaussKruger() && own.zoneWidth() == 3) return Crs.zone(own.zone(), 3, true);
        Envelope box = new Envelope();
        site.forEach(plot -> box.expandToInclude(plot.getEnvelopeInternal()));
        int zone = (int) Math.round(box.centre().x / 3);
        return Crs.zone(Math.max(25, Math.min(45, zone)), 3, true);
    }

    float[] at(double lon, double lat) {
        Coordinate c = crs.fromGeodetic(lon, lat);
        return new float[] {px(c.x), py(c.y)};
    }

    float px(double easting) {
        return (float) (x + (easting - west) / (METRES_A_POINT * scale));
    }

    float py(double northing) {
        return (float) (y + (north - northing) / (METRES_A_POINT * scale));
    }

    double east() {
        return west + width * METRES_A_POINT * scale;
    }

    double south() {
        return north - height * METRES_A_POINT * scale;
    }

    /** Points for so many metres of ground. */
    float points(double metres) {
        return (float) (metres / (METRES_A_POINT * scale));
    }

    /** The window in degrees: west, south, east, north. */
    double[] degrees() {
        Envelope box = new Envelope();
        for (int i = 0; i <= 4; i++) {
            double e = west + (east() - west) * i / 4;
            double n = south() + (north - south()) * i / 4;
            for (Coordinate c : List.of(
                    crs.toGeodetic(e, north),
                    crs.toGeodetic(e, south()),
                    crs.toGeodetic(west, n),
                    crs.toGeodetic(east(), n))) box.expandToInclude(c);
        }
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    /** The edges at which outlines are cut: left, top, right, bottom. */
    float[] cut() {
        return new float[] {x - BEYOND, y - BEYOND, x + width + BEYOND, y + height + BEYOND};
    }

    List<float[]> edge() {
        return List.of(new float[] {x, y, x + width, y, x + width, y + height, x, y + height});
    }

    boolean holds(float px, float py, float margin) {
        return px >= x + margin && px <= x + width - margin && py >= y + margin && py <= y + height - margin;
    }
}
