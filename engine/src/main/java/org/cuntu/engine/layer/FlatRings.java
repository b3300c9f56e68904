package org.cuntu.engine.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/**
 * A polygon or multipolygon as plain rings: x, y, x, y… with the first point repeated at the end, outer rings
 * counter-clockwise and holes clockwise, each outer ring followed by its holes. Empty parts and empty holes, which OGC allows, are left out.
 *
 * @param rings longitude and latitude, degrees
 * @param shells whether a ring is an outer one
 */
record FlatRings(double[][] rings, boolean[] shells) {
    static final FlatRings NONE = new FlatRings(new double[0][], new boolean[0]);

    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

    static FlatRings of(Geometry geometry) {
        List<double[]> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            rings.add(ring(polygon.getExteriorRing(), true));
            shells.add(true);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                if (polygon.getInteriorRingN(h).isEmpty()) continue;
                rings.add(ring(polygon.getInteriorRingN(h), false));
                shells.add(false);
            }
        }
        return of(rings, shells);
    }

    /** The rings of polygons as they run, whatever is wrong with them; a ring that is not closed is closed. */
    static FlatRings asDelivered(Geometry geometry) {
        List<double[]> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            rings.add(path(polygon.getExteriorRing()));
            shells.add(true);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                if (polygon.getInteriorRingN(h).isEmpty()) continue;
                rings.add(path(polygon.getInteriorRingN(h)));
                shells.add(false);
            }
        }
        return of(rings, shells);
    }

    /** Lines as they run, or points, each a path of its own. */
    static FlatRings paths(Geometry geometry) {
        List<double[]> paths = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            switch (geometry.getGeometryN(i)) {
                case LineString line when !line.isEmpty() -> paths.add(path(line));
                case Point point when !point.isEmpty() -> paths.add(new double[] {point.getX(), point.getY()});
                default -> {
                    continue;
                }
            }
            shells.add(true);
        }
        return of(paths, shells);
    }

    /** Of lists. */
    static FlatRings of(List<double[]> rings, List<Boolean> shells) {
        boolean[] flags = new boolean[shells.size()];
        for (int i = 0; i < flags.length; i++) flags[i] = shells.get(i);
        return new FlatRings(rings.toArray(double[][]::new), flags);
    }

    private static double[] path(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        double[] flat = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            flat[2 * i] = points.getX(i);
            flat[2 * i + 1] = points.getY(i);
        }
        return flat;
    }

    /** The JTS geometry of lines or points: a single one when there is one path. */
    Geometry toPaths(Dimension dimension) {
        Geometry[] parts = new Geometry[rings.length];
        for (int i = 0; i < parts.length; i++)
            parts[i] = dimension == Dimension.POINT
                    ? FACTORY.createPoint(new Coordinate(rings[i][0], rings[i][1]))
                    : FACTORY.createLineString(points(rings[i]));
        if (parts.length == 1) return parts[0];
        return dimension == Dimension.POINT
                ? FACTORY.createMultiPoint(Arrays.copyOf(parts, parts.length, Point[].class))
                : FACTORY.createMultiLineString(Arrays.copyOf(parts, parts.length, LineString[].class));
    }

    /** The JTS geometry: a polygon when there is one outer ring, else a multipolygon. */
    Geometry toGeometry() {
        List<Polygon> polygons = new ArrayList<>();
        int i = 0;
        while (i < rings.length) {
            LinearRing shell = linear(rings[i++]);
            List<LinearRing> holes = new ArrayList<>();
            while (i < rings.length && !shells[i]) holes.add(linear(rings[i++]));
            polygons.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
        }
        if (polygons.size() == 1) return polygons.getFirst();
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static LinearRing linear(double[] ring) {
        return FACTORY.createLinearRing(points(ring));
    }

    private static Coordinate[] points(double[] path) {
        Coordinate[] points = new Coordinate[path.length / 2];
        for (int i = 0; i < points.length; i++) points[i] = new Coordinate(path[2 * i], path[2 * i + 1]);
        return points;
    }

    /** These rings, which must be closed, outer ones counter-clockwise and holes clockwise; those that run otherwise are turned in place. */
    FlatRings turned() {
        for (int r = 0; r < rings.length; r++) if (isCounterClockwise(rings[r]) != shells[r]) reverse(rings[r]);
        return this;
    }

    /** By the sign of the doubled area where its rounding surely leaves it, else by JTS. */
    private static boolean isCounterClockwise(double[] ring) {
        double area = 0;
        double terms = 0;
        double x = ring[0];
        double y = ring[1];
        for (int i = 2; i + 3 < ring.length; i += 2) {
            double left = (ring[i] - x) * (ring[i + 3] - y);
            double right = (ring[i + 2] - x) * (ring[i + 1] - y);
            area += left - right;
            terms += StrictMath.abs(left) + StrictMath.abs(right);
        }
        // nowhere: it is not turned, and refused
        if (!(terms < Double.POSITIVE_INFINITY)) return true;
        if (StrictMath.abs(area) > ring.length * 0x1p-50 * terms) return area > 0;
        return Orientation.isCCW(new CoordinateArraySequence(points(ring)));
    }

    private static void reverse(double[] ring) {
        for (int i = 0, j = ring.length - 2; i < j; i += 2, j -= 2) {
            double x = ring[i];
            double y = ring[i + 1];
            ring[i] = ring[j];
            ring[i + 1] = ring[j + 1];
            ring[j] = x;
            ring[j + 1] = y;
        }
    }

    private static double[] ring(LinearRing line, boolean counterClockwise) {
        CoordinateSequence points = line.getCoordinateSequence();
        int n = points.size();
        double[] flat = new double[2 * n];
        boolean asIs = Orientation.isCCW(points) == counterClockwise;
        for (int i = 0; i < n; i++) {
            int from = asIs ? i : n - 1 - i;
            flat[2 * i] = points.getX(from);
            flat[2 * i + 1] = points.getY(from);
        }
        return flat;
    }
}
