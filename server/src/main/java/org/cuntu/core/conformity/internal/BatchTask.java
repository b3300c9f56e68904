package org.cuntu.core.conformity.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.conformity.BatchRow;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.ReviewKernel;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.PlotList;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reviews the plots of a batch on all processors, in the order of the file. Rows are written a hundred at a time, each
 * hundred in one transaction; a run that comes after a crash or a cancel goes on behind the last row, so that no plot is
 * lost or done twice.
 */
@Component
class BatchTask implements TaskKind {
    static final String KIND = "conformity.batch";
    private static final Logger log = LoggerFactory.getLogger(BatchTask.class);
    private static final int CHUNK = 100;

    private final BatchStore store;
    private final BatchGround grounds;
    private final SnapshotStore snapshots;
    private final LandClass.Schemes classes;
    private final ProofLog proof;
    private final TransactionTemplate transaction;
    private final int threads = Runtime.getRuntime().availableProcessors();

    BatchTask(
            BatchStore store,
            BatchGround grounds,
            SnapshotStore snapshots,
            LandClass.Schemes classes,
            ProofLog proof,
            TransactionTemplate transaction) {
        this.store = store;
        this.grounds = grounds;
        this.snapshots = snapshots;
        this.classes = classes;
        this.proof = proof;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) throws InterruptedException {
        Batch batch = store.find(context.params().get("batch")).orElseThrow();
        List<PlotList.Entry> plots = grounds.plots(batch).entries();
        int before = store.countRows(batch.id());
        context.progress(0, plots.size() - before, "plots");
        if (before < plots.size()) {
            BatchGround.Settled ground = grounds.settled(batch);
            try (OpenSnapshots open = OpenSnapshots.of(ground.baseline(), snapshots);
                    ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                try {
                    rows(context, batch, plots, before, new Judge(ground, open.byLayer()), pool);
                } finally {
                    pool.shutdownNow();
                }
            }
        }
        return TaskResult.of(Map.of("batch", batch.id(), "plots", plots.size()));
    }

    private void rows(
            TaskContext context, Batch batch, List<PlotList.Entry> plots, int before, Judge judge, ExecutorService pool)
            throws InterruptedException {
        Deque<Future<BatchRow>> running = new ArrayDeque<>();
        List<BatchRow> chunk = new ArrayList<>();
        int asked = before;
        for (int done = before; done < plots.size(); ) {
            while (asked < plots.size() && running.size() < 3 * CHUNK) {
                int position = ++asked;
                running.add(pool.submit(() -> judge.row(position, plots.get(position - 1))));
            }
            chunk.add(taken(running.remove()));
            if (chunk.size() < CHUNK && done + chunk.size() < plots.size()) continue;
            done += chunk.size();
            write(context, batch, List.copyOf(chunk), done == plots.size());
            chunk.clear();
            context.progress(done - before, plots.size() - before, "plots");
        }
    }

    private static BatchRow taken(Future<BatchRow> row) throws InterruptedException {
        try {
            return row.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** With the last rows goes the entry of the proof log that names them all. */
    private void write(TaskContext context, Batch batch, List<BatchRow> rows, boolean last) {
        transaction.executeWithoutResult(status -> {
            store.addRows(batch.id(), rows);
            if (!last) return;
            String digest = CanonicalJson.sha256(String.join("\n", store.listHashes(batch.id())));
            proof.append(new ProofAct(context.actor(), "conformity:batch:complete", batch.id(), digest));
        });
    }

    /** Makes one row; thread safe. */
    private final class Judge {
        private final ReviewKernel kernel = new ReviewKernel(new EngineCutter(), classes);
        private final BatchGround.Settled ground;
        private final Map<String, Snapshot> open;

        Judge(BatchGround.Settled ground, Map<String, Snapshot> open) {
            this.ground = ground;
            this.open = open;
        }

        BatchRow row(int position, PlotList.Entry entry) {
            Plot plot = entry.plot();
            if (plot == null) return BatchRow.unsound(position, entry.number(), entry.name(), entry.problems());
            try {
                return judged(position, plot, ground.project());
            } catch (RuntimeException e) {
                String incident = UUID.randomUUID().toString().substring(0, 8);
                log.error("incident {}: plot {} of a batch", incident, position, e);
                Problem problem = Problem.refused(
                        "batch.incident", Problem.Place.UNKNOWN.plot(entry.number()), "incident", incident);
                return BatchRow.unsound(position, entry.number(), entry.name(), List.of(problem));
            }
        }

        private BatchRow judged(int position, Plot plot, Project project) {
            Crs crs = plot.shape().crs();
            List<Plot> alone = List.of(plot);
            ReviewResult review =
                    kernel.review(ReviewInputs.of(crs, alone, project, ground.baseline(), open, ground.rules()));
            return BatchRow.of(
                    position,
                    plot.number(),
                    plot.name(),
                    review.conclusion(),
                    review.legal(),
                    CanonicalJson.sha256(CanonicalResult.text(review)),
                    BatchFigures.of(review, classes),
                    SiteText.write(crs, alone));
        }
    }
}
