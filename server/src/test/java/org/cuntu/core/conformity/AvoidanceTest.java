package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.core.conformity.FlatGround.box;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.internal.AvoidanceSearch;
import org.cuntu.core.conformity.internal.EngineCutter;
import org.cuntu.core.conformity.internal.ReviewInputs;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.TestRegister;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.clearing.Clearing;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.measure.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** Getting a site off permanent farmland, on real snapshot files: a square of 100 m in zone 36 near 109.41°E 24.31°N. */
class AvoidanceTest {
    private static final Crs ZONE_36 = Crs.find(4524).orElseThrow();
    private static final double X = 36_643_000;
    private static final double Y = 2_690_000;

    @TempDir
    Path folder;

    private static GeoShape plane(double west, double south, double east, double north) {
        return GeoShape.of(ZONE_36, box(X + west, Y + south, X + east, Y + north));
    }

    private Avoidance avoid(GeoShape site, double most, GeoShape... farmland) throws IOException {
        try (SnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(written(farmland))) {
            Snapshot snapshot = lease.snapshot();
            LayerEntry entry = TestRegister.CITY.get("YJJBNTBHTB");
            SnapshotRef ref = new SnapshotRef(
                    "YJJBNTBHTB", snapshot.hash(), LocalDate.of(2025, 12, 31), null, Instant.EPOCH, true, "");
            Baseline baseline =
                    new Baseline(FlatGround.DAY, Instant.EPOCH, List.of(new Baseline.Layer(entry, ref, null)));
            Plot plot = new Plot("1", "", "", null, site, Map.of());
            Project project = new Project("batch", "1001", "ordinary", null, List.of());
            ReviewKernel kernel = new ReviewKernel(new EngineCutter(), FlatGround.CLASSES);
            return new AvoidanceSearch(
                            new EngineCutter(),
                            site.crs(),
                            List.of(plot),
                            most,
                            plots -> kernel.review(ReviewInputs.of(
                                    site.crs(),
                                    plots,
                                    project,
                                    baseline,
                                    Map.of("YJJBNTBHTB", snapshot),
                                    Rules.only("permanent-farmland"))))
                    .search();
        }
    }

    private String written(GeoShape... shapes) throws IOException {
        LayerEntry entry = TestRegister.CITY.get("YJJBNTBHTB");
        Geometry coverage = plane(-5000, -5000, 5000, 5000).toGeodetic().geometry();
        try (SnapshotWriter writer = SnapshotWriter.begin(
                folder, entry.schema(), coverage, new SnapshotOrigin(true, "drawn for the test"))) {
            for (GeoShape shape : shapes) {
                List<Object> row = new ArrayList<>();
                entry.schema().fields().forEach(field -> row.add(field.code().equals("DLBM") ? "0101" : null));
                writer.add(new Feature(shape.toGeodetic().geometry(), row));
            }
            return writer.finish();
        }
    }

    @Test
    void aSiteThatDoesNotFailHasNothingToAvoid() throws IOException {
        Avoidance avoidance = avoid(plane(0, 0, 100, 100), 200, plane(150, 0, 400, 100));

        assertThat(avoidance.rules()).isEmpty();
        assertThat(avoidance.shift()).isNull();
    }

    @Test
    void aSiteTenMetresOnTheFarmlandGoesBackTenMetresAndIsClear() throws IOException {
        Avoidance avoidance = avoid(plane(0, 0, 100, 100), 200, plane(90, -300, 500, 400));

        assertThat(avoidance.rules()).containsExactly("permanent-farmland");
        Clearing.Found move = (Clearing.Found) avoidance.shift();
        assertThat(move.east()).isCloseTo(-10.01, within(0.005));
        assertThat(move.north()).isCloseTo(0, within(0.005));
        assertThat(verdicts(avoidance.moved())).doesNotContain(Verdict.FAIL);
        assertThat(avoidance.moved().parts())
                .containsExactly(avoidance.moved().review().legal());
    }

    @Test
    void farmlandThatTheSiteDoesNotTouchIsAvoidedAsWell() throws IOException {
        // west of the site there is farmland too: the way back is 5 m wide, so the site goes south instead
        Avoidance avoidance = avoid(plane(0, 0, 100, 100), 200, plane(90, 40, 500, 400), plane(-400, -20, -5, 400));

        Clearing.Found move = (Clearing.Found) avoidance.shift();
        assertThat(move.north()).isCloseTo(-60.01, within(0.005));
        assertThat(verdicts(avoidance.moved())).doesNotContain(Verdict.FAIL);
    }

    @Test
    void noWayWithinTheLimitIsSaid() throws IOException {
        Avoidance avoidance = avoid(plane(0, 0, 100, 100), 200, plane(-900, -900, 900, 900));

        assertThat(avoidance.shift()).isEqualTo(new Clearing.NoneWithin(200));
        assertThat(avoidance.moved()).isNull();
        assertThat(avoidance.cutOut()).isNull();
        assertThat(avoidance.area()).isEqualTo(legal(plane(0, 0, 100, 100)));
    }

    @Test
    void theCutSiteIsWhatRemainsAndItsPartsAddUp() throws IOException {
        // a strip of 20 m across the middle leaves two parts of 30 m and 50 m
        Avoidance avoidance = avoid(plane(0, 0, 100, 100), 200, plane(30, -300, 50, 400));

        Avoidance.Proposal cutOut = avoidance.cutOut();
        assertThat(verdicts(cutOut)).doesNotContain(Verdict.FAIL);
        assertThat(cutOut.parts()).hasSize(2);
        assertThat(cutOut.parts().get(0).squareMetres()).isCloseTo(5_000, within(3.0));
        assertThat(cutOut.parts().get(1).squareMetres()).isCloseTo(3_000, within(3.0));
        assertThat(avoidance.area().plus(cutOut.review().legal())).isEqualTo(legal(plane(0, 0, 100, 100)));
    }

    @Test
    void aDrawnSiteMovesInThePlaneOfItsZoneAndKeepsItsArea() throws IOException {
        GeoShape drawn = plane(0, 0, 100, 100).toGeodetic();
        Avoidance avoidance = avoid(drawn, 200, plane(90, -300, 500, 400));

        assertThat(avoidance.moved().crs()).isEqualTo(Crs.CGCS2000);
        assertThat(verdicts(avoidance.moved())).doesNotContain(Verdict.FAIL);
        assertThat(avoidance.moved().review().legal().squareMetres())
                .isCloseTo(legal(drawn).squareMetres(), within(0.05));
    }

    private static Area legal(GeoShape shape) {
        return org.cuntu.engine.geometry.SiteAreas.legalArea(shape).value();
    }

    private static List<Verdict> verdicts(Avoidance.Proposal proposal) {
        return proposal.review().findings().stream().map(Finding::verdict).toList();
    }
}
