package org.cuntu.platform.backup.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.backup.ArchiveKey;
import org.cuntu.platform.backup.Restore;
import org.cuntu.platform.database.DatabaseKind;
import org.cuntu.platform.database.DatabaseRestore;
import org.cuntu.platform.home.Private;
import org.cuntu.platform.home.Settings;

/** One restoring: everything is unpacked beside the home, compared, and only then becomes the home. */
public final class Restoring {
    private static final String H2 = "db/cuntu.mv.db";
    private static final String POSTGRES = "db/cuntu.pgdump";

    private final Path archive;
    private final Path home;
    private final Path work;
    private final ArchiveKey key;
    private final String city;
    private final Settings.Database settings;
    private final LongConsumer progress;

    public Restoring(
            Path archive, Path home, ArchiveKey key, String city, Settings.Database settings, LongConsumer progress) {
        this.archive = archive;
        this.home = home;
        this.work = home.resolveSibling("." + home.getFileName() + ".restoring");
        this.key = key;
        this.city = city;
        this.settings = settings;
        this.progress = progress;
    }

    public Restore run() {
        String name = String.valueOf(archive.getFileName());
        try {
            if (!Files.isRegularFile(archive)) throw refused("backup.no-archive", "file", archive);
            if (Files.exists(work)) throw refused("backup.home-not-empty", "home", work);
            checkEmpty();
            checkCity();
            try {
                Files.createDirectories(work.resolve("tmp"));
                Manifest manifest = ArchiveReader.read(archive, key, new Unpacked());
                Files.createDirectories(home);
                moveIn();
                putBack(manifest);
                return new Restore(
                        manifest.entries().size(),
                        manifest.entries().stream()
                                .mapToLong(Manifest.Entry::size)
                                .sum(),
                        manifest.madeAt(),
                        manifest.logSize(),
                        manifest.product());
            } finally {
                delete(work);
            }
        } catch (ArchiveFault e) {
            throw e.refused(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkEmpty() throws IOException {
        if (!Files.exists(home)) return;
        try (Stream<Path> there = Files.list(home)) {
            if (there.findAny().isPresent()) throw refused("backup.home-not-empty", "home", home);
        }
    }

    private void checkCity() throws IOException {
        try (SealedInput sealed = SealedInput.open(archive, key)) {
            // the first chunk shows that the header is the one that was sealed
            sealed.read();
            String other = sealed.header().city();
            if (!other.equals(city)) throw refused("backup.other-city", "city", other, "here", city);
        }
    }

    private final class Unpacked implements ArchiveReader.Taker {
        @Override
        public OutputStream entry(String path) throws IOException {
            if (path.equals(H2)) database().check(DatabaseKind.H2);
            if (path.equals(POSTGRES)) database().check(DatabaseKind.POSTGRESQL);
            Path file = work.resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.newOutputStream(file);
        }

        @Override
        public void progress(long read) {
            progress.accept(read);
        }
    }

    private DatabaseRestore database() {
        return new DatabaseRestore(settings, home.resolve("db"));
    }

    private void moveIn() throws IOException {
        try (Stream<Path> parts = Files.list(work)) {
            for (Path part : parts.toList()) Files.move(part, home.resolve(part.getFileName()));
        }
        try (Stream<Path> keys = Files.walk(home.resolve("keys"))) {
            for (Path file : keys.toList()) Private.own(file);
        } catch (java.nio.file.NoSuchFileException e) {
            Files.createDirectories(home.resolve("keys"));
        }
    }

    /** The database back in its place, and compared row by row of its tables and by the head of its log. */
    private void putBack(Manifest manifest) throws IOException {
        DatabaseRestore database = database();
        try {
            if (manifest.database() == DatabaseKind.POSTGRESQL) {
                Path copy = Files.move(home.resolve(POSTGRES), home.resolve("tmp/cuntu.pgdump"));
                database.restore(copy);
                Files.delete(copy);
            }
            CopiedState restored = database.read(jdbc -> CopiedState.read(jdbc, List.of()));
            if (!restored.tables().equals(manifest.tables())) throw new ArchiveFault("backup.other-rows", H2);
            if (restored.logSize() != manifest.logSize() || !restored.logRoot().equals(manifest.logRoot()))
                throw new ArchiveFault("backup.other-rows", "proof_head");
        } catch (IOException | RuntimeException e) {
            delete(home);
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
