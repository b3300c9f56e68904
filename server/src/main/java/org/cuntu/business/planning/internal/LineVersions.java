package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.springframework.stereotype.Component;

/** The versions in force at a day, by all that is known, held open together. */
@Component
class LineVersions {
    private final Baselines baselines;
    private final SnapshotStore store;

    LineVersions(Baselines baselines, SnapshotStore store) {
        this.baselines = baselines;
        this.store = store;
    }

    /** The version of a layer; empty when there is none. One that is stale is there all the same. */
    Optional<SnapshotRef> find(String layer, LocalDate day) {
        return baselines.resolve(day, null).layers().stream()
                .filter(each -> each.entry().code().equals(layer))
                .flatMap(each -> Optional.ofNullable(each.snapshot()).stream())
                .findFirst();
    }

    Open open(LocalDate day) {
        return new Open(baselines.resolve(day, null), store);
    }

    /** Opened when they are asked for, closed together; for one thread. */
    static final class Open implements AutoCloseable {
        private final Baseline baseline;
        private final SnapshotStore store;
        private final Map<String, SnapshotStore.Lease> leases = new LinkedHashMap<>();
        private final Map<String, String> used = new LinkedHashMap<>();

        private Open(Baseline baseline, SnapshotStore store) {
            this.baseline = baseline;
            this.store = store;
        }

        /** A layer that can be asked: in force, not stale, its file there. */
        Optional<Snapshot> find(String layer) {
            return baseline.layers().stream()
                    .filter(each -> each.entry().code().equals(layer) && each.reason() == null)
                    .flatMap(each -> Optional.ofNullable(each.snapshot()).stream())
                    .findFirst()
                    .flatMap(version -> open(layer, version.hash()));
        }

        Optional<Snapshot> open(String layer, String hash) {
            try {
                SnapshotStore.Lease lease = leases.get(hash);
                if (lease == null) {
                    lease = store.open(hash);
                    leases.put(hash, lease);
                }
                used.put(layer, hash);
                return Optional.of(lease.snapshot());
            } catch (SnapshotStore.MissingSnapshot e) {
                return Optional.empty();
            }
        }

        /** By layer what was asked. */
        Map<String, String> used() {
            return used;
        }

        LocalDate day() {
            return baseline.asOf();
        }

        @Override
        public void close() {
            leases.values().forEach(SnapshotStore.Lease::close);
        }
    }
}
