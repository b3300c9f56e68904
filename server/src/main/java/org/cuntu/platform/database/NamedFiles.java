package org.cuntu.platform.database;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A module's say on which files under the home its records name; a bean. */
public interface NamedFiles {
    /**
     * @param path under the home, for example {@code snapshots/<hash>.snap}
     * @param sha256 of the content, 64 lower-case hexadecimal digits
     */
    record Named(Path path, String sha256) {}

    /** @param copy a state of the database; every file that it names is in the backup */
    List<Named> list(JdbcClient copy);
}
