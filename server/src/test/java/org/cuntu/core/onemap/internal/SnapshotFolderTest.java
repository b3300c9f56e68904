package org.cuntu.core.onemap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.Releases;
import org.cuntu.platform.files.DeletionHold;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of snapshot files (contracts 8). */
class SnapshotFolderTest {
    private static final String LAYER = "STBHHX";

    private final TestApplication application = TestApplication.onH2();
    private final SnapshotFolder folder = application.bean(SnapshotFolder.class);

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    @Test
    void aFileWithoutARowGoesAfterADay() throws IOException {
        Path old = aged(file(Squares.snapshot(application, LAYER, 301)), Duration.ofHours(25));
        Path young = aged(file(Squares.snapshot(application, LAYER, 302)), Duration.ofHours(23));

        folder.warmUp();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void nothingGoesWhileABackupIsMade() throws IOException {
        Path old = aged(file(Squares.snapshot(application, LAYER, 306)), Duration.ofHours(25));

        try (DeletionHold.Held held = application.bean(DeletionHold.class).take()) {
            folder.warmUp();
            assertThat(old).exists();
        }
        folder.warmUp();
        assertThat(old).doesNotExist();
    }

    @Test
    void aFileWithARowStaysHoweverOldAlsoWhenItWasWithdrawn() throws IOException {
        Releases releases = application.bean(Releases.class);
        String hash = Squares.snapshot(application, LAYER, 303);
        Releases.Released released = releases.release(
                new ReleaseRequest.Release(LAYER, hash, LocalDate.of(2025, 12, 31), "delivery", false));
        releases.release(new ReleaseRequest.Withdrawal(LAYER, released.entry().id(), "mistake"));
        Path file = aged(file(hash), Duration.ofDays(1000));

        folder.warmUp();

        assertThat(file).exists();
    }

    @Test
    void whatAKilledProcessWasWritingGoesAtTheNextStartAndNotWhatThisOneWrites() throws IOException {
        Path drafts = Files.createDirectories(application.home().resolve("snapshots/tmp"));
        Instant began =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Path left = Files.writeString(drafts.resolve("left.draft"), "half");
        Files.setLastModifiedTime(left, FileTime.from(began.minusSeconds(1)));
        Path writing = Files.writeString(drafts.resolve("writing.draft"), "half");

        folder.warmUp();

        assertThat(left).doesNotExist();
        assertThat(writing).exists();
        Files.delete(writing);
    }

    @Test
    void aFileOfALayerInForceThatIsGoneIsSaidInTheHealth() throws IOException {
        String hash = Squares.snapshot(application, LAYER, 304);
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release(LAYER, hash, LocalDate.of(2025, 12, 31), "delivery", false));
        assertThat(folder.why()).isEmpty();

        Files.delete(file(hash));

        assertThat(folder.why().orElseThrow()).contains(LAYER);
    }

    private Path file(String hash) {
        return application.home().resolve("snapshots/" + hash + ".snap");
    }

    private Path aged(Path file, Duration age) throws IOException {
        return Files.setLastModifiedTime(
                file, FileTime.from(application.clock().instant().minus(age)));
    }
}
