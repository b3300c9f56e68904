package org.cuntu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cuntu.core.cases.internal.flow.FlowTables;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** An H2 database that every migration has made, once a process: new homes begin with a copy, as most tests are not about migrations. */
final class Migrated {
    private static @Nullable Path file;

    private Migrated() {}

    /** Puts the database into a home that has none yet. */
    static synchronized void into(Path home) {
        Path database = home.resolve("db/cuntu.mv.db");
        if (Files.exists(database)) return;
        try {
            if (file == null) file = made();
            Files.createDirectories(database.getParent());
            Files.copy(file, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made() throws IOException {
        Path folder = Files.createTempDirectory("cuntu-migrated");
        migrate("jdbc:h2:file:" + folder.resolve("cuntu"), "cuntu", "h2");
        Path made = folder.resolve("cuntu.mv.db");
        made.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        return made;
    }

    /** Every migration of the product, as its start runs them. */
    static void migrate(String url, String user, String vendor) {
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .javaMigrations(new FlowTables())
                .load()
                .migrate();
    }
}
