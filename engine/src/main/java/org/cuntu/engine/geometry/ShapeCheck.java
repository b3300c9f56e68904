package org.cuntu.engine.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether a shape may be reviewed (handbook, conformity review 5.3): it lies where its system says, its rings have at
 * least three distinct points, do not cross or touch themselves or each other, have no point twice, and it is at least
 * 1 m²; spikes are warned of. Reports places in the shape's own coordinates, repairs nothing. Lying outside the city is
 * no problem here: a review then answers outside-coverage.
 */
public final class ShapeCheck {
    /** Points nearer than this are one point, metres. */
    public static final double SAME_POINT = 0.001;

    static final double SPIKE_DEGREES = 1;
    private static final double SMALLEST = 1.0;
    private static final int MOST_A_RING = 5;
    /** n edges may cross n²/4 times: of longer rings only the first crossing is looked for. */
    private static final int MOST_TO_FIND_ALL = 2_000;
    /** Pairs of edges that are compared: some seconds. An outline of a million points along a river has a few million. */
    private static final long MOST_PAIRS = 12_000_000;

    private final GeoShape shape;
    private final Place place;
    private final List<Problem> problems = new ArrayList<>();
    private double metresPerX = 1;
    private double metresPerY = 1;

    private ShapeCheck(GeoShape shape, Place place) {
        this.shape = shape;
        this.place = place;
    }

    /**
     * All that is wrong with the shape, in the order of its rings; empty when nothing is.
     *
     * @param place file and plot, as far as known; ring, point and coordinate are added
     */
    public static List<Problem> check(GeoShape shape, Place place) {
        ShapeCheck check = new ShapeCheck(shape, place);
        check.run();
        return List.copyOf(check.problems);
    }

    /** Only whether the shape lies where its system says: in China, near its zone, axes the right way round. */
    public static Optional<Problem> location(GeoShape shape, Place place) {
        return ShapeLocation.check(shape.crs(), shape.own(), place);
    }

    private void run() {
        Geometry geometry = shape.geometry();
        if (geometry.isEmpty()) {
            problems.add(Problem.refused("shape.empty", place));
            return;
        }
        ShapeLocation.check(shape.crs(), geometry, place).ifPresent(problems::add);
        if (!problems.isEmpty()) return;
        scale(geometry);
        if (crowded(geometry)) return;
        int number = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon)) {
                problems.add(Problem.refused(
                        "shape.not-an-area",
                        place,
                        "kind",
                        geometry.getGeometryN(i).getGeometryType()));
                return;
            }
            ring(polygon.getExteriorRing(), ++number);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) ring(polygon.getInteriorRingN(h), ++number);
        }
        if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.REFUSED)) return;
        rings(geometry);
        size();
    }

    /** Refused before the search for crossings would keep the machine busy for minutes. */
    private boolean crowded(Geometry geometry) {
        if (geometry.getNumPoints() <= MOST_TO_FIND_ALL) return false;
        long pairs = EdgeCrowd.pairs(geometry);
        if (pairs <= MOST_PAIRS) return false;
        problems.add(FirstCrossing.find(geometry, MOST_PAIRS / 4)
                .map(c -> Problem.refused("shape.crosses-itself", at(place, c)))
                .orElseGet(() -> Problem.refused(
                        "shape.too-crowded",
                        place,
                        "points",
                        geometry.getNumPoints(),
                        "pairs",
                        pairs,
                        "most",
                        MOST_PAIRS)));
        return true;
    }

    private void scale(Geometry geometry) {
        if (!shape.crs().isGeographic()) return;
        double latitude = geometry.getEnvelopeInternal().centre().y;
        metresPerY = 111_000;
        metresPerX = 111_320 * StrictMath.cos(StrictMath.toRadians(latitude));
    }

    private void ring(LinearRing ring, int number) {
        Place here = place.ring(number);
        Coordinate[] points = ring.getCoordinates();
        if (points.length == 0) {
            problems.add(Problem.refused("shape.too-few-points", here, "count", 0));
            return;
        }
        int before = problems.size();
        twice(points, here);
        long distinct = distinct(points);
        if (distinct < 3) {
            while (problems.size() > before) problems.removeLast();
            problems.add(Problem.refused("shape.too-few-points", at(here, points[0]), "count", distinct));
            return;
        }
        if (problems.size() > before) return;
        crossings(ring, here);
        if (problems.size() == before) spikes(points, here);
    }

    private static long distinct(Coordinate[] points) {
        long found = 1;
        Coordinate second = null;
        for (Coordinate point : points) {
            if (point.equals2D(points[0]) || (second != null && point.equals2D(second))) continue;
            if (++found == 3) return 3;
            second = point;
        }
        return found;
    }

    private void twice(Coordinate[] points, Place here) {
        int found = 0;
        for (int i = 0; i + 1 < points.length && found < MOST_A_RING; i++) {
            double gap = metres(points[i], points[i + 1]);
            if (gap >= SAME_POINT) continue;
            found++;
            problems.add(Problem.refused(
                    "shape.point-twice", at(here.point(String.valueOf(i + 1)), points[i]), "gap", millimetres(gap)));
        }
    }

    private void crossings(LinearRing ring, Place here) {
        IsSimpleOp simple = new IsSimpleOp(ring);
        if (simple.isSimple()) return;
        if (ring.getNumPoints() <= MOST_TO_FIND_ALL) {
            simple = new IsSimpleOp(ring);
            simple.setFindAllLocations(true);
            simple.isSimple();
        }
        List<Coordinate> corners = List.of(ring.getCoordinates());
        simple.getNonSimpleLocations().stream()
                .sorted(Comparator.naturalOrder())
                .distinct()
                .limit(MOST_A_RING)
                .forEach(c -> problems.add(
                        corners.contains(c)
                                ? Problem.refused("shape.touches-itself", at(here, c))
                                : Problem.refused("shape.crosses-itself", at(here, c))));
    }

    private void spikes(Coordinate[] points, Place here) {
        int n = points.length - 1;
        int found = 0;
        for (int i = 0; i < n && found < MOST_A_RING; i++) {
            double angle = angle(points[(i + n - 1) % n], points[i], points[i + 1]);
            if (angle >= SPIKE_DEGREES) continue;
            found++;
            problems.add(Problem.warning(
                    "shape.spike",
                    at(here.point(String.valueOf(i + 1)), points[i]),
                    "angle",
                    String.format(java.util.Locale.ROOT, "%.2f", angle)));
        }
    }

    private void rings(Geometry geometry) {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) return;
        Place here = error.getCoordinate() == null ? place : at(place, error.getCoordinate());
        problems.add(
                switch (error.getErrorType()) {
                    case TopologyValidationError.HOLE_OUTSIDE_SHELL -> Problem.refused("shape.hole-outside", here);
                    case TopologyValidationError.NESTED_HOLES,
                            TopologyValidationError.NESTED_SHELLS,
                            TopologyValidationError.DUPLICATE_RINGS -> Problem.refused("shape.rings-overlap", here);
                    case TopologyValidationError.DISCONNECTED_INTERIOR -> Problem.refused("shape.cut-in-two", here);
                    default -> Problem.refused("shape.rings-cross", here);
                });
    }

    private void size() {
        if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.REFUSED)) return;
        double area = SiteAreas.legalSquareMetres(shape);
        if (area < SMALLEST)
            problems.add(Problem.refused(
                    "shape.too-small",
                    at(place, shape.geometry().getCoordinate()),
                    "area",
                    String.format(java.util.Locale.ROOT, "%.4f", area)));
    }

    private double angle(Coordinate a, Coordinate b, Coordinate c) {
        double ax = (a.x - b.x) * metresPerX;
        double ay = (a.y - b.y) * metresPerY;
        double cx = (c.x - b.x) * metresPerX;
        double cy = (c.y - b.y) * metresPerY;
        return StrictMath.toDegrees(StrictMath.abs(StrictMath.atan2(ax * cy - ay * cx, ax * cx + ay * cy)));
    }

    private double metres(Coordinate a, Coordinate b) {
        return StrictMath.hypot((a.x - b.x) * metresPerX, (a.y - b.y) * metresPerY);
    }

    private static String millimetres(double metres) {
        return String.format(java.util.Locale.ROOT, "%.2f", metres * 1000);
    }

    private static Place at(Place place, Coordinate c) {
        return place.at(c.x, c.y);
    }
}
