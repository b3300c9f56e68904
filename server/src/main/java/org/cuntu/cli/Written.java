package org.cuntu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a result to a file, wholly or not at all. */
final class Written {
    private Written() {}

    static void whole(Path target, byte[] bytes) {
        put(target, draft -> Files.write(draft, bytes));
    }

    /** Moves what was made elsewhere, maybe on another disk, to its place. */
    static void moved(Path made, Path target) {
        put(target, draft -> Files.copy(made, draft, StandardCopyOption.REPLACE_EXISTING));
        try {
            Files.deleteIfExists(made);
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    private interface Filling {
        void on(Path draft) throws IOException;
    }

    private static void put(Path target, Filling filling) {
        Path folder = target.toAbsolutePath().getParent();
        try {
            Path draft = Files.createTempFile(folder, ".cuntu-", ".part");
            try {
                filling.on(draft);
                Files.move(draft, target.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    private static Stopped refused(Path target, IOException e) {
        return Stopped.with(
                Exit.INPUT_REFUSED, "cli.cannot-write", "path", target, "why", String.valueOf(e.getMessage()));
    }
}
