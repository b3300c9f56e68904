package org.cuntu.core.quality.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/** Finds shapes that are none, by the defects that the snapshot itself names; kept in memory. */
@Component
class NoRules implements LayerChecks {
    private static final Words TITLE = new Words("图形自相交或无效", "The outline crosses itself or is none");
    private static final Words ADVICE = new Words("改正该图斑的界线。", "Mend the boundary of the feature.");

    private final SnapshotStore store;
    private final CityClock clock;
    private final Map<UUID, CheckRun> runs = new ConcurrentHashMap<>();

    NoRules(SnapshotStore store, CityClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public CheckRun check(Order order, Progress progress) {
        try (SnapshotStore.Lease lease = store.open(order.snapshot())) {
            long features = lease.snapshot().size();
            long defects = lease.snapshot().defects().size();
            List<CheckRun.RuleCount> counts = defects == 0
                    ? List.of()
                    : List.of(new CheckRun.RuleCount(
                            "valid-outline",
                            LayerIssue.Kind.TOPOLOGY,
                            LayerIssue.Severity.REFUSE,
                            TITLE,
                            ADVICE,
                            defects));
            LocalDate at = order.at();
            double score = features == 0 ? 100 : 100.0 * (features - defects) / features;
            CheckRun run = new CheckRun(
                    UUID.randomUUID(),
                    order.layer(),
                    order.snapshot(),
                    at,
                    order.division(),
                    features,
                    defects,
                    0,
                    score,
                    clock.now(),
                    counts);
            progress.at(features, features);
            runs.put(run.id(), run);
            return run;
        }
    }

    @Override
    public Optional<CheckRun> find(UUID run) {
        return Optional.ofNullable(runs.get(run));
    }

    @Override
    public Optional<CheckRun> last(String snapshot) {
        return runs.values().stream()
                .filter(run -> run.snapshot().equals(snapshot))
                .findFirst();
    }
}
