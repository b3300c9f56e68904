package org.cuntu.core.onemap.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.ReleaseEntry.Act;
import org.cuntu.core.onemap.ReleaseRequest;
import org.cuntu.core.onemap.ReleaseRequest.Correction;
import org.cuntu.core.onemap.ReleaseRequest.End;
import org.cuntu.core.onemap.ReleaseRequest.Release;
import org.cuntu.core.onemap.ReleaseRequest.Withdrawal;
import org.cuntu.core.onemap.Releases;
import org.cuntu.core.onemap.SnapshotReleased;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class DbReleases implements Releases {
    static final int LONGEST_SOURCE = 1000;

    private final ReleaseTable table;
    private final LayerRegister register;
    private final SnapshotStore store;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    DbReleases(
            ReleaseTable table,
            LayerRegister register,
            SnapshotStore store,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.table = table;
        this.register = register;
        this.store = store;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /** Not by annotation: the interface's own method for one request comes here without passing a proxy. */
    @Override
    public List<Released> release(List<ReleaseRequest> requests) {
        return Objects.requireNonNull(transaction.execute(status -> releaseLocked(requests)));
    }

    private List<Released> releaseLocked(List<ReleaseRequest> requests) {
        table.lock();
        List<Released> released = new ArrayList<>();
        for (ReleaseRequest request : requests) released.add(release(request, nextKnown()));
        return released;
    }

    @Override
    public List<ReleaseEntry> listReleases(String layer) {
        return table.timeline(layer).entries();
    }

    private Instant nextKnown() {
        Instant now = clock.now();
        return table.greatestKnown()
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    private Released release(ReleaseRequest request, Instant known) {
        if (register.findLayer(request.layer()).isEmpty()) throw refused("onemap.unknown-layer", request);
        if (request.source().length() > LONGEST_SOURCE)
            throw refused("onemap.source-long", request, "most", LONGEST_SOURCE);
        Timeline timeline = table.timeline(request.layer()).knownAt(known);
        ReleaseEntry entry =
                switch (request) {
                    case Release r -> {
                        if (timeline.hasVersionFrom(r.inForceFrom()))
                            throw refused("onemap.release-exists", r, "date", r.inForceFrom());
                        yield version(r, Act.RELEASE, r.hash(), r.inForceFrom(), r.invented(), known);
                    }
                    case Correction c -> {
                        if (!timeline.hasVersionFrom(c.inForceFrom()))
                            throw refused("onemap.nothing-to-correct", c, "date", c.inForceFrom());
                        yield version(c, Act.CORRECTION, c.hash(), c.inForceFrom(), c.invented(), known);
                    }
                    case End end -> {
                        if (timeline.inForceAt(end.inForceTo().minusDays(1)).isEmpty())
                            throw refused("onemap.nothing-to-end", end, "date", end.inForceTo());
                        yield entry(end, Act.END, null, null, end.inForceTo(), null, known, 0, null, false);
                    }
                    case Withdrawal w -> {
                        if (timeline.find(w.entry()).isEmpty())
                            throw refused("onemap.nothing-to-withdraw", w, "entry", w.entry());
                        yield entry(w, Act.WITHDRAWAL, null, null, null, w.entry(), known, 0, null, false);
                    }
                };
        table.add(entry);
        if (entry.hash() != null) events.publishEvent(new SnapshotReleased(entry.layer(), entry.hash()));
        String verb = entry.act().name().toLowerCase(java.util.Locale.ROOT);
        String object = entry.layer() + " " + entry.id();
        return new Released(
                entry, proof.append(new ProofAct(entry.by(), "onemap:snapshot:" + verb, object, entry.hash())));
    }

    private ReleaseEntry version(
            ReleaseRequest request, Act act, String hash, LocalDate inForceFrom, boolean invented, Instant known) {
        if (!store.contains(hash)) throw refused("onemap.no-snapshot-file", request, "hash", hash);
        try (SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            if (!snapshot.schema().layer().equals(request.layer()))
                throw refused(
                        "onemap.other-layer",
                        request,
                        "other",
                        snapshot.schema().layer());
            double[] bounds = snapshot.size() == 0 ? null : snapshot.bounds();
            return entry(request, act, hash, inForceFrom, null, null, known, snapshot.size(), bounds, invented);
        }
    }

    private ReleaseEntry entry(
            ReleaseRequest request,
            Act act,
            @Nullable String hash,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID target,
            Instant known,
            long features,
            double @Nullable [] bounds,
            boolean invented) {
        return new ReleaseEntry(
                UUID.randomUUID(),
                request.layer(),
                act,
                hash,
                from,
                to,
                target,
                known,
                features,
                bounds,
                invented,
                request.source(),
                actor.id());
    }

    private static InputRefused refused(String code, ReleaseRequest request, Object... more) {
        Object[] args = new Object[more.length + 2];
        args[0] = "layer";
        args[1] = request.layer();
        System.arraycopy(more, 0, args, 2, more.length);
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
