package org.cuntu.engine.layer;

import java.nio.file.Path;

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
