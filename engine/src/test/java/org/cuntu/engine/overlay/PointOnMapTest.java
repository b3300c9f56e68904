package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.both;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.withHole;

import java.nio.file.Path;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class PointOnMapTest {
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

    private Snapshot layer(Geometry... shapes) {
        Geometry coverage = box(0, 0, 100, 100);
        return store.open(SnapshotWriter.write(
                        folder, Ground.schema(LayerKind.OVERLAPPING), coverage, Ground.INVENTED, bare(shapes)))
                .snapshot();
    }

    private static int[] at(Snapshot snapshot, double x, double y) {
        Coordinate point = Ground.at(x, y);
        return PointOnMap.features(snapshot, point.x, point.y);
    }

    @Test
    void aPointInsideTwoOverlappingFeaturesFindsBoth() {
        Snapshot snapshot = layer(box(10, 10, 20, 20), box(15, 15, 30, 30));

        assertThat(at(snapshot, 17, 17)).containsExactly(0, 1);
        assertThat(at(snapshot, 11, 11)).hasSize(1);
        assertThat(at(snapshot, 50, 50)).isEmpty();
    }

    @Test
    void aPointInAHoleFindsNothing() {
        Snapshot snapshot = layer(withHole(box(10, 10, 20, 20), box(14, 14, 16, 16)));

        assertThat(at(snapshot, 15, 15)).isEmpty();
        assertThat(at(snapshot, 13, 15)).containsExactly(0);
    }

    @Test
    void aPointOnTheLineBetweenTwoPatchesFindsBoth() {
        Snapshot snapshot = layer(box(10, 10, 20, 20), box(20, 10, 30, 20));

        assertThat(at(snapshot, 20, 15)).containsExactly(0, 1);
    }

    @Test
    void aPointInTheSecondPartOfAFeatureFindsIt() {
        Snapshot snapshot = layer(both(box(10, 10, 20, 20), box(40, 40, 50, 50)));

        assertThat(at(snapshot, 45, 45)).containsExactly(0);
    }

    @Test
    void theLayerAnswersInsideItsCoverageOnly() {
        Snapshot snapshot = layer(box(10, 10, 20, 20));
        Coordinate inside = Ground.at(99, 99);
        Coordinate outside = Ground.at(101, 99);

        assertThat(PointOnMap.isCovered(snapshot, inside.x, inside.y)).isTrue();
        assertThat(PointOnMap.isCovered(snapshot, outside.x, outside.y)).isFalse();
    }
}
