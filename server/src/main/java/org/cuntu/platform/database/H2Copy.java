package org.cuntu.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code BACKUP TO}: the file as it stands, with what is not committed; opening the copy takes that back, so the copy that
 * leaves here is whole, closed, and has been read.
 */
final class H2Copy implements DatabaseCopy {
    private static final String SUFFIX = ".mv.db";

    private final JdbcClient jdbc;
    private final Settings.Database settings;
    private final boolean lasting;

    H2Copy(JdbcClient jdbc, Settings.Database settings, boolean lasting) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.lasting = lasting;
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Override
    public String fileName() {
        return "cuntu" + SUFFIX;
    }

    @Override
    public <T> T copy(Path target, Function<JdbcClient, T> reading) {
        if (!lasting) throw new InputRefused(Problem.refused("home.database-in-memory", Problem.Place.UNKNOWN));
        Path zip = target.resolveSibling(target.getFileName() + ".zip");
        Path copy = target.resolveSibling("copy" + SUFFIX);
        try {
            jdbc.sql("backup to '" + zip.toString().replace("'", "''") + "'").update();
            unpack(zip, copy);
            T read = read(copy, reading);
            Files.move(copy, target);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(zip);
            delete(copy);
        }
    }

    private static void unpack(Path zip, Path copy) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.getName().endsWith(SUFFIX)) continue;
                Files.copy(entries, copy);
                return;
            }
        }
        throw new IOException("no database in H2's backup");
    }

    private <T> T read(Path copy, Function<JdbcClient, T> reading) {
        String name = copy.getFileName().toString();
        Path file = copy.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
        return OneSession.read(OneSession.ofFile(file), settings, reading);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
