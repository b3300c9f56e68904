package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import org.cuntu.engine.layer.SnapshotStore.MissingSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSnapshotStoreTest {
    @TempDir
    Path folder;

    FolderSnapshotStore store;
    String hash;
    Path file;

    @BeforeEach
    void write() {
        hash = SnapshotWriter.write(folder, Ground.PATCHES, Ground.box(0, 0, 9, 9), Ground.INVENTED, Ground.cells(9));
        file = folder.resolve(hash + ".snap");
        store = new FolderSnapshotStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leasesOfOneSnapshotShareItAndAreCounted() {
        try (var first = store.open(hash);
                var second = store.open(hash)) {
            assertThat(first.snapshot()).isSameAs(second.snapshot());
            assertThat(store.leases(hash)).isEqualTo(2);
            second.close();
            second.close();
            assertThat(store.leases(hash)).isEqualTo(1);
        }
        assertThat(store.leases(hash)).isZero();
    }

    @Test
    void unknownNamesAreMissing() {
        assertThat(store.contains("../" + hash)).isFalse();
        assertThat(store.contains("0".repeat(64))).isFalse();
        assertThatThrownBy(() -> store.open("0".repeat(64)))
                .isInstanceOf(MissingSnapshot.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void truncatedFileIsDamaged() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        refused("bytes instead of");
        Files.write(file, Arrays.copyOf(bytes, 100));
        refused("too short");
    }

    @Test
    void foreignFileIsNoSnapshot() throws Exception {
        Files.write(file, new byte[10_000]);
        refused("not a snapshot file");
    }

    @Test
    void flippedByteInTheHeaderIsSeen() throws Exception {
        flip(40);
        refused("header is damaged");
    }

    @Test
    void flippedByteInTheContentIsSeen() throws Exception {
        flip(Files.size(file) - 20);
        refused("not what its name says");
        assertThatThrownBy(() -> store.verify(hash)).isInstanceOf(MissingSnapshot.class);
    }

    @Test
    void everyFlippedByteIsSeen() throws Exception {
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 173) {
            byte[] bad = good.clone();
            bad[at] ^= 4;
            Files.write(file, bad);
            assertThatThrownBy(() -> store.open(hash)).isInstanceOf(MissingSnapshot.class);
        }
    }

    private void flip(long at) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 1;
        Files.write(file, bytes);
    }

    private void refused(String why) {
        assertThatThrownBy(() -> store.open(hash))
                .isInstanceOf(MissingSnapshot.class)
                .hasMessageContaining(why);
    }

    @Test
    void staleDraftsAreRemovedAndFreshOnesKept() throws Exception {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        Path stale = Files.createFile(folder.resolve("tmp/old.draft"));
        Path fresh = Files.createFile(folder.resolve("tmp/new.draft"));
        Files.setLastModifiedTime(stale, FileTime.from(noon.minusSeconds(1)));
        Files.setLastModifiedTime(fresh, FileTime.from(noon));
        assertThat(store.removeStale(noon)).isEqualTo(1);
        assertThat(fresh).exists();
        assertThat(stale).doesNotExist();
    }

    @Test
    void closedStoreAnswersNoMore() {
        Snapshot snapshot = store.open(hash).snapshot();
        store.close();
        assertThatThrownBy(() -> snapshot.integral(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.open(hash)).isInstanceOf(IllegalStateException.class);
    }
}
