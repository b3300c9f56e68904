package org.cuntu.core.conformity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.conformity.BatchRow;
import org.cuntu.core.conformity.Batches;
import org.cuntu.core.conformity.ReviewKernel;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.PlotList;
import org.cuntu.engine.format.PlotListReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredBatches implements Batches {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BatchStore store;
    private final RowSight sight;
    private final ReviewReaches reaches;
    private final BatchGround grounds;
    private final Reviews reviews;
    private final Files files;
    private final Tasks tasks;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    StoredBatches(
            BatchStore store,
            RowSight sight,
            ReviewReaches reaches,
            BatchGround grounds,
            Reviews reviews,
            Files files,
            Tasks tasks,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.sight = sight;
        this.reaches = reaches;
        this.grounds = grounds;
        this.reviews = reviews;
        this.files = files;
        this.tasks = tasks;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Batch create(Batch.Order order, Path file) {
        PlotList plots = PlotListReader.read(file, order.fileName(), crs(order.crs()), InputLimits.SITE);
        int count = plots.entries().size();
        if (count > MOST_PLOTS)
            throw new InputRefused(Problem.refused(
                    "batch.too-many", Problem.Place.file(order.fileName()), "count", count, "limit", MOST_PLOTS));
        Reviews.Ground ground = reviews.ground(order.request());
        reviews.keep(ground.rules());
        return Objects.requireNonNull(transaction.execute(status -> {
            Batch batch = batch(order, ground, keep(file, order.fileName()), count);
            store.add(batch);
            reaches.add(batch.id(), ground.baseline());
            start(batch);
            proof.append(new ProofAct(batch.by(), "conformity:batch:create", batch.id(), batch.fileHash()));
            return batch;
        }));
    }

    private Batch batch(Batch.Order order, Reviews.Ground ground, String fileHash, int plots) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        StoredInput input = StoredInput.of(order.request(), ground.baseline());
        return new Batch(
                "b-" + HexFormat.of().formatHex(random),
                order.request().name(),
                order.fileName(),
                fileHash,
                order.crs(),
                clock.now(),
                actor.id(),
                ground.baseline().asOf(),
                ground.baseline().known(),
                ReviewKernel.ENGINE,
                ground.rules().hash(),
                input.projectText(),
                input.baselineText(),
                plots);
    }

    private String keep(Path file, String name) {
        try (InputStream content = java.nio.file.Files.newInputStream(file)) {
            return files.keep(content, name, "application/octet-stream").sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Batch batch) {
        store.addRun(batch.id(), clock.now(), tasks.submit(BatchTask.KIND, Map.of("batch", batch.id())));
    }

    private static @Nullable Crs crs(@Nullable String stated) {
        if (stated == null) return null;
        return Crs.find(stated)
                .orElseThrow(() ->
                        new InputRefused(Problem.refused("review.unknown-crs", Problem.Place.UNKNOWN, "crs", stated)));
    }

    @Override
    public Optional<Batch> find(String id) {
        return sight.seesBatch(id) ? store.find(id) : Optional.empty();
    }

    @Override
    public List<Batch> listNewest(int limit) {
        return store.listNewest(limit, sight.batches());
    }

    @Override
    public TaskView task(Batch batch) {
        return store.findRun(batch.id()).flatMap(tasks::find).orElseThrow();
    }

    @Override
    public List<Batch.Sum> sums(Batch batch) {
        return store.sums(batch.id());
    }

    @Override
    public List<BatchRow> listRows(Batch batch, int after) {
        return store.listRows(batch.id(), after);
    }

    @Override
    public void cancel(Batch batch) {
        transaction.executeWithoutResult(status -> {
            tasks.cancel(task(batch).id());
            proof.append(new ProofAct(actor.id(), "conformity:batch:cancel", batch.id(), null));
        });
    }

    @Override
    public void resume(Batch batch) {
        if (!task(batch).state().isEnd()) throw refused("batch.running", batch);
        if (store.countRows(batch.id()) >= batch.plots()) throw refused("batch.complete", batch);
        transaction.executeWithoutResult(status -> {
            start(batch);
            proof.append(new ProofAct(actor.id(), "conformity:batch:resume", batch.id(), null));
        });
    }

    @Override
    public Kept keep(Batch batch, int position) {
        BatchRow row = store.findRow(batch.id(), position)
                .orElseThrow(() -> refused("batch.row-unknown", batch, "position", position));
        if (row.review() != null) return new Kept(row.review(), null);
        String site = row.site();
        if (site == null) throw refused("batch.row-unsound", batch, "position", position);
        BatchGround.Settled ground = grounds.settled(batch);
        ReviewRequest request = new ReviewRequest(
                row.name().isEmpty() ? batch.name() + " · " + row.number() : row.name(),
                SiteText.crs(site),
                SiteText.read(site),
                ground.project(),
                batch.asOf(),
                null);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                Reviews.Kept kept = reviews.store(
                        request, new Reviews.Ground(ground.baseline(), ground.rules()), actor.id(), batch::fileHash);
                if (!kept.review().canonicalHash().equals(row.canonicalHash()))
                    throw new IllegalStateException(
                            "row " + position + " of " + batch.id() + " comes out otherwise now");
                store.addReview(batch.id(), position, kept.review().id());
                return new Kept(kept.review().id(), kept.leaf());
            }));
        } catch (DuplicateKeyException e) {
            String other =
                    store.findRow(batch.id(), position).map(BatchRow::review).orElse(null);
            if (other == null) throw e;
            return new Kept(other, null); // somebody else has just kept it
        }
    }

    private static InputRefused refused(String code, Batch batch, Object... more) {
        Object[] args = new Object[more.length + 2];
        args[0] = "id";
        args[1] = batch.id();
        System.arraycopy(more, 0, args, 2, more.length);
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
