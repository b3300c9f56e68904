package org.cuntu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for the files of one run, gone when the JVM ends. */
final class WorkFolder {
    private WorkFolder() {}

    /** @param home a home in whose {@code tmp} it lies; null for the machine's */
    static Path make(@Nullable Path home) throws IOException {
        Path folder = home == null
                ? Files.createTempDirectory("cuntu-bench")
                : Files.createTempDirectory(Files.createDirectories(home.resolve("tmp")), "bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
    }

    /** Twice, since a worker that is being stopped may still write. */
    private static void remove(Path folder) {
        for (int i = 0; i < 2; i++) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
                return;
            } catch (IOException | java.io.UncheckedIOException e) {
                continue;
            }
        }
    }
}
