package org.cuntu.platform.database;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a copy made by {@link DatabaseCopy} back: into the folder of a new home, or into an empty PostgreSQL database. */
public final class DatabaseRestore {
    private static final String TABLES = """
            select table_name from information_schema.tables
            where lower(table_schema) = 'public' and table_type = 'BASE TABLE' order by lower(table_name)""";

    private final Settings.Database settings;
    private final Path db;

    /** @param db the {@code db/} of the new home */
    public DatabaseRestore(Settings.Database settings, Path db) {
        this.settings = settings;
        this.db = db;
    }

    /**
     * Refuses what cannot be restored here, before anything is written.
     *
     * @throws InputRefused when the copy is of the other kind of database, or the PostgreSQL database is not empty
     */
    public void check(DatabaseKind copied) {
        DatabaseKind here = settings.url() == null ? DatabaseKind.H2 : DatabaseKind.of(settings.url());
        if (here != copied) throw refused("home.database-other-kind", "copied", copied, "here", here);
        if (here != DatabaseKind.POSTGRESQL) return;
        long tables = read(jdbc -> jdbc.sql(TABLES).query(String.class).list()).stream()
                .filter(name -> !name.equals("spatial_ref_sys"))
                .count();
        if (tables > 0) throw refused("home.database-not-empty", "tables", tables);
    }

    /** Reads a PostgreSQL copy into the configured database. A copy of H2 is its file: it lies where it belongs. */
    public void restore(Path copy) {
        read(jdbc -> jdbc.sql("create extension if not exists postgis").update());
        new PostgresTools(settings)
                .run(
                        "pg_restore",
                        // all or nothing; the schema itself is there already, so only what is in it
                        List.of("--no-owner", "--no-acl", "--single-transaction", "--schema=public", copy.toString()));
    }

    /** Reads the restored database, before an application has opened it. */
    public <T> T read(Function<JdbcClient, T> reading) {
        String url = settings.url() == null ? OneSession.ofFile(db.resolve("cuntu")) : settings.url();
        return OneSession.read(url, settings, reading);
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
