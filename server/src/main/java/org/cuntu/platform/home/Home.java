package org.cuntu.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of everything a city owns (contracts 1): {@code db/ snapshots/ files/ keys/ tmp/ logs/}. One process holds a
 * home, by a lock on {@code home/lock} that ends with the process. Without a folder the home is transient: its parts lie in
 * the system's temporary folder and go when it is closed. Thread safe.
 */
public final class Home implements AutoCloseable {
    private static final List<String> PARTS = List.of("db", "snapshots", "files", "keys", "tmp", "logs");

    private final Path root;
    private final boolean lasting;
    private final @Nullable FileChannel channel;
    private final @Nullable FileLock lock;

    private Home(Path root, boolean lasting, @Nullable FileChannel channel, @Nullable FileLock lock) {
        this.root = root;
        this.lasting = lasting;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folders that are missing, and takes the lock.
     *
     * @throws HomeBusy when another process holds it
     */
    public static Home open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            for (String part : PARTS) Files.createDirectories(root.resolve(part));
            Private.folder(root.resolve("keys"));
            channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) return new Home(root, true, channel, lock);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("home " + root, e);
        }
        throw new HomeBusy(root);
    }

    /** A home that leaves nothing behind. */
    public static Home inMemory() {
        try {
            Path root = Files.createTempDirectory("cuntu-");
            for (String part : PARTS) Files.createDirectories(root.resolve(part));
            return new Home(root, false, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    /** Whether what is written here stays when the process ends. */
    public boolean lasting() {
        return lasting;
    }

    public Path db() {
        return root.resolve("db");
    }

    public Path snapshots() {
        return root.resolve("snapshots");
    }

    public Path files() {
        return root.resolve("files");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path tmp() {
        return root.resolve("tmp");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Port, token and process of the server that runs on this home. */
    public Path runFile() {
        return root.resolve("run.json");
    }

    @Override
    public void close() {
        try {
            if (lock != null && lock.isValid()) lock.release();
            if (channel != null) channel.close();
            if (!lasting) deleteAll(root);
        } catch (IOException e) {
            throw new UncheckedIOException("home " + root, e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
