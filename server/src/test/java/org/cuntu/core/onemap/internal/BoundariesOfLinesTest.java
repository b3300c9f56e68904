package org.cuntu.core.onemap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

/** A pen snaps to lines as to the borders of areas, and to no points. */
class BoundariesOfLinesTest {
    @TempDir
    Path folder;

    private List<double[]> edges(Intake intake, String shape) throws Exception {
        LayerSchema schema = new LayerSchema("X", LayerKind.OVERLAPPING, List.of(), null, null);
        var ground = new GeometryFactory().toGeometry(new Envelope(109, 110, 24, 25));
        String hash = SnapshotWriter.write(
                folder,
                schema,
                ground,
                new SnapshotOrigin(true, "test"),
                intake,
                List.of(Feature.of(new WKTReader().read(shape))));
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(hash)) {
            return new Boundaries(new Envelope(109.1, 109.2, 24.1, 24.2), 1_000).of(lease.snapshot());
        }
    }

    @Test
    void theEdgesOfALineThatMeetTheBoxAreGiven() throws Exception {
        assertThat(edges(Intake.LINES, "LINESTRING (109.15 24.15, 109.18 24.15, 109.3 24.3, 109.4 24.3)"))
                .singleElement()
                .isEqualTo(new double[] {109.15, 24.15, 109.18, 24.15, 109.3, 24.3});
    }

    @Test
    void aPointHasNoEdge() throws Exception {
        assertThat(edges(Intake.POINTS, "POINT (109.15 24.15)")).isEmpty();
    }
}
