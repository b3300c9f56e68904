package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.platform.backup.ArchiveKey;
import org.cuntu.platform.backup.Backups;
import org.cuntu.platform.backup.Restore;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.HomeMaker;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal: a city with stored reviews is backed up, destroyed, restored elsewhere, and asked the same again. */
abstract class RehearsalContract {
    @TempDir
    Path folder;

    /** Settings of the database of a new installation; each call is another database. */
    abstract List<String> database();

    /** What the restore is told of a database. */
    abstract Settings.Database settings(List<String> database);

    @Test
    void aRestoredHomeGivesEveryStoredReviewToTheByte() throws Exception {
        Path home = folder.resolve("home");
        Map<String, String> before;
        Path archive;
        try (TestApplication first = TestApplication.start(home, false, array(database()))) {
            HomeMaker.fill(first.context(), home, TestApplication.root());
            before = canonical(first);
            Tasks tasks = first.bean(Tasks.class);
            TaskView made = tasks.await(first.bean(Backups.class).make(), Duration.ofMinutes(3));
            assertThat(made.problems()).isEmpty();
            archive = Files.move(
                    Path.of(String.valueOf(Objects.requireNonNull(made.result()).get("file"))),
                    folder.resolve("carried.cuntubackup"));
        }
        ArchiveKey key = ArchiveKey.ofFile(Files.move(home.resolve("keys/backup.key"), folder.resolve("carried.key")));
        TestApplication.delete(home);

        List<String> into = database();
        Path next = folder.resolve("next");
        Restore.run(archive, next, key, "450200", settings(into), read -> {});

        try (TestApplication restored = TestApplication.start(next, false, array(into))) {
            assertThat(canonical(restored)).isEqualTo(before).hasSizeGreaterThan(3);
            for (String id : before.keySet())
                assertThat(restored.bean(ReviewKeeping.class).replay(id)).isEqualTo(new Replay(true, List.of()));
            assertThat(restored.bean(Baselines.class).resolve(null, null).layers())
                    .filteredOn(layer -> layer.snapshot() != null)
                    .hasSizeGreaterThan(10)
                    .extracting(Baseline.Layer::reason)
                    .doesNotContain(NotAnsweredReason.FAULT);
        }
    }

    /** Each stored review's text, and the SHA-256 of its canonical result. */
    private static Map<String, String> canonical(TestApplication application) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Reviews reviews = application.bean(Reviews.class);
        for (StoredReview.Line line : reviews.list(0, 100)) {
            StoredReview stored = reviews.get(line.id());
            String upload = stored.file() == null
                    ? ""
                    : new String(
                            application
                                    .bean(org.cuntu.platform.files.Files.class)
                                    .open(stored.file())
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            texts.put(line.id(), stored.canonicalHash() + stored.canonical() + stored.zh() + stored.en() + upload);
        }
        return texts;
    }

    private static String[] array(List<String> settings) {
        return settings.toArray(String[]::new);
    }
}
