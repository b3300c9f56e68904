package org.cuntu.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.engine.layer.Snapshot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What is told by coordinates alone, feature by feature, is computed here a second time from nothing else; validity is asked of JTS's
 * IsValidOp. 1,600 patches of which some are misdrawn, and as many that are sound.
 */
class DrawingWitnessTest {
    private static final int SIDE = 40;
    private static final double METRIC = 2e-4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void invalidAreThoseThatIsValidOpCallsSo(long seed) {
        List<Geometry> shapes = SownLayer.misdrawn(SIDE, seed);
        TreeSet<Integer> theirs = new TreeSet<>();
        for (int i = 0; i < shapes.size(); i++) if (!IsValidOp.isValid(shapes.get(i))) theirs.add(i);

        assertThat(theirs).hasSizeGreaterThan(10);
        assertThat(found(shapes, new TopologyCheck.Invalid()).keySet()).isEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void pointsTwiceAndNearAreThoseWhoseDistanceSaysSo(long seed) {
        List<Geometry> shapes = SownLayer.misdrawn(SIDE, seed);
        double limit = 0.1;
        Map<Integer, List<Double>> twice = new TreeMap<>();
        Map<Integer, List<Double>> near = new TreeMap<>();
        steps(shapes, (feature, from, to) -> {
            double metres = PlainMetres.between(from, to);
            if (metres == 0)
                twice.computeIfAbsent(feature, f -> new ArrayList<>()).add(0.0);
            else if (metres < limit)
                near.computeIfAbsent(feature, f -> new ArrayList<>()).add(metres);
        });

        assertThat(twice).hasSizeGreaterThan(5);
        assertThat(near).hasSizeGreaterThan(5);
        same(found(shapes, new TopologyCheck.PointTwice()), twice, TopologyFinding::length);
        same(found(shapes, new TopologyCheck.PointsNear(limit)), near, TopologyFinding::length);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void spikesAreTheCornersWhoseAngleAndSidesSaySo(long seed) {
        List<Geometry> shapes = SownLayer.misdrawn(SIDE, seed);
        double degrees = 3;
        double metres = 1;
        Map<Integer, List<Double>> spikes = new TreeMap<>();
        for (int feature = 0; feature < shapes.size(); feature++)
            for (LineString ring : rings(shapes.get(feature))) {
                List<Coordinate> corners = corners(ring);
                for (int i = 0; i < corners.size(); i++) {
                    Coordinate before = corners.get((i + corners.size() - 1) % corners.size());
                    Coordinate after = corners.get((i + 1) % corners.size());
                    double angle = PlainMetres.angle(corners.get(i), before, after);
                    double side = StrictMath.min(
                            PlainMetres.between(corners.get(i), before), PlainMetres.between(corners.get(i), after));
                    if (angle < degrees && side > metres)
                        spikes.computeIfAbsent(feature, f -> new ArrayList<>()).add(angle);
                }
            }

        assertThat(spikes).hasSizeGreaterThan(5);
        same(found(shapes, new TopologyCheck.Spike(degrees, metres)), spikes, TopologyFinding::measure);
    }

    /** Slivers by width and roundness: parts of patches cut off by a line, down to a few centimetres. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void sliversAreThoseWhoseAreaAndPerimeterSaySo(long seed) {
        List<Geometry> shapes = new ArrayList<>();
        java.util.Random chance = new java.util.Random(seed);
        for (int i = 0; i < 2_000; i++) {
            double x = i / 50;
            double y = i % 50;
            // from a centimetre to a hundred metres wide
            double width = StrictMath.pow(10, -4 + 4 * chance.nextDouble());
            shapes.add(box(x, y, x + 0.9 * width, y + 0.9));
        }
        double widest = 0.5;
        double roundest = 0.01;
        Map<Integer, List<Double>> narrow = new TreeMap<>();
        Map<Integer, List<Double>> flat = new TreeMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            double area = Layers.area(shapes.get(i));
            double perimeter = PlainMetres.perimeter(shapes.get(i));
            double roundness = 4 * StrictMath.PI * area / (perimeter * perimeter);
            if (2 * area / perimeter < widest) narrow.put(i, List.of(2 * area / perimeter));
            if (roundness < roundest) flat.put(i, List.of(roundness));
        }

        assertThat(narrow).hasSizeGreaterThan(200);
        same(found(shapes, new TopologyCheck.Sliver(widest, 0)), narrow, TopologyFinding::length);
        same(found(shapes, new TopologyCheck.Sliver(0, roundest)), flat, TopologyFinding::measure);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void partsAndVerticesAreCountedAsJtsCountsThem(long seed) {
        List<Geometry> shapes = SownLayer.misdrawn(SIDE, seed);
        Map<Integer, List<Double>> parts = new TreeMap<>();
        Map<Integer, List<Double>> vertices = new TreeMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            Geometry shape = shapes.get(i);
            if (shape.getNumGeometries() > 1) parts.put(i, List.of((double) shape.getNumGeometries()));
            int count = shape.getNumPoints() - rings(shape).size();
            if (count > 20) vertices.put(i, List.of((double) count));
        }

        assertThat(parts).isNotEmpty();
        assertThat(vertices).isNotEmpty();
        same(found(shapes, new TopologyCheck.SinglePart()), parts, TopologyFinding::measure);
        same(found(shapes, new TopologyCheck.Vertices(20)), vertices, TopologyFinding::measure);
    }

    private static void same(
            Map<Integer, List<TopologyFinding>> ours,
            Map<Integer, List<Double>> theirs,
            java.util.function.ToDoubleFunction<TopologyFinding> figure) {
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((feature, figures) -> {
            double[] expected =
                    figures.stream().mapToDouble(each -> each).sorted().toArray();
            double[] given =
                    ours.get(feature).stream().mapToDouble(figure).sorted().toArray();
            assertThat(given).as("feature %d", feature).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++)
                assertThat(given[i]).isCloseTo(expected[i], within(METRIC * expected[i] + 1e-6));
        });
    }

    private Map<Integer, List<TopologyFinding>> found(List<Geometry> shapes, TopologyCheck check) {
        try (Layers layers = new Layers(folder)) {
            Snapshot layer = layers.of(box(0, 0, SIDE, 50), shapes.toArray(Geometry[]::new));
            Map<Integer, List<TopologyFinding>> found = new TreeMap<>();
            for (TopologyFinding each : Layers.sweep(layer, check))
                found.computeIfAbsent(
                                ((Long) layer.value(each.feature(), "XH")).intValue(), feature -> new ArrayList<>())
                        .add(each);
            return found;
        }
    }

    private interface Step {
        void from(int feature, Coordinate from, Coordinate to);
    }

    private static void steps(List<Geometry> shapes, Step step) {
        for (int feature = 0; feature < shapes.size(); feature++)
            for (LineString ring : rings(shapes.get(feature))) {
                Coordinate[] points = ring.getCoordinates();
                for (int i = 1; i < points.length; i++) step.from(feature, points[i - 1], points[i]);
            }
    }

    private static List<LineString> rings(Geometry shape) {
        List<LineString> rings = new ArrayList<>();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) shape.getGeometryN(part);
            rings.add(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) rings.add(polygon.getInteriorRingN(hole));
        }
        return rings;
    }

    /** Each place once. */
    private static List<Coordinate> corners(LineString ring) {
        List<Coordinate> corners = new ArrayList<>();
        for (Coordinate point : ring.getCoordinates())
            if (corners.isEmpty() || !corners.getLast().equals2D(point)) corners.add(point);
        corners.removeLast();
        return corners;
    }
}
