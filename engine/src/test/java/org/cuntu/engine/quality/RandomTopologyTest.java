package org.cuntu.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.JaggedCells;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Mosaics with faults set by chance: corners moved in one patch and not in its neighbour, patches left out, moved and doubled. JTS, by its
 * union and its intersections, says what overlaps and what is bare.
 */
class RandomTopologyTest {
    private static final double LEAST = 0.01;
    private static final int SIDE = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsWhatJtsFinds(int seed) {
        Geometry coverage = box(0, 0, SIDE, SIDE);
        List<Geometry> shapes = broken(seed);
        try (Layers layers = new Layers(folder)) {
            Snapshot layer = layers.of(coverage, shapes.toArray(Geometry[]::new));
            List<TopologyFinding> found = Layers.sweep(
                    layer, new TopologyCheck.Overlap(LEAST), new TopologyCheck.Gap(LEAST, Double.POSITIVE_INFINITY));
            overlaps(layer, shapes, found);
            gaps(coverage, shapes, found);
        }
    }

    private static void overlaps(Snapshot layer, List<Geometry> shapes, List<TopologyFinding> found) {
        Map<String, Double> ours = new TreeMap<>();
        for (TopologyFinding finding : found)
            if (finding.check() instanceof TopologyCheck.Overlap)
                ours.put(pair(number(layer, finding.feature()), number(layer, finding.other())), finding.area());
        Map<String, Double> theirs = new TreeMap<>();
        STRtree tree = new STRtree();
        for (int i = 0; i < shapes.size(); i++) tree.insert(shapes.get(i).getEnvelopeInternal(), i);
        for (int i = 0; i < shapes.size(); i++)
            for (Object other : tree.query(shapes.get(i).getEnvelopeInternal())) {
                int j = (Integer) other;
                if (j <= i) continue;
                double area = polygonsOf(OverlayNGRobust.overlay(shapes.get(i), shapes.get(j), OverlayNG.INTERSECTION));
                if (area > LEAST) theirs.put(pair(i, j), area);
            }
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((pair, area) -> assertThat(ours.get(pair)).as(pair).isCloseTo(area, within(1e-9 * area + 1e-4)));
    }

    private static void gaps(Geometry coverage, List<Geometry> shapes, List<TopologyFinding> found) {
        List<Double> ours = found.stream()
                .filter(f -> f.check() instanceof TopologyCheck.Gap)
                .map(TopologyFinding::area)
                .sorted()
                .toList();
        Geometry bare = OverlayNGRobust.overlay(coverage, OverlayNGRobust.union(shapes), OverlayNG.DIFFERENCE);
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < bare.getNumGeometries(); i++) {
            double area = polygonsOf(bare.getGeometryN(i));
            if (area > LEAST) theirs.add(area);
        }
        theirs.sort(null);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < theirs.size(); i++)
            assertThat(ours.get(i)).isCloseTo(theirs.get(i), within(1e-9 * theirs.get(i) + 1e-4));
    }

    private static List<Geometry> broken(int seed) {
        JaggedCells cells = new JaggedCells(SIDE, SIDE, 7, seed);
        Random chance = new Random(seed);
        Map<Integer, Geometry> shapes = new HashMap<>();
        for (int i = 0; i < SIDE * SIDE; i++) shapes.put(i, cells.cell(i / SIDE, i % SIDE));
        for (int fault = 0; fault < 25; fault++) {
            int at = chance.nextInt(SIDE * SIDE);
            Geometry shape = shapes.get(at);
            if (shape == null) continue;
            switch (chance.nextInt(8)) {
                case 0 -> shapes.remove(at);
                case 1 -> shapes.put(1000 + fault, shape.copy());
                case 2 -> shapes.put(at, moved(shape, 0.1 * chance.nextGaussian(), 0.1 * chance.nextGaussian()));
                default -> shapes.put(at, bent((Polygon) shape, chance));
            }
        }
        List<Geometry> sound = new ArrayList<>();
        for (Geometry shape : shapes.values()) if (shape.isValid()) sound.add(shape);
        return sound;
    }

    private static Geometry bent(Polygon shape, Random chance) {
        Coordinate[] ring = shape.getExteriorRing().getCoordinates();
        Coordinate corner = ring[1 + chance.nextInt(ring.length - 2)];
        // thousandths of a degree, down to some centimetres
        double size = StrictMath.pow(10, -1 - 3 * chance.nextDouble()) / 1000;
        corner.x = onGrid(corner.x + size * chance.nextGaussian());
        corner.y = onGrid(corner.y + size * chance.nextGaussian());
        return Ground.JTS.createPolygon(ring);
    }

    private static Geometry moved(Geometry shape, double x, double y) {
        Coordinate[] ring = shape.getCoordinates();
        for (Coordinate corner : ring) {
            corner.x = onGrid(corner.x + x / 1000);
            corner.y = onGrid(corner.y + y / 1000);
        }
        ring[ring.length - 1] = ring[0].copy();
        return Ground.JTS.createPolygon(ring);
    }

    private static double onGrid(double degrees) {
        return Math.round(degrees * 1e9) / 1e9;
    }

    private static double polygonsOf(Geometry ground) {
        double sum = 0;
        for (int i = 0; i < ground.getNumGeometries(); i++)
            if (ground.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) sum += Layers.area(polygon);
        return sum;
    }

    private static int number(Snapshot layer, int feature) {
        return ((Long) layer.value(feature, "XH")).intValue();
    }

    private static String pair(int one, int other) {
        return Math.min(one, other) + "-" + Math.max(one, other);
    }
}
