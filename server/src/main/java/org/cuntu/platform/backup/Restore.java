package org.cuntu.platform.backup;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.cuntu.platform.backup.internal.Restoring;
import org.cuntu.platform.home.Settings;

/**
 * Makes a home out of an archive. Nothing serves it before every hash was compared; what fails leaves nothing behind.
 *
 * @param files that were restored
 * @param bytes of them
 * @param madeAt the moment that the home is back at, as text
 * @param logSize acts of the proof log that have a place
 * @param product version that made the archive
 */
public record Restore(int files, long bytes, String madeAt, long logSize, String product) {
    /**
     * Restores.
     *
     * @param home a folder that is not there, or empty
     * @param city code of the city's folder that the program works with
     * @param database where the records go: H2 under the home, or an empty PostgreSQL database
     * @param progress hears how many bytes of the archive were read
     * @throws org.cuntu.engine.problem.InputRefused with what is wrong: the archive is damaged, cut, foreign, of another key,
     *     city, kind of database or a newer version; or the home or database is not empty
     */
    public static Restore run(
            Path archive, Path home, ArchiveKey key, String city, Settings.Database database, LongConsumer progress) {
        return new Restoring(archive, home, key, city, database, progress).run();
    }
}
