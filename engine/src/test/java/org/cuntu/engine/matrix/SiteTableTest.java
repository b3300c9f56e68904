package org.cuntu.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.overlay.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class SiteTableTest {
    private static final Effort ALONE = new Effort(1, Watch.NONE);
    private static final List<KeyPart> BY_CLASS = List.of(KeyPart.of("DLBM"));

    @TempDir
    Path folder;

    private FolderSnapshotStore store;

    @BeforeEach
    void open() {
        store = new FolderSnapshotStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Snapshot patches() {
        String hash =
                SnapshotWriter.write(folder, Ground.PATCHES, box(0, 0, 100, 100), Ground.INVENTED, Ground.cells(40));
        return store.open(hash).snapshot();
    }

    private Snapshot named(Intake intake, List<Geometry> shapes, String... names) {
        LayerSchema schema = new LayerSchema(
                "TEST", LayerKind.DISJOINT, List.of(new Field("DLBM", Field.Type.TEXT, "名称", "name")), null, null);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < names.length; i++) features.add(Feature.of(shapes.get(i), names[i]));
        String hash = SnapshotWriter.write(folder, schema, box(0, 0, 100, 100), Ground.INVENTED, intake, features);
        return store.open(hash).snapshot();
    }

    private static Geometry line(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) points[i] = Ground.at(xy[2 * i], xy[2 * i + 1]);
        return Ground.JTS.createLineString(points);
    }

    @Test
    void classesOfAreasAddUpToTheSite() {
        Geometry drawn = box(0.5, 0.5, 39.5, 39.5);
        List<SiteTable.Row> rows = SiteTable.of(Site.of(drawn), patches(), FeatureFilter.all(), BY_CLASS, ALONE);
        assertThat(rows).extracting(SiteTable.Row::key).containsExactly(GroupKey.of("0101"), GroupKey.of("0301"));
        assertThat(rows.stream().mapToLong(SiteTable.Row::features).sum()).isEqualTo(1600);
        assertThat(rows.stream().mapToDouble(SiteTable.Row::amount).sum())
                .isCloseTo(HeapShapes.of(drawn).integral(0), within(1e-3));
    }

    @Test
    void neighboursThatOnlyTouchAreNotCounted() {
        List<SiteTable.Row> rows =
                SiteTable.of(Site.of(box(3, 3, 4, 4)), patches(), FeatureFilter.all(), List.of(), ALONE);
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.features())
                .isEqualTo(1));
    }

    @Test
    void filterIsAskedBeforeAnythingIsCut() {
        FeatureFilter farmland = FeatureFilter.in("DLBM", Set.of("0101"));
        List<SiteTable.Row> rows = SiteTable.of(Site.of(box(0, 0, 2, 2)), patches(), farmland, BY_CLASS, ALONE);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo(GroupKey.of("0101"));
            assertThat(row.features()).isEqualTo(2);
        });
    }

    @Test
    void roadsAreMeasuredInMetresByName() {
        Snapshot roads = named(
                Intake.LINES, List.of(line(-5, 1, 15, 1), line(2, 3, 12, 3), line(2, 2, 4, 2)), "G322", "G322", "S101");
        List<SiteTable.Row> rows = SiteTable.of(Site.of(box(0, 0, 10, 4)), roads, FeatureFilter.all(), BY_CLASS, ALONE);
        assertThat(rows).extracting(SiteTable.Row::features).containsExactly(2L, 1L);
        assertThat(rows.getFirst().amount())
                .isCloseTo(LocalMetric.length(24.001, 0.01, 0) + LocalMetric.length(24.003, 0.008, 0), within(1e-6));
        assertThat(rows.getLast().amount()).isCloseTo(LocalMetric.length(24.002, 0.002, 0), within(1e-6));
    }

    @Test
    void wellsAreCounted() {
        List<Geometry> wells = new ArrayList<>();
        for (double x : new double[] {1, 2, 30}) wells.add(Ground.JTS.createPoint(Ground.at(x, 1)));
        Snapshot layer = named(Intake.POINTS, wells, "well", "spring", "well");
        List<SiteTable.Row> rows = SiteTable.of(Site.of(box(0, 0, 10, 4)), layer, FeatureFilter.all(), BY_CLASS, ALONE);
        assertThat(rows).extracting(SiteTable.Row::amount).containsExactly(1.0, 1.0);
    }

    @Test
    void fourThreadsGiveTheSameBitsAsOne() {
        Site site = Site.of(Ground.polygon(0.3, 0.7, 39, 2, 33, 38, 5, 31));
        Snapshot layer = patches();
        assertThat(SiteTable.of(site, layer, FeatureFilter.all(), BY_CLASS, new Effort(4, Watch.NONE)))
                .isEqualTo(SiteTable.of(site, layer, FeatureFilter.all(), BY_CLASS, ALONE));
    }

    @Test
    void watchSeesTheEndAndMayCancel() {
        List<Long> seen = new ArrayList<>();
        Watch patient = watch(seen, false);
        SiteTable.of(Site.of(box(0, 0, 40, 40)), patches(), FeatureFilter.all(), BY_CLASS, new Effort(2, patient));
        assertThat(seen).isSorted().last().isEqualTo(1600L);
        assertThatThrownBy(() -> SiteTable.of(
                        Site.of(box(0, 0, 40, 40)),
                        patches(),
                        FeatureFilter.all(),
                        BY_CLASS,
                        new Effort(2, watch(seen, true))))
                .isInstanceOf(CancellationException.class);
    }

    private static Watch watch(List<Long> seen, boolean cancelled) {
        return new Watch() {
            @Override
            public void progress(long done, long total) {
                seen.add(done);
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
    }
}
