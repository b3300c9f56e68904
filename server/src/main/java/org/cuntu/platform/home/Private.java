package org.cuntu.platform.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read: tokens and passwords. On systems without POSIX modes the folder protects them. */
public final class Private {
    private Private() {}

    /** Writes whole and at once: a reader sees the old text or the new one, mode 0600 from the first byte on. */
    public static void write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(parent, "." + file.getFileName(), ".part");
        mode(draft, "rw-------");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes a file or folder from everybody but its owner. */
    public static void own(Path path) throws IOException {
        mode(path, Files.isDirectory(path) ? "rwx------" : "rw-------");
    }

    static void folder(Path folder) throws IOException {
        mode(folder, "rwx------");
    }

    private static void mode(Path path, String mode) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
