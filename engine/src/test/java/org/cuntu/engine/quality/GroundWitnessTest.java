package org.cuntu.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.engine.layer.Snapshot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What JTS says of two thousand patches with holes, islands and parts, some displaced: OverlayNGRobust pair by pair and of the whole,
 * CoverageValidator of the borders.
 */
class GroundWitnessTest {
    private static final double LEAST = 0.01;
    private static final double NARROW = 2;
    /** Widths by the hundredth of a degree of latitude and by the place itself differ by less. */
    private static final double METRIC = 2e-4;

    private static final int SIDE = 45;
    private static final TopologyCheck.Overlap OVERLAP = new TopologyCheck.Overlap(LEAST);
    private static final TopologyCheck.Gap GAP = new TopologyCheck.Gap(LEAST, Double.POSITIVE_INFINITY);
    private static final TopologyCheck.Gap NARROW_GAP = new TopologyCheck.Gap(LEAST, NARROW);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103})
    void seamlessGroundIsAValidCoverageAndHasNoFinding(long seed) {
        List<Geometry> shapes = SownLayer.sound(SIDE, seed);

        assertThat(CoverageValidator.isValid(shapes.toArray(Geometry[]::new))).isTrue();
        try (Layers layers = new Layers(folder)) {
            assertThat(Layers.sweep(layer(layers, shapes), OVERLAP, GAP)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203, 204})
    void overlapsAreTheIntersectionsOfJts(long seed) {
        List<Geometry> shapes = SownLayer.displaced(SIDE, seed);
        try (Layers layers = new Layers(folder)) {
            Snapshot layer = layer(layers, shapes);
            Map<String, TopologyFinding> ours = new TreeMap<>();
            for (TopologyFinding found : Layers.sweep(layer, OVERLAP)) ours.put(pair(layer, found), found);
            Map<String, Geometry> theirs = intersections(shapes);

            assertThat(theirs).hasSizeGreaterThan(80);
            assertThat(ours.keySet()).isEqualTo(theirs.keySet());
            theirs.forEach((pair, ground) -> {
                double area = areaOf(ground);
                TopologyFinding found = ours.get(pair);
                assertThat(found.area()).as(pair).isCloseTo(area, within(1e-9 * area + 1e-5));
                double width = 2 * area / PlainMetres.perimeter(ground);
                assertThat(found.length()).as(pair).isCloseTo(width, within(METRIC * width + 1e-6));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203, 204})
    void gapsAreWhatTheUnionOfJtsLeavesOfTheGround(long seed) {
        List<Geometry> shapes = SownLayer.displaced(SIDE, seed);
        try (Layers layers = new Layers(folder)) {
            Snapshot layer = layer(layers, shapes);
            List<TopologyFinding> found = Layers.sweep(layer, GAP, NARROW_GAP);
            List<Geometry> bare = bare(shapes);

            assertThat(bare).hasSizeGreaterThan(50);
            same(of(found, GAP), bare);
            same(
                    of(found, NARROW_GAP),
                    bare.stream()
                            .filter(ground -> 2 * areaOf(ground) / PlainMetres.perimeter(ground) < NARROW)
                            .toList());
        }
    }

    private static void same(List<TopologyFinding> ours, List<Geometry> theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        List<TopologyFinding> sorted = ours.stream()
                .sorted(Comparator.comparingDouble(TopologyFinding::area))
                .toList();
        List<Geometry> grounds = theirs.stream()
                .sorted(Comparator.comparingDouble(GroundWitnessTest::areaOf))
                .toList();
        for (int i = 0; i < grounds.size(); i++) {
            double area = areaOf(grounds.get(i));
            double width = 2 * area / PlainMetres.perimeter(grounds.get(i));
            assertThat(sorted.get(i).area()).isCloseTo(area, within(1e-9 * area + 1e-4));
            assertThat(sorted.get(i).length()).isCloseTo(width, within(METRIC * width + 1e-4));
        }
    }

    /** The validator asks whether borders agree vertex by vertex, we whether ground is held twice or by nobody. */
    @ParameterizedTest
    @ValueSource(longs = {301, 302})
    void whatIsWrongForUsIsWrongForTheValidatorToo(long seed) {
        List<Geometry> shapes = SownLayer.displaced(SIDE, seed);
        Geometry[] invalid = CoverageValidator.validate(shapes.toArray(Geometry[]::new));
        TreeSet<Integer> flagged = new TreeSet<>();
        for (int i = 0; i < invalid.length; i++) if (invalid[i] != null) flagged.add(i);
        try (Layers layers = new Layers(folder)) {
            Snapshot layer = layer(layers, shapes);
            assertThat(Layers.sweep(layer, OVERLAP)).hasSizeGreaterThan(50).allSatisfy(found -> assertThat(flagged)
                    .as("%s of %f m²", pair(layer, found), found.area())
                    .containsAnyOf(number(layer, found.feature()), number(layer, found.other())));
        }
    }

    private Snapshot layer(Layers layers, List<Geometry> shapes) {
        return layers.of(box(0, 0, SIDE, SIDE), shapes.toArray(Geometry[]::new));
    }

    private static List<TopologyFinding> of(List<TopologyFinding> found, TopologyCheck check) {
        return found.stream().filter(each -> each.check() == check).toList();
    }

    private static Map<String, Geometry> intersections(List<Geometry> shapes) {
        Map<String, Geometry> found = new TreeMap<>();
        STRtree tree = new STRtree();
        for (int i = 0; i < shapes.size(); i++) tree.insert(shapes.get(i).getEnvelopeInternal(), i);
        for (int i = 0; i < shapes.size(); i++)
            for (Object other : tree.query(shapes.get(i).getEnvelopeInternal())) {
                int j = (Integer) other;
                if (j <= i) continue;
                Geometry both = OverlayNGRobust.overlay(shapes.get(i), shapes.get(j), OverlayNG.INTERSECTION);
                if (areaOf(both) > LEAST) found.put(i + "-" + j, both);
            }
        return found;
    }

    private static List<Geometry> bare(List<Geometry> shapes) {
        Geometry rest =
                OverlayNGRobust.overlay(box(0, 0, SIDE, SIDE), OverlayNGRobust.union(shapes), OverlayNG.DIFFERENCE);
        List<Geometry> bare = new ArrayList<>();
        for (int i = 0; i < rest.getNumGeometries(); i++)
            if (areaOf(rest.getGeometryN(i)) > LEAST) bare.add(rest.getGeometryN(i));
        return bare;
    }

    private static double areaOf(Geometry ground) {
        double sum = 0;
        for (int i = 0; i < ground.getNumGeometries(); i++)
            if (ground.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) sum += Layers.area(polygon);
        return sum;
    }

    private static int number(Snapshot layer, int feature) {
        return ((Long) layer.value(feature, "XH")).intValue();
    }

    private static String pair(Snapshot layer, TopologyFinding found) {
        int one = number(layer, found.feature());
        int other = number(layer, found.other());
        return StrictMath.min(one, other) + "-" + StrictMath.max(one, other);
    }
}
