package org.cuntu.platform.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.tasks.TaskId;

/** The backups of the installation. Thread safe. */
public interface Backups {
    /** The kind of the task that makes one; its result names the archive. */
    String MAKE = "backup.make";

    /** The kind of the task that reads one again. */
    String VERIFY = "backup.verify";

    /** Asks for a backup now, and leaves its entry in the proof log; the one that is under way when there is one. */
    TaskId make();

    /**
     * Asks for an archive to be read again, every hash.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when there is no such backup, 409 when its archive is gone
     */
    TaskId verify(UUID id);

    /** The newest first, those that retention removed too. */
    List<BackupCopy> listNewest(int limit);

    /** The newest that can be restored. */
    Optional<BackupCopy> newest();

    /** Where archives lie. */
    Path folder();

    /** Whether the archives lie on the disk of the home: then both are lost together. */
    boolean isOnTheSameDisk();

    /** Where the key is kept. */
    Path keyFile();

    /** Why an administrator must look after the backups; empty when all is well, or when no backups are wanted here. */
    Optional<Alarm> alarm();

    /**
     * The newest backup is too old.
     *
     * @param age of the newest that can be restored; empty: there is none
     * @param limit what it may be
     */
    record Alarm(Optional<Duration> age, Duration limit) {}
}
