/**
 * Nothing lost (GB/T 22239-2019 level 3, 8.1.4.9): one encrypted archive of the database and of every file that this copy of
 * it names, made while the installation works, read again after it was written, restored only when every hash is right.
 *
 * <p>Guarantees that an archive is of one moment, that one which is damaged, cut, foreign or of another key is refused with
 * what is wrong, and that deleting waits while a backup is made. Relies on the home, the database, files and tasks. Start
 * with {@link org.cuntu.platform.backup.Backups}; the format is ADR 0028.
 */
@ApplicationModule(displayName = "Backup")
@NullMarked
package org.cuntu.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
