package org.cuntu.engine.layer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A folder of snapshot files. The first opening checks the file's SHA-256 against its name; a snapshot stays mapped while it
 * is leased and until the store closes.
 */
public final class FolderSnapshotStore implements SnapshotStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Map<String, MappedSnapshot> open = new HashMap<>();
    private boolean closed;
    private int leases;

    public FolderSnapshotStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public synchronized Lease open(String hash) {
        if (closed) throw new IllegalStateException("the store is closed");
        MappedSnapshot snapshot = open.computeIfAbsent(hash, this::map);
        leases++;
        return new Lease() {
            private boolean given;

            @Override
            public Snapshot snapshot() {
                return snapshot;
            }

            @Override
            public void close() {
                giveBack(given);
                given = true;
            }
        };
    }

    private synchronized void giveBack(boolean already) {
        if (already) return;
        leases--;
        notifyAll();
    }

    private MappedSnapshot map(String hash) {
        Path file = path(hash);
        if (!Files.exists(file)) throw new MissingSnapshot(hash, "no such file");
        try {
            String actual = sha256(file);
            if (!actual.equals(hash)) throw new MissingSnapshot(hash, "the file's content has the hash " + actual);
            return MappedSnapshot.open(file, hash);
        } catch (IOException | IllegalArgumentException e) {
            throw new MissingSnapshot(hash, String.valueOf(e.getMessage()));
        }
    }

    private Path path(String hash) {
        if (!HASH.matcher(hash).matches()) throw new MissingSnapshot(hash, "not a SHA-256");
        return folder.resolve(hash + ".snap");
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0; n = in.read(block)) digest.update(block, 0, n);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean contains(String hash) {
        return Files.exists(path(hash));
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** Waits for the leases, then unmaps every file. */
    @Override
    public synchronized void close() {
        closed = true;
        boolean interrupted = false;
        while (leases > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        open.values().forEach(MappedSnapshot::close);
        open.clear();
        if (interrupted) Thread.currentThread().interrupt();
    }
}
