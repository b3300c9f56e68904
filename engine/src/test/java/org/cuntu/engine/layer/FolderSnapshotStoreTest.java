package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cuntu.engine.layer.SnapshotStore.MissingSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void damageInEverySectionIsSeen() throws Exception {
        byte[] good = Files.readAllBytes(file);
        long[][] sections =
                SnapshotHeader.read(Arrays.copyOf(good, 4096), good.length).sections();
        int seen = 0;
        for (int number = 0; number < sections.length; number++) {
            if (sections[number][1] == 0) continue;
            byte[] bad = good.clone();
            bad[(int) (sections[number][0] + sections[number][1] / 2)] ^= 1;
            Files.write(file, bad);
            refused(number == SnapshotFormat.SCHEMA ? "schema is damaged" : "not what its name says");
            seen++;
        }
        // schema, features, tree, rings, groups, chunks, points, texts and five fields
        assertThat(seen).isEqualTo(13);
    }

    @Test
    void aFileThatWasFoundWholeIsNotReadAgainWhileItIsTheSame() throws Exception {
        assertThat(VerifiedFiles.isKnown(file)).isFalse();
        store.open(hash).close();
        assertThat(VerifiedFiles.isKnown(file)).isTrue();
    }

    @Test
    void aFileThatWasWrittenToSinceIsReadAgain() throws Exception {
        store.open(hash).close();
        flip(Files.size(file) - 20);
        try (FolderSnapshotStore later = new FolderSnapshotStore(folder)) {
            assertThatThrownBy(() -> later.open(hash))
                    .isInstanceOf(MissingSnapshot.class)
                    .hasMessageContaining("not what its name says");
        }
    }

    @Test
    void soIsOneThatWasReplacedOrGivenAnotherTime() throws Exception {
        store.open(hash).close();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-24T12:00:00Z")));
        assertThat(VerifiedFiles.isKnown(file)).isFalse();
        store.verify(hash);
        assertThat(VerifiedFiles.isKnown(file)).isTrue();
        FileTime written = Files.getLastModifiedTime(file);
        Path copy = Files.copy(file, folder.resolve("copy"));
        Files.setLastModifiedTime(copy, written);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(VerifiedFiles.isKnown(file)).isFalse();
    }

    @Test
    void aLargeFileIsCheckedBehindItsOpeningAndNotGivenAgainWhenItIsDamaged() throws Exception {
        flip(Files.size(file) - 20);
        try (FolderSnapshotStore large = new FolderSnapshotStore(folder, 0)) {
            large.open(hash).close();
            large.awaitChecks();

            assertThatThrownBy(() -> large.open(hash))
                    .isInstanceOf(MissingSnapshot.class)
                    .hasMessageContaining("not what its name says");
        }
    }

    @Test
    void aLargeFileThatIsWholeStaysOpen() throws Exception {
        try (FolderSnapshotStore large = new FolderSnapshotStore(folder, 0)) {
            large.open(hash).close();
            large.awaitChecks();

            assertThat(large.open(hash).snapshot().size()).isEqualTo(81);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5})
    void damageThatIsNotSeenYetEndsInAnExceptionAtWorst(long seed) throws Exception {
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            byte[] bad = good.clone();
            for (int n = 0; n < 3; n++)
                bad[4096 + random.nextInt(bad.length - 4096)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            try (FolderSnapshotStore large = new FolderSnapshotStore(folder, 0)) {
                readAll(large.open(hash).snapshot());
            } catch (MissingSnapshot | IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
                assertThat(e).hasMessageNotContaining("SIGBUS");
            }
        }
    }

    @Test
    void leasesOpenAndCloseWhileOthersRead() throws Exception {
        double whole = readAll(store.open(hash).snapshot());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Double>> sums = new ArrayList<>();
            for (int i = 0; i < 400; i++)
                sums.add(threads.submit(() -> {
                    try (var lease = store.open(hash)) {
                        return readAll(lease.snapshot());
                    }
                }));
            for (Future<Double> sum : sums) assertThat(sum.get()).isEqualTo(whole);
        }
        assertThat(store.leases(hash)).isEqualTo(1);
    }

    private static double readAll(Snapshot snapshot) {
        double sum = 0;
        for (int feature : snapshot.find(-180, -90, 180, 90)) {
            sum += snapshot.integral(feature) + snapshot.geometry(feature).getNumPoints();
            for (int f = 0; f < snapshot.schema().fields().size(); f++) snapshot.value(feature, f);
        }
        return sum;
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
    void closedStoreAnswersNoMore() {
        Snapshot snapshot = store.open(hash).snapshot();
        store.close();
        assertThatThrownBy(() -> snapshot.integral(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.open(hash)).isInstanceOf(IllegalStateException.class);
    }
}
