package org.cuntu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** The lines along which two townships meet, made of the vertices that both outlines have. */
final class TownshipBorders {
    /**
     * One pair's.
     *
     * @param line one or several lines
     */
    record Border(Divisions.Township one, Divisions.Township other, Geometry line) {}

    private record Edge(double x1, double y1, double x2, double y2) {
        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) < 0 ? new Edge(a.x, a.y, b.x, b.y) : new Edge(b.x, b.y, a.x, a.y);
        }

        LineString line() {
            return Unions.COMPACT.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
        }
    }

    private TownshipBorders() {}

    /** In the order of the townships. */
    static List<Border> of(List<Townland> townlands) {
        Map<Edge, Integer> first = new HashMap<>();
        Map<Long, List<Edge>> shared = new TreeMap<>();
        for (int i = 0; i < townlands.size(); i++)
            for (var polygon : Unions.parts(townlands.get(i).outline()))
                for (int r = 0; r <= polygon.getNumInteriorRing(); r++) {
                    Coordinate[] ring =
                            (r == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r - 1)).getCoordinates();
                    for (int p = 1; p < ring.length; p++) meet(Edge.of(ring[p - 1], ring[p]), i, first, shared);
                }
        List<Border> borders = new ArrayList<>();
        shared.forEach((pair, edges) -> borders.add(new Border(
                townlands.get((int) (pair >> 32)).township(),
                townlands.get(pair.intValue()).township(),
                merged(edges))));
        return borders;
    }

    private static void meet(Edge edge, int township, Map<Edge, Integer> first, Map<Long, List<Edge>> shared) {
        Integer other = first.putIfAbsent(edge, township);
        if (other != null && other != township)
            shared.computeIfAbsent((long) other << 32 | township, pair -> new ArrayList<>())
                    .add(edge);
    }

    /** The same lines whatever the order of the edges. */
    private static Geometry merged(List<Edge> edges) {
        LineMerger merger = new LineMerger();
        edges.forEach(edge -> merger.add(edge.line()));
        List<LineString> lines = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) lines.add((LineString) ((LineString) line).norm());
        lines.sort((a, b) -> a.compareTo(b));
        return lines.size() == 1
                ? lines.getFirst()
                : Unions.COMPACT.createMultiLineString(lines.toArray(LineString[]::new));
    }
}
