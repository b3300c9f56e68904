package org.cuntu.platform.backup.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.backup.ArchiveKey;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.database.DatabaseCopy;
import org.cuntu.platform.database.NamedFiles;
import org.cuntu.platform.files.DeletionHold;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Version;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one backup (contracts 8): the database first, then every file that this copy names, while nothing is deleted; reads
 * the archive again; only then is there a row. A run that breaks off leaves a draft, which its next run writes over.
 */
@Component
class BackupMaking implements TaskKind {
    private static final String UNIT = "bytes";

    private final Home home;
    private final BackupPlace place;
    private final DatabaseCopy database;
    private final ObjectProvider<NamedFiles> modules;
    private final DeletionHold hold;
    private final BackupTable table;
    private final Retention retention;
    private final ProofLog proof;
    private final CityClock clock;
    private final CityFolder city;
    private final TransactionTemplate transaction;

    BackupMaking(
            Home home,
            BackupPlace place,
            DatabaseCopy database,
            ObjectProvider<NamedFiles> modules,
            DeletionHold hold,
            BackupTable table,
            Retention retention,
            ProofLog proof,
            CityClock clock,
            CityFolder city,
            TransactionTemplate transaction) {
        this.home = home;
        this.place = place;
        this.database = database;
        this.modules = modules;
        this.hold = hold;
        this.table = table;
        this.retention = retention;
        this.proof = proof;
        this.clock = clock;
        this.city = city;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return Backups.MAKE;
    }

    @Override
    public TaskResult run(TaskContext context) throws IOException {
        UUID id = context.id().value();
        Instant now = clock.now();
        long started = System.nanoTime();
        Path archive = place.archive(now, id);
        Path draft = archive.resolveSibling("." + id + ".part");
        List<Problem> warnings = new ArrayList<>();
        Files.createDirectories(archive.getParent());
        try (DeletionHold.Held held = hold.take()) {
            ArchiveKey key = place.key();
            Manifest manifest = write(draft, key, now, context, warnings);
            long size = Files.size(draft);
            // the archive is about as long as what was read for it, or shorter
            ArchiveReader.read(draft, key, new Discarded(read -> context.progress(size + read, 2 * size, UNIT)));
            context.progress(2 * size, 2 * size, UNIT);
            String sha256 = Digests.of(draft);
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
            Durable.folder(Objects.requireNonNull(archive.getParent()));
            BackupCopy made = new BackupCopy(
                    id,
                    now,
                    archive,
                    size,
                    sha256,
                    manifest.entries().size(),
                    Boolean.parseBoolean(context.params().get("scheduled")),
                    context.actor(),
                    (System.nanoTime() - started) / 1_000_000,
                    manifest.logSize(),
                    clock.now(),
                    null,
                    null,
                    true);
            keep(made);
            retention.apply();
            return new TaskResult(said(made), warnings);
        } catch (ArchiveFault e) {
            throw e.refused(String.valueOf(archive.getFileName()));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void keep(BackupCopy made) {
        String name = String.valueOf(made.file().getFileName());
        transaction.executeWithoutResult(status -> {
            table.add(made);
            proof.append(new ProofAct(made.by(), "backup:copy:make", name, made.sha256()));
        });
    }

    private Map<String, Object> said(BackupCopy made) {
        return Map.of(
                "id", made.id().toString(),
                "file", made.file().toString(),
                "size", made.size(),
                "sha256", made.sha256(),
                "entries", made.entries(),
                "madeAt", made.madeAt().toString(),
                "millis", made.tookMillis(),
                "key", place.keyFile().toString());
    }

    private Manifest write(Path draft, ArchiveKey key, Instant now, TaskContext context, List<Problem> warnings)
            throws IOException {
        Path work = Files.createDirectories(home.tmp().resolve("backup-" + context.id()));
        try (ArchiveWriter writer = new ArchiveWriter(draft, place.header(key, now), key)) {
            Path copy = work.resolve(database.fileName());
            Files.deleteIfExists(copy);
            context.progress(0, 0, UNIT);
            CopiedState state = database.copy(
                    copy, jdbc -> CopiedState.read(jdbc, modules.orderedStream().toList()));
            List<Path> more = besides();
            Written written = new Written(context, total(copy, state, more));
            writer.add("db/" + database.fileName(), copy, written);
            for (NamedFiles.Named named : state.files()) add(writer, named, written, warnings);
            for (Path file : more) writer.add(slashes(home.root().relativize(file)), file, written);
            Manifest manifest = new Manifest(
                    context.id().toString(),
                    Version.TEXT,
                    city.code(),
                    now.toString(),
                    database.kind(),
                    state.tables(),
                    state.logSize(),
                    state.logRoot(),
                    writer.entries());
            writer.finish(manifest);
            return manifest;
        } finally {
            delete(work);
        }
    }

    /** What the records name and the disk has lost is said, and the rest is saved. */
    private void add(ArchiveWriter writer, NamedFiles.Named named, Written written, List<Problem> warnings)
            throws IOException {
        String path = slashes(named.path());
        Path file = home.root().resolve(named.path());
        if (!Files.isRegularFile(file)) {
            warnings.add(Problem.warning("backup.file-missing", Problem.Place.file(path), "file", path));
            return;
        }
        writer.add(path, file, written);
        if (!writer.entries().getLast().sha256().equals(named.sha256()))
            warnings.add(Problem.warning("backup.file-damaged", Problem.Place.file(path), "file", path));
    }

    /** Keys but the backup's own, the node's name, and what lies in the home itself. */
    private List<Path> besides() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> keys = Files.walk(home.keys())) {
            keys.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(place.keyFile()))
                    .filter(file -> !String.valueOf(file.getFileName()).endsWith(".part"))
                    .sorted()
                    .forEach(found::add);
        }
        for (String name : List.of("db/node", "demo.json", "showcase.geojson"))
            if (Files.isRegularFile(home.root().resolve(name)))
                found.add(home.root().resolve(name));
        return found;
    }

    private long total(Path copy, CopiedState state, List<Path> more) throws IOException {
        long total = Files.size(copy);
        for (Path file : more) total += Files.size(file);
        for (NamedFiles.Named named : state.files()) {
            Path file = home.root().resolve(named.path());
            if (Files.isRegularFile(file)) total += Files.size(file);
        }
        return total;
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Writing is the first half of the work. */
    private static final class Written implements ArchiveWriter.Progress {
        private final TaskContext context;
        private final long total;
        private long done;

        private Written(TaskContext context, long total) {
            this.context = context;
            this.total = total;
        }

        @Override
        public void more(int bytes) {
            done += bytes;
            context.progress(done, 2 * total, UNIT);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
