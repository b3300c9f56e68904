package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch from file to rows, on a city without layers: every plot is an honest "not answered". */
abstract class BatchesContract {
    @TempDir
    Path folder;

    abstract TestApplication application();

    @Test
    void everyPlotOfTheFileIsARowInItsOrder() throws Exception {
        Batch batch = done(file(250));

        assertThat(batches().listRows(batch, 0).stream().map(BatchRow::position))
                .isEqualTo(IntStream.rangeClosed(1, 250).boxed().toList());
    }

    @Test
    void theSumsAreThoseOfTheRows() throws Exception {
        Batch batch = done(file(5, 2));

        assertThat(batches().sums(batch))
                .extracting(sum -> sum.conclusion() + " " + sum.plots())
                .containsExactlyInAnyOrder("NOT_ANSWERED 4", "null 1");
        long rows = batches().listRows(batch, 0).stream()
                .mapToLong(row -> row.legalArea() == null ? 0 : row.legalArea().hundredths())
                .sum();
        assertThat(batches().sums(batch).stream()
                        .mapToLong(sum -> sum.area().hundredths())
                        .sum())
                .isEqualTo(rows)
                .isPositive();
    }

    @Test
    void aBadPlotIsARowWithItsProblemInWords() throws Exception {
        Batch batch = done(file(3, 2));

        BatchRow bad = batches().listRows(batch, 1).getFirst();
        assertThat(bad.conclusion()).isNull();
        assertThat(bad.problems().getFirst().code()).isEqualTo("shape.crosses-itself");
        assertThat(bad.problems().getFirst().what(Locale.CHINESE)).isNotBlank();
    }

    @Test
    void aFileThatIsBadAsAWholeLeavesNothing() throws Exception {
        int before = batches().listNewest(100).size();
        Path text = Files.writeString(folder.resolve("no.txt"), "hello");

        assertThatThrownBy(() -> batches().create(order("no.txt"), text)).isInstanceOf(InputRefused.class);
        assertThat(batches().listNewest(100)).hasSize(before);
    }

    @Test
    void aRowIsKeptOnceAndIsTheSameResult() throws Exception {
        Batch batch = done(file(2));

        String review = batches().keep(batch, 2).review();

        assertThat(batches().keep(batch, 2)).isEqualTo(new Batches.Kept(review, null));
        BatchRow row = batches().listRows(batch, 1).getFirst();
        assertThat(row.review()).isEqualTo(review);
        assertThat(application().bean(Reviews.class).get(review).canonicalHash())
                .isEqualTo(row.canonicalHash());
    }

    @Test
    void aRowWithoutAResultCannotBeKept() throws Exception {
        Batch batch = done(file(2, 1));

        assertThatThrownBy(() -> batches().keep(batch, 1)).isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> batches().keep(batch, 9)).isInstanceOf(InputRefused.class);
    }

    @Test
    void aCompleteBatchIsNotTakenUpAgain() throws Exception {
        Batch batch = done(file(1));

        assertThatThrownBy(() -> batches().resume(batch))
                .isInstanceOfSatisfying(InputRefused.class, e -> assertThat(e.problems())
                        .extracting(problem -> problem.code())
                        .containsExactly("batch.complete"));
    }

    @Test
    void theProofLogKnowsWhoMadeABatchAndItsEnd() throws Exception {
        Batch batch = done(file(1));

        List<String> acts = application()
                .jdbc()
                .sql("select act from proof_entry where object = :id order by act")
                .param("id", batch.id())
                .query(String.class)
                .list();
        assertThat(acts).containsExactly("conformity:batch:complete", "conformity:batch:create");
    }

    /** Whoever reaches the disk puts another file in the place of the one that was uploaded, before the task reads it. */
    @Test
    void aFileThatWasExchangedOnTheDiskMakesNoRowAndTheTaskNamesIt() throws Exception {
        Path file = file(7);
        byte[] uploaded = Files.readAllBytes(file);
        Path kept = exchanged(uploaded, Files.readAllBytes(file(6)));
        try {
            Batch batch = batches().create(order(file.getFileName().toString()), file);
            TaskView task =
                    application().bean(Tasks.class).await(batches().task(batch).id(), Duration.ofSeconds(60));

            assertThat(task.state()).isEqualTo(TaskState.FAILED);
            assertThat(task.problems()).extracting(problem -> problem.code()).containsExactly("files.changed");
            assertThat(task.incident()).isNull();
            assertThat(batches().listRows(batch, 0)).isEmpty();
            assertThat(application()
                            .bean(org.cuntu.platform.audit.ProofLog.class)
                            .find("conformity:batch:complete", batch.id()))
                    .isEmpty();
        } finally {
            Files.write(kept, uploaded);
        }
    }

    /** What lies under a file's hash is not written again when the file is kept. */
    private Path exchanged(byte[] uploaded, byte[] instead) throws Exception {
        String sha256 = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(uploaded));
        Path kept = application().bean(org.cuntu.platform.files.Files.class).path(sha256);
        Files.createDirectories(kept.getParent());
        return Files.write(kept, instead);
    }

    private Batches batches() {
        return application().bean(Batches.class);
    }

    private Batch done(Path file) throws InterruptedException {
        Batch batch = batches().create(order(file.getFileName().toString()), file);
        Tasks tasks = application().bean(Tasks.class);
        assertThat(tasks.await(batches().task(batch).id(), Duration.ofSeconds(60))
                        .state())
                .isEqualTo(TaskState.DONE);
        return batch;
    }

    private static Batch.Order order(String name) {
        Project project = new Project("batch", "1001", "ordinary", null, List.of());
        return new Batch.Order(name, null, new ReviewRequest("a batch", Crs.CGCS2000, List.of(), project, null, null));
    }

    private Path file(int plots, int... bad) throws IOException {
        return file(folder, plots, bad);
    }

    /** Squares of 0.001° in a row; the bad ones cross themselves. */
    static Path file(Path folder, int plots, int... bad) throws IOException {
        String features = IntStream.rangeClosed(1, plots)
                .mapToObj(n -> feature(n, IntStream.of(bad).anyMatch(b -> b == n)))
                .collect(Collectors.joining(",\n"));
        return Files.writeString(
                folder.resolve("plots-" + plots + ".geojson"),
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}},"
                        + "\"features\":[" + features + "]}");
    }

    private static String feature(int n, boolean bad) {
        double x = 109 + 0.002 * n;
        String ring = bad
                ? "[%1$s,24.3],[%2$s,24.301],[%2$s,24.3],[%1$s,24.301],[%1$s,24.3]"
                : "[%1$s,24.3],[%2$s,24.3],[%2$s,24.301],[%1$s,24.301],[%1$s,24.3]";
        return "{\"type\":\"Feature\",\"properties\":{\"DKBH\":\"P%d\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
                .formatted(n, String.format(Locale.ROOT, ring, x, x + 0.001));
    }
}
