package org.cuntu.core.quality.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks kept in the database. Of one snapshot there is one check at a time; others wait. */
@Component
class StoredLayerChecks implements LayerChecks {
    private static final int REMOVED_AT_ONCE = 2_000;

    private final QualityBook book;
    private final QualityStore store;
    private final SnapshotStore snapshots;
    private final Baselines baselines;
    private final LayerRegister register;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final Map<String, ReentrantLock> running = new ConcurrentHashMap<>();

    StoredLayerChecks(
            QualityBook book,
            QualityStore store,
            SnapshotStore snapshots,
            Baselines baselines,
            LayerRegister register,
            CityClock clock,
            TransactionTemplate transaction) {
        this.book = book;
        this.store = store;
        this.snapshots = snapshots;
        this.baselines = baselines;
        this.register = register;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public CheckRun check(Order order, Progress progress) {
        if (register.findLayer(order.layer()).isEmpty()) throw refused("quality.unknown-layer", order);
        ReentrantLock lock = running.computeIfAbsent(order.snapshot(), hash -> new ReentrantLock());
        lock.lock();
        try {
            for (UUID broken : store.listIncomplete(order.snapshot())) remove(broken);
            return make(order, progress);
        } finally {
            lock.unlock();
        }
    }

    private CheckRun make(Order order, Progress progress) {
        UUID id = UUID.randomUUID();
        try (CheckGround ground = new CheckGround(
                order,
                snapshots,
                baselines.resolveAll(order.at(), null),
                book.divisions().get(order.layer()),
                progress)) {
            if (!ground.snapshot().schema().layer().equals(order.layer())) throw refused("quality.other-layer", order);
            transaction.executeWithoutResult(status -> store.begin(id, order));
            List<QualityRule> rules = book.inForce(order.layer(), order.at()).stream()
                    .filter(rule -> order.update() != null || !(rule.check() instanceof PackageCheck))
                    .toList();
            IssueSink sink = new IssueSink(
                    id, ground, book.kept(), issues -> transaction.executeWithoutResult(status -> store.add(issues)));
            new LayerRun(rules, ground, sink).make();
            CheckRun run = run(id, order, ground.snapshot().size(), rules, sink);
            transaction.executeWithoutResult(status -> store.complete(run));
            return run;
        } catch (RuntimeException | Error e) {
            try {
                remove(id);
            } catch (RuntimeException left) {
                // the next check of the snapshot removes it
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private CheckRun run(UUID id, Order order, long features, List<QualityRule> rules, IssueSink sink) {
        List<CheckRun.RuleCount> counts = rules.stream().map(sink::shown).toList();
        return new CheckRun(
                id,
                order.layer(),
                order.snapshot(),
                order.at(),
                order.division(),
                features,
                sum(counts, LayerIssue.Severity.REFUSE),
                sum(counts, LayerIssue.Severity.WARN),
                Score.of(rules, sink::count, features),
                clock.now(),
                counts);
    }

    private static long sum(List<CheckRun.RuleCount> counts, LayerIssue.Severity severity) {
        return counts.stream()
                .filter(each -> each.severity() == severity)
                .mapToLong(CheckRun.RuleCount::count)
                .sum();
    }

    /** In steps, for a run may have left very many. */
    private void remove(UUID run) {
        while (Objects.requireNonNull(transaction.execute(status -> store.removeIssues(run, REMOVED_AT_ONCE))) > 0) {}
        transaction.executeWithoutResult(status -> store.remove(run));
    }

    private static InputRefused refused(String code, Order order) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, "layer", order.layer()));
    }

    @Override
    public Optional<CheckRun> find(UUID run) {
        return store.find(run);
    }

    @Override
    public Optional<CheckRun> last(String snapshot) {
        return store.last(snapshot);
    }
}
