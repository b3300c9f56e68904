package org.cuntu.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.matrix.JaggedCells;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How a layer stands to others: borders with the neighbouring unit by the distance of every vertex from every edge that only one feature
 * of a unit has; ground outside, shared and not covered by OverlayNGRobust.
 */
class NeighbourWitnessTest {
    private static final int SIDE = 30;
    private static final double SAME = 0.001;
    private static final double WITHIN = 1;
    private static final double LEAST = 0.01;
    private static final double METRIC = 2e-4;

    @TempDir
    Path folder;

    /** Two units of 900 patches each side by side, vertices a metre and a half apart at their border; in one of them some are off. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bordersDisagreeWhereAVertexHasItsNearestEdgeAtTheOtherUnitTooFarOff(long seed) {
        List<Geometry> west = new ArrayList<>();
        List<Geometry> east = new ArrayList<>();
        units(seed, west, east);
        List<Disagreement> theirs = disagreeing(west, east);
        try (Layers layers = new Layers(folder)) {
            Snapshot own = layers.of(box(0, 0, SIDE, 1), west.toArray(Geometry[]::new));
            Snapshot next = layers.of(box(0, 0, SIDE, 1), east.toArray(Geometry[]::new));
            Map<String, Double> ours = new TreeMap<>();
            TopologyCheck check = new TopologyCheck.EdgesMatch(next, FeatureFilter.all(), SAME, WITHIN);
            for (TopologyFinding found : Layers.sweep(own, check))
                ours.put(number(own, found.feature()) + "-" + number(next, found.other()), found.length());

            assertThat(theirs).hasSizeGreaterThan(10);
            assertThat(theirs).allSatisfy(at -> assertThat(at.pairs)
                    .anyMatch(pair -> ours.getOrDefault(pair, 0.0) > at.metres * (1 - METRIC)));
            ours.forEach((pair, metres) -> assertThat(theirs)
                    .as("%s %f m", pair, metres)
                    .anyMatch(at ->
                            at.pairs.contains(pair) && StrictMath.abs(at.metres - metres) < METRIC * metres + 1e-6));
        }
        List<Geometry> both = new ArrayList<>(west);
        both.addAll(east);
        assertThat(CoverageValidator.isValid(both.toArray(Geometry[]::new))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void bordersThatAreTheSameAgree(long seed) {
        JaggedCells cells = new JaggedCells(SIDE, 0.03 * SIDE, 2, seed);
        List<Geometry> west = new ArrayList<>();
        List<Geometry> east = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE; i++) (i / SIDE < SIDE / 2 ? west : east).add(cells.cell(i / SIDE, i % SIDE));
        try (Layers layers = new Layers(folder)) {
            Snapshot own = layers.of(box(0, 0, SIDE, SIDE), west.toArray(Geometry[]::new));
            Snapshot next = layers.of(box(0, 0, SIDE, SIDE), east.toArray(Geometry[]::new));
            // cells of three metres: a corner has several neighbours within reach
            assertThat(Layers.sweep(own, new TopologyCheck.EdgesMatch(next, FeatureFilter.all(), SAME, 2)))
                    .isEmpty();
        }
    }

    /** Cells of two to five metres, so that a vertex has more than one neighbour within a metre. */
    private static void units(long seed, List<Geometry> west, List<Geometry> east) {
        Random chance = new Random(seed);
        JaggedCells cells = new JaggedCells(SIDE, 0.04 * SIDE, 3, seed);
        Map<Coordinate, Coordinate> moved = new HashMap<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            Geometry cell = cells.cell(i / SIDE, i % SIDE);
            if (i / SIDE < SIDE / 2) {
                west.add(cell);
                continue;
            }
            if (i / SIDE == SIDE / 2)
                cell.apply((org.locationtech.jts.geom.CoordinateFilter) corner -> {
                    Coordinate to = moved.computeIfAbsent(corner.copy(), from -> off(from, chance));
                    corner.x = to.x;
                    corner.y = to.y;
                });
            cell.geometryChanged();
            east.add(cell);
        }
    }

    /** One in five, by up to three decimetres. */
    private static Coordinate off(Coordinate from, Random chance) {
        if (chance.nextInt(5) != 0) return from;
        return new Coordinate(
                SownLayer.onGrid(from.x + 1.5e-6 * chance.nextGaussian()),
                SownLayer.onGrid(from.y + 1.5e-6 * chance.nextGaussian()));
    }

    private record Edge(int feature, Coordinate from, Coordinate to) {}

    /** A vertex that is off, and the pairs of features that it may count for. */
    private record Disagreement(Set<String> pairs, double metres) {}

    private static List<Disagreement> disagreeing(List<Geometry> west, List<Geometry> east) {
        List<Edge> here = free(west);
        List<Edge> there = free(east);
        List<Disagreement> found = new ArrayList<>();
        for (Edge edge : here)
            for (Coordinate end : List.of(edge.from, edge.to))
                look(end, there, here, other -> edge.feature + "-" + other, found);
        for (Edge edge : there)
            for (Coordinate end : List.of(edge.from, edge.to))
                look(end, here, there, other -> other + "-" + edge.feature, found);
        return found;
    }

    /** A vertex is off by its distance from the nearest place of the other side, unless that is on its own side as well. */
    private static void look(
            Coordinate vertex,
            List<Edge> others,
            List<Edge> own,
            java.util.function.IntFunction<String> pair,
            List<Disagreement> found) {
        double best = distance(vertex, others);
        if (best <= SAME || best > WITHIN) return;
        Set<String> pairs = new LinkedHashSet<>();
        boolean ends = false;
        for (Edge edge : others) {
            if (PlainMetres.distance(vertex, edge.from, edge.to) > best + 1e-6) continue;
            pairs.add(pair.apply(edge.feature));
            ends |= distance(PlainMetres.nearest(vertex, edge.from, edge.to), own) <= SAME;
        }
        if (!ends) found.add(new Disagreement(pairs, best));
    }

    private static double distance(Coordinate place, List<Edge> edges) {
        return edges.stream()
                .mapToDouble(edge -> PlainMetres.distance(place, edge.from, edge.to))
                .min()
                .orElseThrow();
    }

    /** The edges that no other feature of the unit has too. */
    private static List<Edge> free(List<Geometry> unit) {
        Map<Set<Coordinate>, List<Edge>> all = new HashMap<>();
        for (int feature = 0; feature < unit.size(); feature++) {
            Coordinate[] points =
                    ((Polygon) unit.get(feature)).getExteriorRing().getCoordinates();
            for (int i = 1; i < points.length; i++)
                all.computeIfAbsent(new LinkedHashSet<>(List.of(points[i - 1], points[i])), ends -> new ArrayList<>())
                        .add(new Edge(feature, points[i - 1], points[i]));
        }
        return all.values().stream()
                .filter(edges -> edges.size() == 1)
                .map(List::getFirst)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void whatLiesOutsideTheDivisionIsTheDifferenceOfJts(long seed) {
        List<Geometry> shapes = SownLayer.displaced(40, seed);
        Polygon division = Ground.withHole(
                Ground.polygon(3.3, 2.1, 35.7, 4.9, 38.2, 36.6, 20.4, 30.1, 5.5, 37.7), box(15.2, 15.3, 18.6, 17.9));
        Map<Integer, Double> theirs = new TreeMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            double area = area(OverlayNGRobust.overlay(shapes.get(i), division, OverlayNG.DIFFERENCE));
            if (area > LEAST) theirs.put(i, area);
        }
        assertThat(theirs).hasSizeGreaterThan(100);
        same(found(shapes, new TopologyCheck.Within(division, LEAST)), theirs);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void whatIsNotCoveredIsTheDifferenceOfJts(long seed) {
        List<Geometry> shapes = SownLayer.sound(30, seed);
        List<Geometry> cover = SownLayer.displaced(30, seed + 1000);
        Geometry whole = OverlayNGRobust.union(cover);
        Map<Integer, Double> theirs = new TreeMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            double area = area(OverlayNGRobust.overlay(shapes.get(i), whole, OverlayNG.DIFFERENCE));
            if (area > 1) theirs.put(i, area);
        }
        assertThat(theirs).hasSizeGreaterThan(20);
        try (Layers layers = new Layers(folder)) {
            Snapshot other = layers.of(box(0, 0, 30, 30), cover.toArray(Geometry[]::new));
            same(found(shapes, new TopologyCheck.CoveredBy(other, FeatureFilter.all(), 1)), theirs);
        }
    }

    private Map<Integer, Double> found(List<Geometry> shapes, TopologyCheck check) {
        try (Layers layers = new Layers(folder.resolve("own"))) {
            Snapshot layer = layers.of(box(0, 0, 40, 40), shapes.toArray(Geometry[]::new));
            Map<Integer, Double> found = new TreeMap<>();
            for (TopologyFinding each : Layers.sweep(layer, check))
                found.put(number(layer, each.feature()), each.area());
            return found;
        }
    }

    private static void same(Map<Integer, Double> ours, Map<Integer, Double> theirs) {
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((feature, area) ->
                assertThat(ours.get(feature)).as("%d", feature).isCloseTo(area, within(1e-9 * area + 1e-4)));
    }

    private static double area(Geometry ground) {
        double sum = 0;
        for (int i = 0; i < ground.getNumGeometries(); i++)
            if (ground.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) sum += Layers.area(polygon);
        return sum;
    }

    private static int number(Snapshot layer, int feature) {
        return ((Long) layer.value(feature, "XH")).intValue();
    }
}
