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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Random plots on the seam of zones 36 and 37, given in either zone or in degrees, of 1 m² to 1,000 ha, with holes, of two
 * parts, across the coverage's edge or far outside: leaves are the legal area to the last hundredth, on the real overlay.
 */
class EngineSumsTest {
    private static final String[] LAYERS = {"DLTB", "STBHHX", "CKQ"};
    private static final GeometryFactory JTS = new GeometryFactory();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void leavesOfEveryPlotAreItsLegalArea(long seed) throws IOException {
        try (SnapshotStore store = new FolderSnapshotStore(folder)) {
            Random random = new Random(seed);
            Map<String, SnapshotStore.Lease> leases = new HashMap<>();
            for (String layer : LAYERS) leases.put(layer, store.open(snapshot(layer, new Random(7))));
            for (int i = 0; i < 40; i++) check(review(plots(random), random, leases), "seed " + seed + ", site " + i);
            leases.values().forEach(SnapshotStore.Lease::close);
        }
    }

    private static void check(ReviewResult review, String at) {
        for (LayerResult layer : review.layers()) {
            if (layer.entry().code().equals("CKQ")) {
                assertThat(layer.area()).as(at).isLessThanOrEqualTo(review.legal());
                continue;
            }
            assertThat(layer.scaled()).as(at).isTrue();
            assertThat(layer.reason() == null || !layer.reason().code().equals("fault"))
                    .as(at)
                    .isTrue();
            for (int plot = 0; plot < review.input().plots().size(); plot++)
                assertThat(sum(layer, plot))
                        .as(at)
                        .isEqualTo(
                                review.input().plots().get(plot).legal().value().hundredths());
            assertThat(layer.leaves().stream().mapToLong(Leaf::hectares).sum())
                    .as(at)
                    .isEqualTo(review.legal().hectares(4).unscaledValue().longValueExact());
            assertThat(layer.leaves().stream()
                            .mapToInt(l -> l.share().hundredthsOfPercent())
                            .sum())
                    .as(at)
                    .isEqualTo(10_000);
        }
    }

    private static long sum(LayerResult layer, int plot) {
        return layer.leaves().stream()
                .filter(l -> l.plot() == plot)
                .mapToLong(l -> l.area().hundredths())
                .sum();
    }

    private static List<Geometry> plots(Random random) {
        List<Geometry> plots = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            double size = 1e-5 * Math.pow(10, 3.3 * random.nextDouble());
            double x = random.nextInt(10) == 0 ? 111 : 109.4 + 0.2 * random.nextDouble();
            double y = 24.3 + 0.05 * plots.size() + 0.01 * random.nextDouble();
            Geometry outer = box(x, y, x + size, y + size);
            plots.add(
                    switch (random.nextInt(3)) {
                        case 0 -> outer;
                        case 1 -> outer.difference(box(x + size / 4, y + size / 4, x + size / 2, y + size / 3));
                        default ->
                            JTS.createMultiPolygon(new Polygon[] {
                                (Polygon) outer, (Polygon) box(x + 2 * size, y, x + 3 * size, y + size / 2)
                            });
                    });
        }
        return plots;
    }

    private static ReviewResult review(List<Geometry> shapes, Random random, Map<String, SnapshotStore.Lease> leases) {
        Crs crs = List.of(Crs.CGCS2000, Crs.zone(36, 3, true), Crs.zone(37, 3, false))
                .get(random.nextInt(3));
        List<Plot> plots = new ArrayList<>();
        for (Geometry shape : shapes)
            plots.add(new Plot(
                    "p" + plots.size(),
                    "",
                    "",
                    null,
                    GeoShape.of(Crs.CGCS2000, shape).to(crs),
                    Map.of()));
        List<Baseline.Layer> layers = new ArrayList<>();
        Map<String, Snapshot> open = new HashMap<>();
        for (String layer : LAYERS) {
            Snapshot snapshot = leases.get(layer).snapshot();
            open.put(layer, snapshot);
            layers.add(new Baseline.Layer(
                    TestRegister.CITY.get(layer),
                    new SnapshotRef(layer, snapshot.hash(), LocalDate.of(2025, 12, 31), null, Instant.EPOCH, true, ""),
                    null));
        }
        Baseline baseline = new Baseline(FlatGround.DAY, Instant.EPOCH, layers);
        return new ReviewKernel(new EngineCutter(), FlatGround.CLASSES)
                .review(ReviewInputs.of(crs, plots, Project.UNKNOWN, baseline, open, Rules.city()));
    }

    /** A grid of crooked cells on 109.42–109.58° E; the red line has every third, mining rights are boxes over each other. */
    private String snapshot(String layer, Random random) throws IOException {
        LayerEntry entry = TestRegister.CITY.get(layer);
        double[][][] at = new double[41][41][];
        for (int i = 0; i <= 40; i++)
            for (int j = 0; j <= 40; j++) {
                double bend = i % 40 == 0 || j % 40 == 0 ? 0 : 0.0015 * (random.nextDouble() - 0.5);
                at[i][j] = new double[] {round(109.42 + 0.004 * i + bend), round(24.29 + 0.006 * j - bend)};
            }
        Geometry coverage = box(109.42, 24.29, 109.58, 24.53);
        try (SnapshotWriter writer = SnapshotWriter.begin(
                folder, entry.schema(), coverage, new SnapshotOrigin(true, "drawn for the test"))) {
            for (int i = 0; i < 40; i++)
                for (int j = 0; j < 40; j++) {
                    if (layer.equals("STBHHX") && (i + j) % 3 != 0) continue;
                    Geometry cell = cell(at[i][j], at[i + 1][j], at[i + 1][j + 1], at[i][j + 1]);
                    writer.add(feature(entry, layer.equals("CKQ") ? cell.getEnvelope() : cell));
                }
            return writer.finish();
        }
    }

    private static Geometry cell(double[] a, double[] b, double[] c, double[] d) {
        return FlatGround.ring(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]);
    }

    private static Feature feature(LayerEntry entry, Geometry shape) {
        List<Object> row = new ArrayList<>();
        entry.schema().fields().forEach(field -> row.add(field.code().equals("DLBM") ? "0101" : null));
        return new Feature(shape, row);
    }

    private static double round(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
