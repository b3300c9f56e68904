package org.cuntu.core.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.home.CityClock;
import org.springframework.beans.factory.ObjectProvider;

/** Refuses features whose identifier begins with {@code BAD}, and warns of those that begin with {@code ODD}. */
final class FakeChecks implements LayerChecks {
    private final ObjectProvider<SnapshotStore> store;
    private final ObjectProvider<CityClock> clock;
    private final Map<UUID, CheckRun> runs = new ConcurrentHashMap<>();

    FakeChecks(ObjectProvider<SnapshotStore> store, ObjectProvider<CityClock> clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public CheckRun check(Order order, Progress progress) {
        try (SnapshotStore.Lease lease = store.getObject().open(order.snapshot())) {
            Snapshot snapshot = lease.snapshot();
            CheckRun run = new CheckRun(
                    UUID.randomUUID(),
                    order.layer(),
                    order.snapshot(),
                    order.at(),
                    order.division(),
                    snapshot.size(),
                    count(snapshot, "BAD"),
                    count(snapshot, "ODD"),
                    90,
                    clock.getObject().now(),
                    List.of());
            runs.put(run.id(), run);
            return run;
        }
    }

    private static long count(Snapshot snapshot, String beginning) {
        long count = 0;
        for (int i = 0; i < snapshot.size(); i++)
            if (String.valueOf(snapshot.value(i, "BSM")).startsWith(beginning)) count++;
        return count;
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
