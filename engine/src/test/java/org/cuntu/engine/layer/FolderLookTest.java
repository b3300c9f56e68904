package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLookTest {
    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();
    private FolderLook look;

    @BeforeEach
    void oneFileAndOneFolder() throws IOException {
        Files.createFile(folder.resolve("a.snap"));
        Files.createDirectory(folder.resolve("b.snap"));
        changedAt(1_000_000);
        look = new FolderLook(folder.toFile(), clock::get);
    }

    private void changedAt(long millis) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.fromMillis(millis));
    }

    private void pass(long millis) {
        clock.addAndGet(millis * 1_000_000);
    }

    @Test
    void tellsNothingUntilTheFolderHasRested() {
        assertThat(look.names()).isNull();
        pass(2_999);
        assertThat(look.names()).isNull();
        pass(1);
        assertThat(look.names()).containsExactly("a.snap");
        assertThat(look.names()).containsExactly("a.snap");
    }

    @Test
    void aChangeIsSeenAtOnceAndTheNewListAfterARest() throws IOException {
        look.names();
        pass(3_000);
        look.names();

        Files.delete(folder.resolve("a.snap"));
        Files.createFile(folder.resolve("c.snap"));
        changedAt(2_000_000);

        assertThat(look.names()).isNull();
        pass(3_000);
        assertThat(look.names()).containsExactly("c.snap");
    }

    /** Two changes in one tick of the folder's clock: the second is not told, and must not be missed. */
    @Test
    void aChangeInTheTickOfTheOneBeforeIsInTheList() throws IOException {
        look.names();
        Files.createFile(folder.resolve("c.snap"));
        changedAt(1_000_000);
        pass(3_000);

        assertThat(look.names()).containsExactlyInAnyOrder("a.snap", "c.snap");
    }

    @Test
    void aFolderThatIsGoneTellsNothing() throws IOException {
        FolderLook none = new FolderLook(folder.resolve("none").toFile(), clock::get);
        none.names();
        pass(3_000);

        assertThat(none.names()).isNull();
    }
}
