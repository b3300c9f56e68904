package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.layer.Ground;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Random shapes on a grid of few points, where nearly everything coincides with something. */
final class PairShapes {
    private final Random random;
    private final double west;
    private final double south;
    private final double cell;
    private final int size;

    PairShapes(long seed, double west, double south, double cell, int size) {
        random = new Random(seed);
        this.west = west;
        this.south = south;
        this.cell = cell;
        this.size = size;
    }

    /** Valid ones, made of triangles added and taken away: with holes, islands and corners that touch. */
    List<Geometry> valid(int count) {
        List<Geometry> shapes = new ArrayList<>();
        while (shapes.size() < count) {
            Geometry sum = triangle();
            for (int i = random.nextInt(5); i > 0; i--) {
                int operation = random.nextBoolean() ? OverlayNG.UNION : OverlayNG.DIFFERENCE;
                sum = Union.polygonsOf(OverlayNGRobust.overlay(sum, triangle(), operation), Ground.JTS);
            }
            // a corner that the overlay made lies on no point of the grid: such shapes are for the other witness alone
            if (sum instanceof Polygonal && !sum.isEmpty() && sum.isValid()) shapes.add(sum);
        }
        return shapes;
    }

    /** Valid ones whose corners are all on the grid. */
    List<Geometry> validOnGrid(int count) {
        List<Geometry> shapes = new ArrayList<>();
        while (shapes.size() < count) {
            Geometry shape = random.nextBoolean() ? rings(1, 3 + random.nextInt(6)) : valid(1).getFirst();
            if (isOnGrid(shape) && shape.isValid()) shapes.add(shape);
        }
        return shapes;
    }

    /** Valid ones with corners anywhere: stars of many corners, some with a hole, some two together. */
    List<Geometry> free(int count) {
        List<Geometry> shapes = new ArrayList<>();
        while (shapes.size() < count) {
            Geometry shape = star(1);
            if (random.nextInt(3) == 0) shape = OverlayNGRobust.overlay(shape, star(0.4), OverlayNG.DIFFERENCE);
            if (random.nextInt(3) == 0) shape = OverlayNGRobust.overlay(shape, star(0.7), OverlayNG.UNION);
            if (shape instanceof Polygonal && !shape.isEmpty() && shape.isValid()) shapes.add(shape);
        }
        return shapes;
    }

    private Polygon star(double radius) {
        int corners = 4 + random.nextInt(40);
        double x = west + cell * size * (0.3 + 0.4 * random.nextDouble());
        double y = south + cell * size * (0.3 + 0.4 * random.nextDouble());
        Coordinate[] points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
            double r = radius * cell * size * 0.4 * (0.2 + 0.8 * random.nextDouble());
            points[i] = new Coordinate(x + r * StrictMath.cos(angle), y + r * StrictMath.sin(angle));
        }
        points[corners] = points[0].copy();
        return Ground.JTS.createPolygon(points);
    }

    /** Anything with closed rings: bow-ties, spikes, repeated points and rings, holes outside, no area at all. */
    List<Geometry> any(int count) {
        List<Geometry> shapes = new ArrayList<>();
        while (shapes.size() < count) {
            Geometry rings = rings(1 + random.nextInt(3), 3 + random.nextInt(7));
            boolean twice = random.nextInt(8) == 0;
            shapes.add(twice ? Ground.both((Polygon) rings, (Polygon) rings.copy()) : rings);
        }
        return shapes;
    }

    private Polygon rings(int count, int corners) {
        LinearRing shell = ring(corners);
        LinearRing[] holes = new LinearRing[count - 1];
        for (int i = 0; i < holes.length; i++) holes[i] = ring(3 + random.nextInt(4));
        return Ground.JTS.createPolygon(shell, holes);
    }

    private LinearRing ring(int corners) {
        Coordinate[] points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) points[i] = point();
        points[corners] = points[0].copy();
        return Ground.JTS.createLinearRing(points);
    }

    private Polygon triangle() {
        while (true) {
            Polygon triangle = Ground.JTS.createPolygon(ring(3));
            if (triangle.getArea() > 0) return triangle;
        }
    }

    private Coordinate point() {
        return new Coordinate(west + cell * random.nextInt(size), south + cell * random.nextInt(size));
    }

    private boolean isOnGrid(Geometry shape) {
        for (Coordinate c : shape.getCoordinates()) {
            double x = (c.x - west) / cell;
            double y = (c.y - south) / cell;
            if (x != Math.rint(x) || y != Math.rint(y)) return false;
        }
        return true;
    }

    /** The same shape with some of its corners moved by at most so much: next to the first, slivers down to 1e-6 m² and less. */
    Geometry nudged(Geometry shape, double most) {
        Geometry copy = shape.copy();
        java.util.Map<Coordinate, Coordinate> moved = new java.util.HashMap<>();
        copy.apply((CoordinateFilter) c -> {
            Coordinate to = moved.computeIfAbsent(
                    new Coordinate(c.x, c.y),
                    key -> random.nextInt(3) == 0
                            ? new Coordinate(
                                    key.x + most * (random.nextDouble() - 0.5),
                                    key.y + most * (random.nextDouble() - 0.5))
                            : key);
            c.x = to.x;
            c.y = to.y;
        });
        copy.geometryChanged();
        return copy;
    }
}
