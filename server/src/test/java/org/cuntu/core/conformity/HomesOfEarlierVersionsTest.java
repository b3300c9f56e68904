package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cuntu.CuntuApplication;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.Submissions;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Homes that earlier versions wrote (contracts 13): this version opens them and gives every stored review again. */
class HomesOfEarlierVersionsTest {
    private static final Path ROOT = Path.of(System.getProperty("cuntu.root", ".."));

    private static final Submissions.Filter ALL = new Submissions.Filter(null, null, null, null);

    @TempDir
    Path home;

    static List<Path> homes() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("testdata/homes"))) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void everyStoredReviewIsReplayedToTheByte(Path kept) throws IOException {
        unpack(kept);
        try (ConfigurableApplicationContext application = CuntuApplication.builder(false)
                .run("--cuntu.home=" + home, "--cuntu.root=" + ROOT, "--logging.threshold.console=off")) {
            Reviews reviews = application.getBean(Reviews.class);
            List<StoredReview.Line> stored = reviews.list(0, 100);

            assertThat(stored).hasSizeGreaterThan(3);
            for (StoredReview.Line review : stored)
                assertThat(reviews.replay(review.id(), "auditor"))
                        .as("%s in %s", review.id(), kept.getFileName())
                        .isEqualTo(new Replay(true, List.of()));
            for (Submission submission : application.getBean(Submissions.class).list(ALL, 100))
                assertThat(application.getBean(Submissions.class).listSteps(submission))
                        .isNotEmpty();
            assertThat(application.getBean(Baselines.class).resolve(null, null).layers())
                    .filteredOn(layer -> layer.snapshot() != null)
                    .extracting(Baseline.Layer::reason)
                    .doesNotContain(org.cuntu.core.onemap.NotAnsweredReason.FAULT);
        }
    }

    private void unpack(Path kept) throws IOException {
        try (InputStream in = Files.newInputStream(kept);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(home);
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}
