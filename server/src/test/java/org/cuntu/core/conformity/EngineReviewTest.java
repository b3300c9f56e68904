package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.internal.CanonicalResult;
import org.cuntu.core.conformity.internal.EngineCutter;
import org.cuntu.core.conformity.internal.ReviewInputs;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.measure.FieldIntegral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The kernel on the real overlay and real snapshot files: a survey of 20 × 20 cells of 0.001° at 109.40°E 24.30°N. */
class EngineReviewTest {
    private static final Crs ZONE_36 = Crs.find(4524).orElseThrow();
    private static final Geometry COVERAGE = box(109.4, 24.3, 109.42, 24.32);

    @TempDir
    Path folder;

    @Test
    void everyLeafIsWhatJtsGivesScaledToTheLegalArea() throws IOException {
        try (SnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(survey())) {
            Snapshot survey = lease.snapshot();
            ReviewInput input = input(survey);

            ReviewResult review = new ReviewKernel(new EngineCutter(), FlatGround.CLASSES).review(input);

            LayerResult layer = review.layers().getFirst();
            assertThat(layer.answer()).isEqualTo(LayerAnswer.CONCERNED);
            assertThat(layer.leaves().stream()
                            .mapToLong(l -> l.area().hundredths())
                            .sum())
                    .isEqualTo(review.legal().hundredths());
            Geometry plot = input.plots().getFirst().geodetic();
            // half a unit of rounding and at most one unit of the remainder
            double factor = review.legal().squareMetres() / integral(plot);
            for (Leaf leaf : layer.leaves()) {
                double part = integral(OverlayNGRobust.overlay(survey.geometry(leaf.feature()), plot, 1));
                assertThat(leaf.area().squareMetres()).isCloseTo(part * factor, within(0.0151));
            }
        }
    }

    @Test
    void oneThreadAndFourGiveTheSameCanonicalText() throws IOException {
        try (SnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(survey())) {
            ReviewInput input = input(lease.snapshot());

            String one =
                    CanonicalResult.text(new ReviewKernel(new EngineCutter(), FlatGround.CLASSES, 1).review(input));
            String four =
                    CanonicalResult.text(new ReviewKernel(new EngineCutter(), FlatGround.CLASSES, 4).review(input));

            assertThat(four).isEqualTo(one);
        }
    }

    @Test
    void layerWithAnInvalidFeatureOnThePlotIsNotAnswered() throws IOException {
        try (SnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(surveyWithABowTie())) {
            ReviewResult review =
                    new ReviewKernel(new EngineCutter(), FlatGround.CLASSES).review(input(lease.snapshot()));

            LayerResult layer = review.layers().getFirst();
            assertThat(layer.answer()).isEqualTo(LayerAnswer.NOT_ANSWERED);
            assertThat(layer.reason()).isEqualTo(NotAnsweredReason.FAULT);
            assertThat(review.notes()).extracting(ReviewResult.Note::code).contains("defect");
        }
    }

    private String surveyWithABowTie() throws IOException {
        LayerEntry entry = TestRegister.CITY.get("DLTB");
        try (SnapshotWriter writer = SnapshotWriter.begin(
                folder,
                entry.schema(),
                COVERAGE,
                new SnapshotOrigin(true, "drawn for the test"),
                Intake.AS_DELIVERED)) {
            for (int i = 0; i < 20; i++)
                for (int j = 0; j < 20; j++) {
                    Feature cell = cell(entry, i, j);
                    writer.add(i == 10 && j == 10 ? new Feature(crossed(cell.geometry()), cell.values()) : cell);
                }
            return writer.finish();
        }
    }

    /** A square drawn with two of its corners exchanged. */
    private static Geometry crossed(Geometry square) {
        Coordinate[] corners = square.getCoordinates();
        Coordinate exchanged = corners[1];
        corners[1] = corners[2];
        corners[2] = exchanged;
        return square.getFactory().createPolygon(corners);
    }

    private static org.assertj.core.data.Offset<Double> within(double metres) {
        return org.assertj.core.data.Offset.offset(metres);
    }

    private String survey() throws IOException {
        LayerEntry entry = TestRegister.CITY.get("DLTB");
        try (SnapshotWriter writer = SnapshotWriter.begin(
                folder, entry.schema(), COVERAGE, new SnapshotOrigin(true, "drawn for the test"))) {
            for (int i = 0; i < 20; i++) for (int j = 0; j < 20; j++) writer.add(cell(entry, i, j));
            return writer.finish();
        }
    }

    private static Feature cell(LayerEntry entry, int i, int j) {
        boolean cropland = (i + j) % 3 == 0;
        Map<String, Object> values = new HashMap<>(
                Map.of("BSM", "c" + i + "-" + j, "DLBM", cropland ? "0101" : "0301", "QSXZ", "30", "QSDWMC", "莲塘村"));
        if (cropland) values.put("KCXS", new BigDecimal("0.1256"));
        List<Object> row = new ArrayList<>();
        entry.schema().fields().forEach(field -> row.add(values.get(field.code())));
        Geometry shape = box(degrees(109.4, i), degrees(24.3, j), degrees(109.4, i + 1), degrees(24.3, j + 1));
        return new Feature(shape, row);
    }

    private static double degrees(double from, int thousandths) {
        return StrictMath.rint((from + thousandths / 1000.0) * 1e9) / 1e9;
    }

    private static ReviewInput input(Snapshot survey) {
        Geometry inCell = box(109.4035, 24.3035, 109.4152, 24.3141);
        GeoShape shape = GeoShape.of(Crs.CGCS2000, inCell).to(ZONE_36);
        Plot plot = new Plot("1", "", "", null, shape, Map.of());
        SnapshotRef ref =
                new SnapshotRef("DLTB", survey.hash(), LocalDate.of(2025, 12, 31), null, Instant.EPOCH, true, "");
        Baseline baseline = new Baseline(
                FlatGround.DAY, Instant.EPOCH, List.of(new Baseline.Layer(TestRegister.CITY.get("DLTB"), ref, null)));
        return ReviewInputs.of(
                ZONE_36, List.of(plot), Project.UNKNOWN, baseline, Map.of("DLTB", survey), Rules.only("cropland"));
    }

    /** F by the sum over the edges: outer rings and holes by their own direction. */
    private static double integral(Geometry geometry) {
        FieldIntegral field = FieldIntegral.from(24);
        double sum = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Coordinate[] ring = geometry.getGeometryN(i).getCoordinates();
            double part = 0;
            for (int k = 0; k + 1 < ring.length; k++)
                part += field.edge(ring[k].x, ring[k].y, ring[k + 1].x, ring[k + 1].y);
            sum += StrictMath.abs(part);
        }
        return sum;
    }
}
