package org.cuntu.core.onemap.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.measure.Geodesic;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Measures a line or a ring of the map on the ellipsoid. Reads no data and keeps nothing. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/measure")
class MeasureController {
    private static final int MOST_POINTS = 5_000;

    /**
     * @param closed a ring, whose last point joins its first, and its area; else a line
     * @param points longitude and latitude in degrees, without a closing point
     */
    record Ask(boolean closed, @Nullable List<double[]> points) {}

    /**
     * @param edges geodesic length of each edge, metres, two places
     * @param length their sum
     * @param area the legal area of the ring (contracts 3), m², two places; null for a line
     */
    record Measured(
            List<String> edges, String length, @Nullable String area) {}

    @PostMapping
    @Requires("onemap:layer:read")
    Measured measure(@RequestBody Ask ask) {
        List<double[]> points = ask.points() == null ? List.of() : ask.points();
        int least = ask.closed() ? 3 : 2;
        if (points.size() < least
                || points.size() > MOST_POINTS
                || !points.stream().allMatch(MeasureController::isPlace))
            throw refused("onemap.measure-points", "least", least, "most", MOST_POINTS);
        long sum = 0;
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < (ask.closed() ? points.size() : points.size() - 1); i++) {
            long centimetres = centimetres(points.get(i), points.get((i + 1) % points.size()));
            edges.add(text(centimetres));
            sum += centimetres;
        }
        return new Measured(edges, text(sum), ask.closed() ? area(points) : null);
    }

    private static boolean isPlace(double[] point) {
        return point.length == 2 && StrictMath.abs(point[0]) <= 180 && StrictMath.abs(point[1]) <= 90;
    }

    private static long centimetres(double[] a, double[] b) {
        try {
            return StrictMath.round(Geodesic.between(a[0], a[1], b[0], b[1]).metres() * 100);
        } catch (IllegalArgumentException e) {
            throw refused("onemap.measure-far");
        }
    }

    private static String area(List<double[]> points) {
        Coordinate[] ring = new Coordinate[points.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            double[] point = points.get(i % points.size());
            ring[i] = new Coordinate(point[0], point[1]);
        }
        Polygon polygon = new GeometryFactory().createPolygon(ring);
        if (!polygon.isValid()) throw refused("onemap.measure-crossed");
        return SiteAreas.legalArea(GeoShape.of(Crs.CGCS2000, polygon)).value().toString();
    }

    private static String text(long centimetres) {
        return BigDecimal.valueOf(centimetres, 2).toPlainString();
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
