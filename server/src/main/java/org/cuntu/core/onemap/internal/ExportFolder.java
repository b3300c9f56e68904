package org.cuntu.core.onemap.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.tasks.TaskId;
import org.springframework.stereotype.Component;

/** Where exports lie until they are fetched: the home's {@code tmp/exports}; what is older than a day goes at the next export. */
@Component
class ExportFolder {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Home home;
    private final CityClock clock;

    ExportFolder(Home home, CityClock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** A finished export's file. */
    Path file(TaskId task, String ending) {
        return folder().resolve(task + "." + ending);
    }

    /** Where it is written before. */
    Path draft(TaskId task) {
        return folder().resolve(task + ".draft");
    }

    private Path folder() {
        try {
            return Files.createDirectories(home.tmp().resolve("exports"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what nobody fetched in a day. */
    void sweep() {
        Instant before = clock.now().minus(KEPT);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder())) {
            for (Path file : files) if (isOlder(file, before)) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
