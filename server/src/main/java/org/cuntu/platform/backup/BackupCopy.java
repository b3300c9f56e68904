package org.cuntu.platform.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was made and read again.
 *
 * @param madeAt the moment that it holds: when the copy of the database was begun
 * @param file where the archive lies, or lay
 * @param size bytes of the archive
 * @param sha256 of the archive
 * @param entries files in it
 * @param scheduled by the timetable; else somebody asked
 * @param by who asked
 * @param tookMillis from the copy of the database to the end of the verification
 * @param logSize acts of the proof log that have a place, as of the copy
 * @param verifiedAt when it was last read whole with every hash right
 * @param fault the code of what the last verification found; null: nothing
 * @param removedAt when retention took the archive away; null: it is kept
 * @param present whether the archive is there now
 */
public record BackupCopy(
        UUID id,
        Instant madeAt,
        Path file,
        long size,
        String sha256,
        int entries,
        boolean scheduled,
        String by,
        long tookMillis,
        long logSize,
        Instant verifiedAt,
        @Nullable String fault,
        @Nullable Instant removedAt,
        boolean present) {
    /** Whether it can be restored, as far as is known. */
    public boolean isUsable() {
        return present && fault == null && removedAt == null;
    }
}
