package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cuntu.core.conformity.internal.CanonicalResult;
import org.cuntu.core.conformity.internal.EngineCutter;
import org.cuntu.core.conformity.internal.ReviewInputs;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.overlay.LayerCut;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What a cutter has found out about the patches of a survey in the zones of a plan changes no review: crooked patches, zones that follow
 * their edges and zones that cut through them, sites of a patch to all of the ground.
 */
class KnownFactsTest {
    private static final int ACROSS = 24;
    private static final double CELL = 0.0014;
    private static final Geometry COVERAGE = box(109.40, 24.30, 109.40 + ACROSS * CELL, 24.30 + ACROSS * CELL);
    private static final Project FACTORY = new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of());

    @TempDir
    Path folder;

    private final double[][][] corners = corners(new Random(11));

    @Test
    void aReviewIsTheSameWhateverWasAskedBefore() throws IOException {
        try (SnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease survey = store.open(write("DLTB", patches()));
                SnapshotStore.Lease zones = store.open(write("GHFQ", zones()))) {
            Map<String, Snapshot> open = Map.of("DLTB", survey.snapshot(), "GHFQ", zones.snapshot());
            EngineCutter learned = new EngineCutter();
            Random random = new Random(3);
            for (int i = 0; i < 120; i++) {
                ReviewInput input = input(site(random), open);
                ReviewResult fresh = new ReviewKernel(
                                site -> new Unknowing(new EngineCutter().prepare(site)), FlatGround.CLASSES)
                        .review(input);
                ReviewResult knowing = new ReviewKernel(learned, FlatGround.CLASSES, 1 + i % 3).review(input);

                assertThat(CanonicalResult.text(knowing)).as("site " + i).isEqualTo(CanonicalResult.text(fresh));
                assertThat(knowing.conversions()).as("site " + i).isEqualTo(fresh.conversions());
            }
            assertInOneZone(learned, survey.snapshot(), zones.snapshot());
        }
    }

    /** A plot whose patches are all cut with the zones' parts. */
    private record Unknowing(Cutter.Plot plot) implements Cutter.Plot {
        @Override
        public double integral() {
            return plot.integral();
        }

        @Override
        public LayerCut cut(Snapshot snapshot) {
            return plot.cut(snapshot);
        }

        @Override
        public double union(Snapshot snapshot, int[] features) {
            return plot.union(snapshot, features);
        }

        @Override
        public Cutter.@Nullable Plot part(Snapshot snapshot, int feature) {
            Cutter.Plot part = plot.part(snapshot, feature);
            return part == null ? null : new Unknowing(part);
        }

        @Override
        public Geometry outline(Snapshot snapshot, int feature) {
            return plot.outline(snapshot, feature);
        }

        @Override
        public Geometry inside(Snapshot snapshot) {
            return plot.inside(snapshot);
        }
    }

    /** Every zone that it names holds the patch whole, and of those that it does not name no patch lies whole in one. */
    private static void assertInOneZone(EngineCutter cutter, Snapshot survey, Snapshot zones) {
        int[] patches = IntStream.range(0, survey.size()).toArray();
        int[] known = cutter.prepare(COVERAGE).zones(survey, patches, zones);
        int named = 0;
        for (int patch : patches) {
            Geometry shape = survey.geometry(patch);
            double largest = 0;
            int holder = -1;
            for (int zone = 0; zone < zones.size(); zone++) {
                double shared = OverlayNGRobust.overlay(zones.geometry(zone), shape, OverlayNG.INTERSECTION)
                        .getArea();
                if (shared > largest) holder = zone;
                largest = StrictMath.max(largest, shared);
            }
            boolean whole = StrictMath.abs(shape.getArea() - largest) < 1e-14;
            assertThat(known[patch]).as("patch " + patch).isEqualTo(whole ? holder : -1);
            if (whole) named++;
        }
        assertThat(named).isBetween(ACROSS * ACROSS / 3, ACROSS * ACROSS - ACROSS);
    }

    private static Geometry site(Random random) {
        double size = CELL * (1 + (ACROSS - 2) * random.nextDouble());
        double x = 109.40 + (ACROSS * CELL - size) * random.nextDouble();
        double y = 24.30 + (ACROSS * CELL - size) * random.nextDouble();
        Coordinate[] ring = new Coordinate[13];
        for (int i = 0; i < 12; i++) {
            double radius = size * (0.35 + 0.15 * random.nextDouble());
            double angle = 2 * Math.PI * i / 12;
            ring[i] = new Coordinate(
                    nano(x + size / 2 + radius * Math.cos(angle)), nano(y + size / 2 + radius * Math.sin(angle)));
        }
        ring[12] = ring[0];
        return new GeometryFactory().createPolygon(ring);
    }

    private static double[][][] corners(Random random) {
        double[][][] at = new double[ACROSS + 1][ACROSS + 1][];
        for (int i = 0; i <= ACROSS; i++)
            for (int j = 0; j <= ACROSS; j++) {
                boolean edge = i % ACROSS == 0 || j % ACROSS == 0;
                double bend = edge ? 0 : CELL * 0.4 * (random.nextDouble() - 0.5);
                at[i][j] = new double[] {nano(109.40 + CELL * i + bend), nano(24.30 + CELL * j - bend)};
            }
        return at;
    }

    private List<Geometry> patches() {
        List<Geometry> patches = new ArrayList<>();
        for (int i = 0; i < ACROSS; i++)
            for (int j = 0; j < ACROSS; j++)
                patches.add(FlatGround.ring(
                        corners[i][j][0], corners[i][j][1],
                        corners[i + 1][j][0], corners[i + 1][j][1],
                        corners[i + 1][j + 1][0], corners[i + 1][j + 1][1],
                        corners[i][j + 1][0], corners[i][j + 1][1]));
        return patches;
    }

    /** In the south three that follow the patches' edges, in the north three whose straight edges cut through them. */
    private List<Geometry> zones() {
        int middle = ACROSS / 2;
        List<Geometry> zones = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            int from = k * ACROSS / 3;
            int to = (k + 1) * ACROSS / 3;
            List<double[]> ring = new ArrayList<>();
            for (int i = from; i <= to; i++) ring.add(corners[i][0]);
            for (int j = 1; j <= middle; j++) ring.add(corners[to][j]);
            for (int i = to - 1; i >= from; i--) ring.add(corners[i][middle]);
            for (int j = middle - 1; j > 0; j--) ring.add(corners[from][j]);
            zones.add(FlatGround.ring(
                    ring.stream().flatMapToDouble(java.util.Arrays::stream).toArray()));
        }
        double top = corners[0][ACROSS][1];
        double[] cuts = {corners[0][0][0], nano(109.40 + 7.3 * CELL), nano(109.40 + 15.6 * CELL), corners[ACROSS][0][0]
        };
        for (int k = 0; k < 3; k++) {
            List<double[]> ring = new ArrayList<>();
            double low = k == 1 ? nano(24.30 + 18.7 * CELL) : corners[0][middle + 3][1];
            ring.add(new double[] {cuts[k], low});
            ring.add(new double[] {cuts[k + 1], low});
            ring.add(new double[] {cuts[k + 1], top});
            ring.add(new double[] {cuts[k], top});
            zones.add(FlatGround.ring(
                    ring.stream().flatMapToDouble(java.util.Arrays::stream).toArray()));
        }
        return zones;
    }

    private String write(String layer, List<Geometry> shapes) throws IOException {
        LayerEntry entry = TestRegister.CITY.get(layer);
        String[] classes = {"0101", "0301", "0702", "1006"};
        String[] zones = {"100", "410", "520"};
        try (SnapshotWriter writer = SnapshotWriter.begin(
                folder, entry.schema(), COVERAGE, new SnapshotOrigin(true, "drawn for the test"))) {
            for (int i = 0; i < shapes.size(); i++) {
                Map<String, Object> values =
                        Map.of("BSM", "n" + i, "DLBM", classes[i % classes.length], "GHFQDM", zones[i % zones.length]);
                List<Object> row = new ArrayList<>();
                entry.schema().fields().forEach(field -> row.add(values.get(field.code())));
                writer.add(new Feature(shapes.get(i), row));
            }
            return writer.finish();
        }
    }

    private static ReviewInput input(Geometry site, Map<String, Snapshot> open) {
        Plot plot = new Plot("1", "", "", null, GeoShape.of(Crs.CGCS2000, site), Map.of());
        List<Baseline.Layer> layers = new ArrayList<>();
        new java.util.TreeMap<>(open)
                .forEach((layer, snapshot) -> layers.add(new Baseline.Layer(
                        TestRegister.CITY.get(layer),
                        new SnapshotRef(
                                layer, snapshot.hash(), LocalDate.of(2025, 12, 31), null, Instant.EPOCH, true, ""),
                        null)));
        return ReviewInputs.of(
                Crs.CGCS2000,
                List.of(plot),
                FACTORY,
                new Baseline(FlatGround.DAY, Instant.EPOCH, layers),
                new HashMap<>(open),
                Rules.only("conversion"));
    }

    private static double nano(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
