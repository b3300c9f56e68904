package org.cuntu.engine.layer;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * The folder of snapshot files, each named {@code <hash>.snap} (contracts 8). Readers hold counted leases. Thread safe.
 */
public interface SnapshotStore extends AutoCloseable {
    /** A counted hold on an open snapshot: {@code try (var lease = store.open(hash)) { lease.snapshot() … }}. */
    interface Lease extends AutoCloseable {
        Snapshot snapshot();

        @Override
        void close();
    }

    /**
     * Opens a snapshot, or shares the one that is open.
     *
     * @throws MissingSnapshot when no such file is there or it is damaged
     */
    Lease open(String hash);

    boolean contains(String hash);

    /** {@link #contains} of many, looked up together as far as can be; for use at once. */
    default Predicate<String> contained() {
        return this::contains;
    }

    Path folder();

    @Override
    void close();

    /** The file of a snapshot is missing or damaged; its layer is NOT_ANSWERED. */
    final class MissingSnapshot extends RuntimeException {
        public MissingSnapshot(String hash, String why) {
            super("snapshot " + hash + ": " + why);
        }
    }
}
