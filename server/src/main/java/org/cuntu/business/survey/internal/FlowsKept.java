package org.cuntu.business.survey.internal;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The flows between two versions: in memory, on the disk, or made now on a thread of its own, which goes on when nobody waits; one pair
 * of years at a time. Thread safe.
 */
@Component
class FlowsKept {
    private static final int HELD = 6;

    private final SnapshotStore store;
    private final KeptFigures kept;
    private final LastUsed<Flows> held = new LastUsed<>(HELD);
    private final Map<String, Pending> makings = new ConcurrentHashMap<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("survey-flows").daemon().factory());

    FlowsKept(SnapshotStore store, KeptFigures kept) {
        this.store = store;
        this.kept = kept;
    }

    /**
     * Hashes of what is set against each other.
     *
     * @param villages by which a survey without a village field is measured; null: by none
     */
    record Versions(String before, String after, @Nullable String villages) {}

    /** How far a making is; the total is 0 before it has begun. */
    record Progress(long done, long total) {}

    private record Pending(Making making, Future<Flows> result) {}

    private static final class Making implements Watch {
        private volatile Progress progress = new Progress(0, 0);
        private volatile boolean stopped;

        @Override
        public void progress(long done, long total) {
            progress = new Progress(done, total);
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }
    }

    @PreDestroy
    void stop() {
        makings.values().forEach(pending -> pending.making.stopped = true);
        work.shutdownNow();
    }

    /**
     * The flows, when they are there within a time; else they are being made, and the next who asks may find them.
     *
     * @throws SnapshotStore.MissingSnapshot when a file is not there
     */
    Optional<Flows> find(SurveyLayer layer, Versions versions, long millis) {
        String name = name(layer, versions);
        Pending pending = makings.computeIfAbsent(name, fresh -> begin(fresh, layer, versions));
        try {
            Flows flows = pending.result.get(millis, TimeUnit.MILLISECONDS);
            makings.remove(name, pending);
            return Optional.of(flows);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            makings.remove(name, pending);
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            makings.remove(name, pending);
            throw e;
        }
    }

    Progress progress(SurveyLayer layer, Versions versions) {
        Pending pending = makings.get(name(layer, versions));
        return pending == null ? new Progress(0, 0) : pending.making.progress;
    }

    private static String name(SurveyLayer layer, Versions versions) {
        String ground = layer.divisionField() == null && versions.villages() != null ? versions.villages() : "";
        return Names.flows(layer, versions.before(), versions.after() + ground);
    }

    private Pending begin(String name, SurveyLayer layer, Versions versions) {
        Making making = new Making();
        return new Pending(
                making,
                work.submit(() -> held.get(name, fresh -> {
                    Optional<Flows> there = kept.findFlows(name);
                    if (there.isPresent()) return there.get();
                    Flows made = made(layer, versions, Effort.allCores().watched(making));
                    kept.keep(name, made);
                    return made;
                })));
    }

    private Flows made(SurveyLayer layer, Versions versions, Effort effort) {
        String villages = versions.villages();
        try (SnapshotStore.Lease then = store.open(versions.before());
                SnapshotStore.Lease now = store.open(versions.after())) {
            if (layer.divisionField() != null || villages == null)
                return FlowMaking.of(then.snapshot(), now.snapshot(), layer, effort);
            try (SnapshotStore.Lease ground = store.open(villages)) {
                return SpecialFlows.of(
                        then.snapshot(), now.snapshot(), layer, ground.snapshot(), Tallies.VILLAGE_CODE, effort);
            }
        }
    }
}
