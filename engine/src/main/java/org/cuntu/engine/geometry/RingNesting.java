package org.cuntu.engine.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Tells outer rings from holes by even-odd nesting, whatever their direction or number in the file: a ring inside an
 * odd number of others is a hole of the innermost of them. Rings that cross or coincide are left as they lie; the shape
 * check refuses them. Shells keep their order, holes keep theirs within the shell.
 */
public final class RingNesting {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Rings lie deeper inside each other than allowed. */
    public static final class TooDeep extends RuntimeException {
        public TooDeep(int levels) {
            super("rings nested deeper than " + levels);
        }
    }

    private final List<LinearRing> rings;
    private final @Nullable IndexedPointInAreaLocator[] locators;
    private final STRtree index = new STRtree();

    private RingNesting(List<LinearRing> rings) {
        this.rings = rings;
        this.locators = new IndexedPointInAreaLocator[rings.size()];
        for (int i = 0; i < rings.size(); i++) index.insert(rings.get(i).getEnvelopeInternal(), i);
    }

    /**
     * A polygon, or a multipolygon when there are several outer rings.
     *
     * @param closed rings whose last point equals the first, at least three points each
     * @throws TooDeep beyond {@code maxLevels} levels
     */
    public static Geometry assemble(List<Coordinate[]> closed, int maxLevels) {
        List<LinearRing> rings = closed.stream().map(FACTORY::createLinearRing).toList();
        if (rings.size() == 1) return FACTORY.createPolygon(rings.getFirst());
        return new RingNesting(rings).assemble(maxLevels);
    }

    private Geometry assemble(int maxLevels) {
        int n = rings.size();
        List<int[]> containers = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int[] around = containersOf(i);
            if (around.length >= maxLevels) throw new TooDeep(maxLevels);
            containers.add(around);
        }
        List<List<LinearRing>> holes = new ArrayList<>(n);
        for (int i = 0; i < n; i++) holes.add(new ArrayList<>());
        for (int i = 0; i < n; i++)
            if (isHole(containers, i)) holes.get(shellOf(containers, i)).add(rings.get(i));
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (isHole(containers, i)) continue;
            polygons.add(FACTORY.createPolygon(rings.get(i), holes.get(i).toArray(LinearRing[]::new)));
        }
        return polygons.size() == 1
                ? polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static boolean isHole(List<int[]> containers, int ring) {
        return containers.get(ring).length % 2 == 1;
    }

    /** The deepest of the even rings around a hole. */
    private static int shellOf(List<int[]> containers, int hole) {
        int best = containers.get(hole)[0];
        for (int candidate : containers.get(hole)) {
            boolean deeper = containers.get(candidate).length > containers.get(best).length;
            if (!isHole(containers, candidate) && (deeper || isHole(containers, best))) best = candidate;
        }
        return best;
    }

    private int[] containersOf(int ring) {
        LinearRing inner = rings.get(ring);
        List<?> near = index.query(inner.getEnvelopeInternal());
        return near.stream()
                .mapToInt(i -> (Integer) i)
                .filter(i -> i != ring && contains(i, inner))
                .sorted()
                .toArray();
    }

    private boolean contains(int outer, LinearRing inner) {
        if (!rings.get(outer).getEnvelopeInternal().covers(inner.getEnvelopeInternal())) return false;
        Coordinate[] points = inner.getCoordinates();
        for (Coordinate point : points) {
            int location = locate(outer, point);
            if (location != Location.BOUNDARY) return location == Location.INTERIOR;
        }
        return Arrays.stream(middles(points)).anyMatch(m -> locate(outer, m) == Location.INTERIOR);
    }

    private int locate(int outer, Coordinate point) {
        IndexedPointInAreaLocator locator = locators[outer];
        if (locator == null) {
            locator = new IndexedPointInAreaLocator(rings.get(outer));
            locators[outer] = locator;
        }
        return locator.locate(point);
    }

    private static Coordinate[] middles(Coordinate[] points) {
        Coordinate[] out = new Coordinate[points.length - 1];
        for (int i = 0; i < out.length; i++)
            out[i] = new Coordinate((points[i].x + points[i + 1].x) / 2, (points[i].y + points[i + 1].y) / 2);
        return out;
    }
}
