package org.cuntu.platform.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.backup.ArchiveKey;
import org.cuntu.platform.backup.BackupCopy;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.backup.Restore;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of an installation that is at work; and what a restored one shows. */
abstract class BackupsContract {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private Path home;
    private TestApplication application;

    private String[] settings = {};

    /** Settings of the database of a new installation; each call is another database. */
    abstract String[] database();

    /** The same installation, in which nobody runs tasks. */
    private String[] idle() {
        List<String> idle = new ArrayList<>(List.of(settings));
        idle.add("cuntu.tasks.run=false");
        return idle.toArray(String[]::new);
    }

    @BeforeEach
    void start() {
        home = folder.resolve("home");
        settings = database();
        application = TestApplication.start(home, false, settings);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void whatWasKeptBeforeIsThereAfterDestroyingAndRestoring() {
        List<String> kept = List.of(keep("first"), keep("second"));
        String leaf = application.bean(ProofLog.class).listNewest(1).getFirst().leaf();
        BackupCopy copy = backedUp();
        String later = keep("after the backup");
        destroyHome();

        restored(copy, restored -> {
            org.cuntu.platform.files.Files files = restored.bean(org.cuntu.platform.files.Files.class);
            for (String sha256 : kept) assertThat(opened(files, sha256)).isIn("first", "second");
            assertThat(files.find(later)).isEmpty();
            assertThat(restored.bean(ProofLog.class).find(leaf)).isPresent();
        });
    }

    @Test
    void aBackupUnderConcurrentWritesIsOfOneMoment() {
        AtomicBoolean going = new AtomicBoolean(true);
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; going.get(); i++) keep("while it is made " + i);
        });
        try {
            TestApplication.eventually("something is written", () -> rows(application) > 20);
            BackupCopy copy = backedUp();
            going.set(false);
            join(writer);
            long after = rows(application);
            destroyHome();

            restored(copy, restored -> {
                List<String> named = restored.jdbc()
                        .sql("select sha256 from kept_file")
                        .query(String.class)
                        .list();
                assertThat(named.size()).isBetween(20, (int) after);
                // each row's file, and each row's act: both or neither
                org.cuntu.platform.files.Files files = restored.bean(org.cuntu.platform.files.Files.class);
                for (String sha256 : named) assertThat(opened(files, sha256)).startsWith("while it is made");
                long acts = restored.jdbc()
                        .sql("select count(*) from proof_entry where act = 'files:file:keep'")
                        .query(Long.class)
                        .single();
                assertThat(acts).isEqualTo(named.size());
                assertLogVerifies(restored);
            });
        } finally {
            going.set(false);
        }
    }

    @Test
    void theBackupIsAnEntryOfTheLogAndSaysWhereItLies() {
        keep("something");

        BackupCopy copy = backedUp();

        assertThat(copy.file()).isRegularFile().hasParent(home.resolve("backups"));
        assertThat(copy.fault()).isNull();
        assertThat(application.bean(Backups.class).newest()).contains(copy);
        assertThat(application.bean(ProofLog.class).listNewest(20).stream()
                        .filter(entry -> entry.act().act().equals("backup:copy:make"))
                        .map(entry -> entry.act().digest()))
                .containsExactly(copy.sha256());
        assertThat(home.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void whoAsksTwiceIsGivenTheOneThatIsUnderWay() {
        application.close();
        application = TestApplication.start(home, false, idle());
        Backups backups = application.bean(Backups.class);

        assertThat(backups.make()).isEqualTo(backups.make());
    }

    @Test
    void anArchiveThatWasDamagedSinceIsFoundByTheNextVerification() throws IOException {
        BackupCopy copy = backedUp();
        byte[] bytes = Files.readAllBytes(copy.file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy.file(), bytes);

        TaskView view = ended(application.bean(Backups.class).verify(copy.id()));

        assertThat(view.state()).isEqualTo(TaskState.FAILED);
        assertThat(view.problems().getFirst().code()).isEqualTo("backup.damaged");
        assertThat(application.bean(Backups.class).newest()).isEmpty();
        assertThat(application.bean(Backups.class).listNewest(1).getFirst().fault())
                .isEqualTo("backup.damaged");
    }

    @Test
    void whatTheDiskHasLostIsSaidAndTheRestIsSaved() throws IOException {
        String lost = keep("lost");
        String there = keep("there");
        Files.delete(application.bean(org.cuntu.platform.files.Files.class).path(lost));

        TaskView view = ended(application.bean(Backups.class).make());

        assertThat(view.state()).isEqualTo(TaskState.DONE);
        assertThat(view.problems().stream().map(problem -> problem.code())).containsExactly("backup.file-missing");
        restored(application.bean(Backups.class).newest().orElseThrow(), restored -> assertThat(
                        opened(restored.bean(org.cuntu.platform.files.Files.class), there))
                .isEqualTo("there"));
    }

    @Test
    void aDamagedArchiveLeavesNoHomeBehind() throws IOException {
        BackupCopy copy = backedUp();
        byte[] bytes = Files.readAllBytes(copy.file());
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged"), bytes);
        Path next = folder.resolve("next");
        Settings.Database into = settings(database());

        assertRefused("backup.damaged", () -> restore(damaged, next, into));
        assertThat(next).doesNotExist();
        assertThat(folder.resolve(".next.restoring")).doesNotExist();
    }

    @Test
    void nothingIsRestoredOverWhatIsThere() throws IOException {
        BackupCopy copy = backedUp();
        Path next = Files.createDirectories(folder.resolve("next"));
        Files.writeString(next.resolve("letter.txt"), "mine");
        Settings.Database into = settings(database());

        assertRefused("backup.home-not-empty", () -> restore(copy.file(), next, into));
        assertThat(next.resolve("letter.txt")).hasContent("mine");
    }

    @Test
    void anotherCitysBackupIsRefused() {
        BackupCopy copy = backedUp();
        Settings.Database into = settings(database());

        assertRefused(
                "backup.other-city",
                () -> Restore.run(copy.file(), folder.resolve("next"), key(), "110000", into, read -> {}));
    }

    @Test
    void anUnknownBackupAndOneWhoseArchiveIsGoneCannotBeVerified() throws IOException {
        Backups backups = application.bean(Backups.class);
        BackupCopy copy = backedUp();
        Files.delete(copy.file());

        assertThatThrownBy(() -> backups.verify(UUID.randomUUID()))
                .isInstanceOfSatisfying(ProblemAnswer.class, answer -> assertThat(answer.status())
                        .isEqualTo(404));
        assertThatThrownBy(() -> backups.verify(copy.id()))
                .isInstanceOfSatisfying(ProblemAnswer.class, answer -> assertThat(answer.status())
                        .isEqualTo(409));
        assertThat(backups.newest()).isEmpty();
    }

    /** The restored installation, opened and whole. */
    private void restored(BackupCopy copy, Consumer<TestApplication> look) {
        Path next = folder.resolve("next");
        String[] into = database();
        // the archive and its key were carried elsewhere
        restore(copy.file(), next, settings(into));
        try (TestApplication restored = TestApplication.start(next, false, into)) {
            look.accept(restored);
        }
    }

    private void restore(Path archive, Path next, Settings.Database into) {
        Restore.run(archive, next, key(), "450200", into, read -> {});
    }

    private ArchiveKey key() {
        Path kept = folder.resolve("carried.key");
        Path key = Files.exists(kept) ? kept : home.resolve("keys/backup.key");
        return ArchiveKey.ofFile(key);
    }

    /** Everything but the archives and the key, which are elsewhere. */
    private void destroyHome() {
        try {
            Files.copy(home.resolve("keys/backup.key"), folder.resolve("carried.key"));
            application.close();
            for (String part : List.of("db", "files", "keys", "snapshots")) TestApplication.delete(home.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BackupCopy backedUp() {
        TaskView view = ended(application.bean(Backups.class).make());
        assertThat(view.problems()).isEmpty();
        assertThat(view.state()).isEqualTo(TaskState.DONE);
        UUID id = UUID.fromString(
                String.valueOf(Objects.requireNonNull(view.result()).get("id")));
        return application.bean(Backups.class).listNewest(100).stream()
                .filter(copy -> copy.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private TaskView ended(TaskId id) {
        try {
            return application.bean(Tasks.class).await(id, PATIENCE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String keep(String content) {
        try {
            return application
                    .bean(org.cuntu.platform.files.Files.class)
                    .keep(
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                            content + ".txt",
                            "text/plain")
                    .sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String opened(org.cuntu.platform.files.Files files, String sha256) {
        try (var in = files.open(sha256)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long rows(TestApplication application) {
        return application
                .jdbc()
                .sql("select count(*) from kept_file")
                .query(Long.class)
                .single();
    }

    /** Every act that has a place leads to the newest head. */
    private static void assertLogVerifies(TestApplication application) {
        ProofLog log = application.bean(ProofLog.class);
        TestApplication.eventually("all acts have a place", () -> log.listNewest(10_000).stream()
                .allMatch(entry -> entry.index() != null));
        assertThat(log.listNewest(10_000))
                .allMatch(entry -> log.prove(entry.leaf()).orElseThrow().holds(entry.hash(), entry.body()));
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Settings.Database settings(String... stated) {
        String url = null;
        String user = "cuntu";
        for (String each : stated) {
            if (each.startsWith("cuntu.database.url=")) url = each.substring("cuntu.database.url=".length());
            if (each.startsWith("cuntu.database.user=")) user = each.substring("cuntu.database.user=".length());
        }
        return new Settings.Database(url, user, "", null);
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(InputRefused.class, e -> assertThat(
                        e.problems().getFirst().code())
                .isEqualTo(code));
    }
}
