package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SnapshotFileTest {
    private static final LayerSchema SCHEMA = new LayerSchema(
            "DLTB",
            LayerKind.COVERAGE,
            List.of(
                    new Field("DLBM", Field.Type.TEXT, "地类编码", "class"),
                    new Field("TBMJ", Field.Type.DECIMAL, "图斑面积", "area"),
                    new Field("SJNF", Field.Type.INTEGER, "数据年份", "year"),
                    new Field("PZRQ", Field.Type.DATE, "批准日期", "date")),
            "SD2019",
            "DLBM");
    private static final Geometry COVERAGE = new GeometryFactory().toGeometry(new Envelope(109, 110, 24, 25));

    @TempDir
    Path folder;

    @Test
    void everyValueComesBackAsItWentIn() throws IOException {
        Feature full = Feature.of(square(109.1), "0101", new BigDecimal("12.30"), 2025L, LocalDate.of(2026, 3, 9));
        String hash = write(full, Feature.of(square(109.2), null, null, null, null));
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            int feature = snapshot.find(109.15, 24.15, 109.15, 24.15)[0];
            assertThat(Stream.of("DLBM", "TBMJ", "SJNF", "PZRQ").map(f -> snapshot.value(feature, f)))
                    .containsExactlyElementsOf(full.values());
            assertThat(snapshot.value(1 - feature, "DLBM")).isNull();
            assertThat(snapshot.geometry(feature).equalsTopo(full.geometry())).isTrue();
            assertThat(snapshot.schema()).isEqualTo(SCHEMA);
        }
    }

    @Test
    void theSameFeaturesInAnotherOrderAreTheSameSnapshot() throws IOException {
        Feature one = Feature.of(square(109.1), "0101", null, 1L, null);
        Feature two = Feature.of(square(109.3), "0103", null, 2L, null);
        assertThat(write(one, two)).isEqualTo(write(two, one));
    }

    @Test
    void aSelfCrossingFeatureRefusesTheWholeAndLeavesNothing() throws IOException, ParseException {
        Geometry bow = new WKTReader().read("POLYGON((109.1 24.1,109.2 24.2,109.2 24.1,109.1 24.2,109.1 24.1))");
        assertThatThrownBy(() -> write(Feature.of(bow, "0101", null, null, null))).isInstanceOf(InputRefused.class);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aFlippedByteIsFoundAtTheFirstOpening() throws IOException {
        String hash = write(Feature.of(square(109.1), "0101", null, null, null));
        Path file = folder.resolve(hash + ".snap");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder)) {
            assertThatThrownBy(() -> store.open(hash))
                    .isInstanceOf(SnapshotStore.MissingSnapshot.class)
                    .hasMessageContaining("has the hash");
        }
    }

    @Test
    void aSearchFindsWhatItsBoxMeetsInAThousandFeatures() throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(folder, SCHEMA, COVERAGE)) {
            for (int i = 0; i < 1000; i++)
                writer.add(Feature.of(
                        cell(109 + (i % 40) * 0.02, 24 + (i / 40) * 0.02, 0.01), "0101", null, (long) i, null));
            String hash = writer.finish();
            try (FolderSnapshotStore store = new FolderSnapshotStore(folder);
                    SnapshotStore.Lease lease = store.open(hash)) {
                assertThat(lease.snapshot().find(109.1, 24.1, 109.1499, 24.1499)).hasSize(9);
                assertThat(lease.snapshot().find(108, 23, 111, 26)).hasSize(1000);
                assertThat(lease.snapshot().bounds()[0]).isEqualTo(109.0);
            }
        }
    }

    private String write(Feature... features) throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(folder, SCHEMA, COVERAGE)) {
            for (Feature feature : features) writer.add(feature);
            return writer.finish();
        }
    }

    private static Geometry square(double west) {
        return cell(west, 24.1, 0.1);
    }

    private static Geometry cell(double west, double south, double side) {
        return new GeometryFactory().toGeometry(new Envelope(west, west + side, south, south + side));
    }
}
