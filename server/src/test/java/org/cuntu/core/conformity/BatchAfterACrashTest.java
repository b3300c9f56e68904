package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.tasks.Tasks;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process ends in the middle of a batch; the next one on the same home goes on behind the last row. */
class BatchAfterACrashTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void noPlotIsLostOrDoneTwice() throws Exception {
        Batch batch;
        try (TestApplication first = TestApplication.start(home, false, "cuntu.tasks.run=false")) {
            Project project = new Project("batch", "1001", "ordinary", null, List.of());
            ReviewRequest request = new ReviewRequest("", Crs.CGCS2000, List.of(), project, null, null);
            batch = first.bean(Batches.class)
                    .create(new Batch.Order("plots.geojson", null, request), BatchesContract.file(folder, 130));
            first.bean(JdbcTemplate.class)
                    .batchUpdate(
                            "insert into batch_row (batch, position, number, name, problems) values (?, ?, 'before', '', '[]')",
                            IntStream.rangeClosed(1, 100)
                                    .mapToObj(n -> new Object[] {batch.id(), n})
                                    .toList());
        }

        try (TestApplication next = TestApplication.start(home, false)) {
            Batches batches = next.bean(Batches.class);
            next.bean(Tasks.class).await(batches.task(batch).id(), Duration.ofSeconds(60));
            List<BatchRow> rows = batches.listRows(batch, 0);
            assertThat(rows).hasSize(130);
            assertThat(rows.subList(0, 100)).allMatch(row -> row.number().equals("before"));
            assertThat(rows.subList(100, 130)).allMatch(row -> row.number().equals("P" + row.position()));
            assertThat(rows).extracting(BatchRow::problems).containsOnly(List.<Problem>of());
        }
    }
}
