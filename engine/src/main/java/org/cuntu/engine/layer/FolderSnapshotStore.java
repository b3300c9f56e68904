package org.cuntu.engine.layer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.cuntu.engine.layer.SnapshotHeader.DamagedSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots in one folder. A file is mapped when first asked for and stays mapped, one shared arena a file, until the
 * store is closed. Opening checks the header and, up to {@value #HASHED_AT_OPENING} bytes, the whole content against
 * the name, unless this process has done so before and the file is still the same one ({@link VerifiedFiles}). The content of a larger
 * file is checked behind the first opening, at some 1.3 GB a second; from the moment it is found damaged it is not given any more.
 * Thread safe.
 */
public final class FolderSnapshotStore implements SnapshotStore {
    private static final long HASHED_AT_OPENING = 64L << 20;

    private static final String ENDING = ".snap";

    private final Path folder;
    private final FolderLook look;
    private final String place;
    private final long hashedAtOpening;
    private final Object oneCheck = new Object();
    private final List<Thread> checks = new ArrayList<>();
    private final Map<String, Open> open = new HashMap<>();
    private boolean closed;

    private static final class Open {
        final Arena arena;
        final MappedSnapshot snapshot;
        int leases;

        @Nullable
        MissingSnapshot damage;

        Open(Arena arena, MappedSnapshot snapshot) {
            this.arena = arena;
            this.snapshot = snapshot;
        }
    }

    /** A store on a folder, which is made when it is not there. */
    public FolderSnapshotStore(Path folder) {
        this(folder, HASHED_AT_OPENING);
    }

    /** @param hashedAtOpening files up to so many bytes are checked before they are given */
    FolderSnapshotStore(Path folder, long hashedAtOpening) {
        this.folder = folder;
        this.place = folder + File.separator;
        this.hashedAtOpening = hashedAtOpening;
        this.look = new FolderLook(folder.toFile(), System::nanoTime);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Lease open(String hash) {
        if (closed) throw new IllegalStateException("the snapshot store is closed");
        Open entry = open.get(hash);
        if (entry == null) {
            entry = map(hash);
            open.put(hash, entry);
        }
        if (entry.damage != null) throw entry.damage;
        entry.leases++;
        return new CountedLease(entry);
    }

    @Override
    public boolean contains(String hash) {
        // the older way to a file's attributes is the shorter one
        return isName(hash) && new File(place + hash + ENDING).isFile();
    }

    /** Asked for every layer of every review. */
    @Override
    public Predicate<String> contained() {
        Set<String> names = look.names();
        return names == null ? this::contains : hash -> isName(hash) && names.contains(hash + ENDING);
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** The number of leases on a snapshot that have not been closed. */
    public synchronized int leases(String hash) {
        Open entry = open.get(hash);
        return entry == null ? 0 : entry.leases;
    }

    /**
     * Reads a whole file and compares it with its name.
     *
     * @throws MissingSnapshot when it is missing or damaged
     */
    public void verify(String hash) {
        if (!contains(hash)) throw new MissingSnapshot(hash, "there is no such file");
        try {
            if (!VerifiedFiles.hash(file(hash), hash).equals(hash))
                throw new MissingSnapshot(hash, "its content is not what its name says");
        } catch (IOException e) {
            throw new MissingSnapshot(hash, "it cannot be read: " + e.getMessage());
        }
    }

    /** Unmaps every file; snapshots that are still leased throw from now on. */
    @Override
    public synchronized void close() {
        closed = true;
        for (Open entry : open.values()) entry.arena.close();
        open.clear();
    }

    private Open map(String hash) {
        if (!contains(hash)) throw new MissingSnapshot(hash, "there is no such file");
        Arena arena = Arena.ofShared();
        boolean mapped = false;
        try {
            MappedSnapshot snapshot = MappedSnapshot.map(file(hash), hash, arena);
            Open entry = new Open(arena, snapshot);
            if (!VerifiedFiles.isKnown(file(hash))) {
                if (Files.size(file(hash)) <= hashedAtOpening) verify(hash);
                else verifyLater(hash, entry);
            }
            mapped = true;
            return entry;
        } catch (IOException e) {
            throw new MissingSnapshot(hash, "it cannot be read: " + e.getMessage());
        } catch (DamagedSnapshot | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new MissingSnapshot(hash, String.valueOf(e.getMessage()));
        } finally {
            if (!mapped) arena.close();
        }
    }

    private void verifyLater(String hash, Open entry) {
        checks.removeIf(check -> !check.isAlive());
        checks.add(Thread.ofPlatform().daemon().name("snapshot-check").start(() -> {
            // one after another: all of them at once would only fight for the disk
            synchronized (oneCheck) {
                try {
                    verify(hash);
                } catch (MissingSnapshot e) {
                    setDamage(entry, e);
                }
            }
        }));
    }

    private synchronized void setDamage(Open entry, MissingSnapshot damage) {
        entry.damage = damage;
    }

    /** Returns when no check is running. */
    void awaitChecks() throws InterruptedException {
        List<Thread> running;
        synchronized (this) {
            running = List.copyOf(checks);
        }
        for (Thread check : running) check.join();
    }

    private Path file(String hash) {
        return folder.resolve(hash + ENDING);
    }

    private static boolean isName(String hash) {
        if (hash.length() != 64) return false;
        for (int i = 0; i < 64; i++) {
            char digit = hash.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) return false;
        }
        return true;
    }

    private final class CountedLease implements Lease {
        private final Open entry;
        private final AtomicBoolean given = new AtomicBoolean();

        CountedLease(Open entry) {
            this.entry = entry;
        }

        @Override
        public Snapshot snapshot() {
            return entry.snapshot;
        }

        @Override
        public void close() {
            if (given.getAndSet(true)) return;
            synchronized (FolderSnapshotStore.this) {
                entry.leases--;
            }
        }
    }
}
