package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Ground counted once, against JTS. */
class UnionTest {
    private static final Geometry SITE = polygon(10, 12, 60, 8, 92, 45, 70, 90, 30, 80, 5, 50);

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shapesAnywhereCountOnce(int seed) {
        Random random = new Random(seed);
        List<Geometry> shapes = new ArrayList<>();
        int count = 2 + random.nextInt(30);
        for (int i = 0; i < count; i++) shapes.add(star(random, 2 + random.nextInt(14)));
        assertCountedOnce(shapes);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neighboursThatTouchCountWithTheirOwnGround(int seed) {
        Random random = new Random(seed);
        List<Geometry> shapes = new ArrayList<>();
        int[] columns = random.ints(6, 1, 99).distinct().sorted().toArray();
        for (int i = 0; i + 1 < columns.length; i++) {
            int split = 2 + random.nextInt(90);
            shapes.add(box(columns[i], 1, columns[i + 1], split));
            shapes.add(box(columns[i], split, columns[i + 1], 99));
        }
        assertCountedOnce(shapes);
    }

    @Test
    void sameGroundTwiceAndInAnotherCountsOnce() {
        Geometry outer = box(20, 20, 60, 60);
        assertCountedOnce(List.of(outer, outer));
        assertCountedOnce(List.of(box(30, 30, 40, 40), outer));
        assertCountedOnce(List.of(outer, box(30, 30, 40, 40), box(35, 35, 70, 50), outer));
    }

    @Test
    void boxesThatMeetOnlyOutsideTheSiteShareNothing() {
        assertCountedOnce(List.of(box(0, 0, 50, 9), polygon(40, 5, 90, 0, 95, 5, 60, 30)));
    }

    /** What the layer has found out of its neighbours under one site changes nothing under another. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everySiteCountsOnceWhateverWasAskedBefore(int seed) {
        Random random = new Random(seed);
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; i < 12; i++) shapes.add(star(random, 2 + random.nextInt(14)));
        for (int i = 0; i < 6; i++) shapes.add(box(10 + 12 * i, 20, 22 + 12 * i, 30 + 5 * i));
        List<Geometry> sites = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int x = random.nextInt(60);
            int y = random.nextInt(60);
            sites.add(polygon(x, y, x + 20 + random.nextInt(20), y + 3, x + 25, y + 38, x + 2, y + 20));
        }
        sites.addAll(List.copyOf(sites));
        String hash = write(shapes);
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            Snapshot snapshot = store.open(hash).snapshot();
            for (Geometry site : sites) {
                double expected = JtsOracle.integral(
                        OverlayNGRobust.overlay(OverlayNGRobust.union(shapes), site, OverlayNG.INTERSECTION));
                assertThat(SiteOverlay.cut(Site.of(site), snapshot).union())
                        .isCloseTo(expected, within(shapes.size() * (1e-9 * expected + 2e-6)));
            }
        }
    }

    private String write(List<Geometry> shapes) {
        return SnapshotWriter.write(
                folder,
                Ground.schema(LayerKind.OVERLAPPING),
                box(0, 0, 100, 100),
                Ground.INVENTED,
                bare(shapes.toArray(Geometry[]::new)));
    }

    private void assertCountedOnce(List<Geometry> shapes) {
        String hash = write(shapes);
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            Snapshot snapshot = store.open(hash).snapshot();
            double expected = JtsOracle.integral(
                    OverlayNGRobust.overlay(OverlayNGRobust.union(shapes), SITE, OverlayNG.INTERSECTION));
            assertThat(SiteOverlay.cut(Site.of(SITE), snapshot).union())
                    .isCloseTo(expected, within(shapes.size() * (1e-9 * expected + 2e-6)));
        }
    }

    private static Geometry star(Random random, double radius) {
        double x = 8 + 84 * random.nextDouble();
        double y = 8 + 84 * random.nextDouble();
        int corners = 5 + random.nextInt(12);
        double[] ordinates = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * StrictMath.PI * i / corners;
            double r = radius * (0.4 + 0.6 * random.nextDouble()) / 2;
            ordinates[2 * i] = x + r * StrictMath.cos(angle);
            ordinates[2 * i + 1] = y + r * StrictMath.sin(angle);
        }
        return polygon(ordinates);
    }
}
