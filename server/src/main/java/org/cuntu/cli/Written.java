package org.cuntu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a result to a file, wholly or not at all. */
final class Written {
    private Written() {}

    static void whole(Path target, byte[] bytes) {
        Path folder = target.toAbsolutePath().getParent();
        try {
            Path draft = Files.createTempFile(folder, ".cuntu-", ".part");
            try {
                Files.write(draft, bytes);
                Files.move(draft, target.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw Stopped.with(
                    Exit.INPUT_REFUSED, "cli.cannot-write", "path", target, "why", String.valueOf(e.getMessage()));
        }
    }
}
