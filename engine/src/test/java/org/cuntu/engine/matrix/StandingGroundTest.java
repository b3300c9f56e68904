package org.cuntu.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.patch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingGroundTest {
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

    private Snapshot year(Iterable<Feature> features) {
        String hash = SnapshotWriter.write(folder, Ground.PATCHES, box(0, 0, 100, 100), Ground.INVENTED, features);
        return store.open(hash).snapshot();
    }

    @Test
    void everyPatchOfAnUnchangedYearStandsOnItsOwnGround() {
        Snapshot year = year(Ground.cells(10));

        int[] found = StandingGround.of(year, year);

        assertThat(Arrays.stream(found).boxed()).hasSize(100).doesNotHaveDuplicates();
        assertThat(found[42]).isEqualTo(42);
    }

    @Test
    void aPatchWithAnotherClassStandsWhereItStood() {
        Snapshot before =
                year(List.of(patch(box(0, 0, 5, 5), "A", "0101", 1), patch(box(5, 0, 10, 5), "B", "0101", 2)));
        Snapshot after = year(List.of(patch(box(0, 0, 5, 5), "A", "0601", 1), patch(box(5, 0, 10, 4), "B", "0101", 2)));

        int[] found = StandingGround.of(before, after);

        assertThat(Arrays.stream(found).filter(twin -> twin != StandingGround.NONE))
                .hasSize(1);
    }

    @Test
    void anEarlierPatchIsTheGroundOfOneLaterPatchOnly() {
        Snapshot before = year(List.of(patch(box(0, 0, 5, 5), "A", "0101", 1)));
        Snapshot after = year(List.of(patch(box(0, 0, 5, 5), "A", "0101", 1), patch(box(0, 0, 5, 5), "B", "0601", 2)));

        assertThat(StandingGround.of(before, after)).containsExactly(0, StandingGround.NONE);
    }
}
