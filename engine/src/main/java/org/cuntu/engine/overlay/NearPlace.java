package org.cuntu.engine.overlay;

import java.util.stream.IntStream;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Which lines or points lie near a place: for somebody who points at the map. Distances are those of {@link LocalMetric}, to about a
 * ten-thousandth.
 */
public final class NearPlace {
    private NearPlace() {}

    /**
     * The features within a distance of a point (degrees, EPSG:4490), ascending.
     *
     * @param metres the distance, included
     */
    public static int[] features(Snapshot snapshot, double lon, double lat, double metres) {
        double width = metres / LocalMetric.metresPerLongitude(lat);
        double height = metres / LocalMetric.metresPerLatitude(lat);
        return IntStream.of(snapshot.find(lon - width, lat - height, lon + width, lat + height))
                .filter(feature -> distance(snapshot.geometry(feature), lon, lat) <= metres)
                .toArray();
    }

    /** Metres from a place to the nearest point of a geometry of lines or points. */
    static double distance(Geometry shape, double lon, double lat) {
        double perLongitude = LocalMetric.metresPerLongitude(lat);
        double perLatitude = LocalMetric.metresPerLatitude(lat);
        double nearest = Double.POSITIVE_INFINITY;
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            Coordinate[] points = shape.getGeometryN(part).getCoordinates();
            for (int i = 0; i < points.length; i++) {
                Coordinate from = points[StrictMath.max(0, i - 1)];
                double ax = (from.x - lon) * perLongitude;
                double ay = (from.y - lat) * perLatitude;
                double bx = (points[i].x - lon) * perLongitude;
                double by = (points[i].y - lat) * perLatitude;
                nearest = StrictMath.min(nearest, toOrigin(ax, ay, bx, by));
            }
        }
        return nearest;
    }

    /** How far the way from a to b passes the origin. */
    private static double toOrigin(double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double share = square == 0 ? 0 : StrictMath.clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0);
        double x = ax + share * dx;
        double y = ay + share * dy;
        return StrictMath.sqrt(x * x + y * y);
    }
}
