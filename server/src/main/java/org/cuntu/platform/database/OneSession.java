package org.cuntu.platform.database;

import java.nio.file.Path;
import java.util.function.Function;
import org.cuntu.platform.home.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database that no application has open, asked in one session: opening an H2 file takes the whole of it in hand, and so does
 * closing. Nothing holds it afterwards.
 */
final class OneSession {
    private OneSession() {}

    /** @param file without {@code .mv.db}; it has to be there */
    static String ofFile(Path file) {
        return "jdbc:h2:file:" + file + ";IFEXISTS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    static <T> T read(String url, Settings.Database settings, Function<JdbcClient, T> reading) {
        try (SingleConnectionDataSource source =
                new SingleConnectionDataSource(url, settings.user(), settings.password(), true)) {
            return reading.apply(JdbcClient.create(source));
        }
    }
}
