package org.cuntu.engine.geometry;

import java.util.function.ToDoubleFunction;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.LegalArea;
import org.cuntu.engine.measure.PlaneArea;
import org.cuntu.engine.measure.SurveyArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The legal and the plane area of a plot (contracts 3). A polygon is |outer| − Σ|holes|, several polygons are summed in
 * order, and the sum is rounded once, half up, to 0.01 m².
 */
public final class SiteAreas {
    private SiteAreas() {}

    public static LegalArea legalArea(Shaped plot) {
        return legalArea(plot.shape());
    }

    public static PlaneArea planeArea(Shaped plot) {
        return planeArea(plot.shape());
    }

    /**
     * Profile R in the shape's own Gauss-Krüger zone; for longitude and latitude the 32号文 sum, one trapezoid an edge;
     * Web Mercator is converted to longitude and latitude first.
     */
    public static LegalArea legalArea(GeoShape shape) {
        return new LegalArea(Area.ofSquareMetres(legalSquareMetres(shape)));
    }

    /** As {@link #legalArea(GeoShape)}, before rounding; m². */
    public static double legalSquareMetres(GeoShape shape) {
        Crs crs = shape.crs();
        if (!crs.isGaussKruger())
            return sum(shape.toGeodetic().geometry(), ring -> SurveyArea.geographic(ordinates(ring, 0)));
        double prefix = crs.falseEasting() - 500_000;
        return sum(shape.geometry(), ring -> SurveyArea.plane(ordinates(ring, prefix), crs.centralMeridian()));
    }

    /**
     * The shoelace area in the shape's own plane; for longitude and latitude in the 3° zone of the middle of its
     * bounds.
     */
    public static PlaneArea planeArea(GeoShape shape) {
        GeoShape plane = shape.crs().isGaussKruger() ? shape : shape.to(zoneOf(shape));
        return new PlaneArea(Area.ofSquareMetres(sum(
                plane.geometry(),
                ring -> SurveyArea.shoelace(ordinates(ring, plane.crs().falseEasting())))));
    }

    /**
     * The CGCS2000 3° zone, easting without prefix, that the middle of the shape's bounds lies in; the boundary belongs
     * to the eastern zone.
     *
     * @throws IllegalArgumentException outside zones 25–45
     */
    public static Crs zoneOf(GeoShape shape) {
        Coordinate middle = shape.toGeodetic().geometry().getEnvelopeInternal().centre();
        return Crs.zone((int) StrictMath.floor(middle.x / 3 + 0.5), 3, false);
    }

    private static double sum(Geometry geometry, ToDoubleFunction<LinearRing> signed) {
        double sum = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            sum += StrictMath.abs(signed.applyAsDouble(polygon.getExteriorRing()));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                sum -= StrictMath.abs(signed.applyAsDouble(polygon.getInteriorRingN(h)));
        }
        return sum;
    }

    /** Without the closing point. */
    private static double[] ordinates(LinearRing ring, double prefix) {
        CoordinateSequence points = ring.getCoordinateSequence();
        int n = points.size() - 1;
        double[] out = new double[2 * n];
        for (int i = 0; i < n; i++) {
            out[2 * i] = points.getX(i) - prefix;
            out[2 * i + 1] = points.getY(i);
        }
        return out;
    }
}
