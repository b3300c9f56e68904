package org.cuntu.platform.database;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC address. A file H2 must carry {@code WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE}: by default it loses half a second of
 * acknowledged commits when the process is killed (contracts 9).
 *
 * @param value as the driver wants it
 */
record DatabaseUrl(String value) {
    private static final String SAFE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    static DatabaseUrl of(@Nullable String configured, Home home) {
        if (configured != null) return checked(configured);
        if (!home.lasting()) return new DatabaseUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new DatabaseUrl("jdbc:h2:file:" + home.db().resolve("cuntu") + SAFE);
    }

    private static DatabaseUrl checked(String url) {
        String upper = url.toUpperCase(Locale.ROOT);
        boolean file = upper.startsWith("JDBC:H2:") && !upper.startsWith("JDBC:H2:MEM:");
        List<String> options = List.of(upper.split(";"));
        boolean safe = options.contains("WRITE_DELAY=0") && options.contains("DB_CLOSE_ON_EXIT=FALSE");
        boolean known = upper.startsWith("JDBC:H2:") || upper.startsWith("JDBC:POSTGRESQL:");
        if (!known) throw refused("home.database-unknown", url);
        if (file && !safe) throw refused("home.database-unsafe", url);
        return new DatabaseUrl(url);
    }

    private static InputRefused refused(String code, String url) {
        return new InputRefused(Problem.refused(
                code, Problem.Place.UNKNOWN, "url", url.replaceAll("(?i)(password=)[^&;]*", "$1…"), "needed", SAFE));
    }

    /** Whether no other process can have the database open. */
    static boolean isEmbedded(String url) {
        String upper = url.toUpperCase(Locale.ROOT);
        return (upper.startsWith("JDBC:H2:MEM:") || upper.startsWith("JDBC:H2:FILE:"))
                && !upper.contains("AUTO_SERVER")
                && !upper.contains("FILE_LOCK");
    }

    boolean isH2() {
        return value.startsWith("jdbc:h2:");
    }
}
