package org.cuntu.engine.format;

import java.util.List;
import java.util.Locale;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Rings of formats that close their rings: an open one is refused, with the place of the gap. */
final class RingClosure {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** 1e-9: below a tenth of a millimetre in degrees, nothing in metres. */
    private static final double SAME = 1e-9;

    private RingClosure() {}

    /** Whether three of the points differ. */
    private static boolean hasThree(List<Coordinate> points) {
        if (points.isEmpty()) return false;
        Coordinate first = points.getFirst();
        Coordinate second = first;
        for (Coordinate point : points) {
            if (point.equals2D(first) || point.equals2D(second)) continue;
            if (second != first) return true;
            second = point;
        }
        return false;
    }

    static @Nullable LinearRing close(List<Coordinate> points, Place place, Findings findings) {
        if (!hasThree(points)) {
            findings.add(Problem.refused(
                    "shape.too-few-points",
                    place,
                    "count",
                    points.stream().distinct().count()));
            return null;
        }
        Coordinate first = points.getFirst();
        Coordinate last = points.getLast();
        double gap = first.distance(last);
        if (gap > SAME) {
            findings.add(Problem.refused(
                    "shape.unclosed", place.at(last.x, last.y), "gap", String.format(Locale.ROOT, "%.8f", gap)));
            return null;
        }
        Coordinate[] ring = points.toArray(Coordinate[]::new);
        ring[ring.length - 1] = first.copy();
        return FACTORY.createLinearRing(ring);
    }
}
