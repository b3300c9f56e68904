package org.cuntu.platform.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.format.SourceFeature;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;

/**
 * Valid files with a few changes are read rightly or refused in words; nothing else comes out, it comes within ten seconds, and
 * nothing is left behind. {@code ./cuntu test --fuzz --count N --seed S} runs as many as are wanted in 256 MB, and writes what
 * they came to; a file that fails is kept under {@code server/target/fuzz}.
 */
class FuzzTest {
    private static final int COUNT = Integer.getInteger("cuntu.fuzz.count", 900);
    private static final long SEED = Long.getLong("cuntu.fuzz.seed", 1);
    private static final int LONGEST_SECONDS = 10;
    private static final Path KEPT = TestApplication.root().resolve("server/target/fuzz");

    @TempDir
    Path folder;

    private final TreeMap<String, Integer> reasons = new TreeMap<>();
    private int read;
    private long slowest;

    @ParameterizedTest
    @EnumSource(FuzzSample.class)
    void nothingButAReasonOrARightResultComesOut(FuzzSample sample) throws Exception {
        byte[] valid = sample.valid(folder);
        byte[][] others = new byte[FuzzSample.values().length][];
        for (FuzzSample other : FuzzSample.values()) others[other.ordinal()] = other.valid(folder);
        Mutation mutation = new Mutation(SEED * 31 + sample.ordinal(), others);
        Path work = Files.createDirectory(folder.resolve("work"));
        Path file = folder.resolve("changed." + sample.ending());
        int turns = Math.max(1, COUNT / FuzzSample.values().length);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            assertThat(outcome(Files.write(file, valid), sample, work)).startsWith("read ");
            for (int turn = 0; turn < turns; turn++) {
                Files.write(file, sample.changed(valid, mutation));
                one(thread, file, sample, work, "seed " + SEED + ", " + sample + ", turn " + turn);
            }
        } finally {
            thread.shutdownNow();
        }
        told(sample, turns);
    }

    private void one(ExecutorService thread, Path file, FuzzSample sample, Path work, String at) throws Exception {
        long from = System.nanoTime();
        try {
            String outcome = thread.submit(() -> outcome(file, sample, work)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (outcome.startsWith("read ")) read++;
            else reasons.merge(outcome, 1, Integer::sum);
        } catch (TimeoutException e) {
            throw new AssertionError("longer than " + LONGEST_SECONDS + " s: " + kept(file, at), e);
        } catch (ExecutionException e) {
            throw new AssertionError(kept(file, at), e.getCause());
        }
        slowest = Math.max(slowest, System.nanoTime() - from);
        assertThat(work).as(at).isEmptyDirectory();
    }

    private static String kept(Path file, String at) throws IOException {
        Files.createDirectories(KEPT);
        Path copy = KEPT.resolve(at.replaceAll("[^A-Za-z0-9]+", "-") + "-" + file.getFileName());
        Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return at + ": " + copy;
    }

    /** As a layer and as a site: the reason of the refusal, or what was read, which is the same at every reading. */
    private static String outcome(Path file, FuzzSample sample, Path work) throws IOException {
        Crs stated = sample == FuzzSample.CSV_POINTS ? Crs.CGCS2000 : null;
        String layer = sample == FuzzSample.PLOT_TXT ? "" : layer(file, stated, work);
        String site = site(file, stated);
        return layer.isEmpty() ? site : layer;
    }

    private static String layer(Path file, @Nullable Crs stated, Path work) {
        try (FeatureReader reader =
                FeatureReader.open(file, "changed", stated, InputLimits.LAYER, work)) {
            List<SourceFeature> once = new ArrayList<>();
            reader.forEach(once::add);
            List<SourceFeature> again = new ArrayList<>();
            reader.forEach(again::add);
            assertThat(again).isEqualTo(once);
            assertThat((long) once.size()).isLessThanOrEqualTo(reader.size());
            once.forEach(FuzzTest::right);
            return "read " + once.size();
        } catch (InputRefused refused) {
            return reason(refused);
        }
    }

    private static String site(Path file, @Nullable Crs stated) throws IOException {
        try {
            var site = SiteReader.read(file, "changed", stated, InputLimits.SITE);
            assertThat(site.plots()).isNotEmpty();
            return "read " + site.plots().size();
        } catch (InputRefused refused) {
            return reason(refused);
        }
    }

    /** Finite points in China, rings that close, and text that is text. */
    private static void right(SourceFeature feature) {
        for (Coordinate c : feature.geometry().getCoordinates()) {
            assertThat(c.x).isBetween(73.0, 136.0);
            assertThat(c.y).isBetween(3.0, 54.0);
        }
        for (Object value : feature.values().values())
            if (value instanceof String text)
                assertThat(text.codePoints()).noneMatch(c -> c == 0xFFFD || c >= 0xD800 && c <= 0xDFFF);
    }

    private static String reason(InputRefused refused) {
        assertThat(refused.problems()).isNotEmpty();
        Problem first = refused.problems().getFirst();
        assertThat(first.what(Locale.CHINA)).isNotEqualTo(first.code());
        assertThat(first.todo(Locale.ENGLISH)).isNotEqualTo(first.code());
        return first.code();
    }

    /** A line of the table in docs/formats.md. */
    private void told(FuzzSample sample, int turns) throws IOException {
        if (System.getProperty("cuntu.fuzz.out") == null) return;
        int refused = reasons.values().stream().mapToInt(Integer::intValue).sum();
        String line = "| %s | %,d | %,d | %,d | %d | %d |%n"
                .formatted(
                        sample.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        turns,
                        refused,
                        read,
                        reasons.size(),
                        TimeUnit.NANOSECONDS.toMillis(slowest));
        Files.writeString(
                Path.of(System.getProperty("cuntu.fuzz.out")),
                line,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
