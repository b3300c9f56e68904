package org.cuntu.platform.database;

import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies the whole database while it is worked with, as of one moment: H2 by its own {@code BACKUP}, PostgreSQL by
 * {@code pg_dump} in one exported snapshot (contracts 8). Thread safe.
 */
public interface DatabaseCopy {
    DatabaseKind kind();

    /** The name that the copy has under {@code db/} of a backup. */
    String fileName();

    /**
     * Writes the copy.
     *
     * @param target a file that is not there yet
     * @param reading reads exactly the state that is copied
     * @return what was read
     * @throws org.cuntu.engine.problem.InputRefused when the database cannot be copied: it is in memory, or {@code pg_dump} is
     *     missing or failed
     */
    <T> T copy(Path target, Function<JdbcClient, T> reading);
}
