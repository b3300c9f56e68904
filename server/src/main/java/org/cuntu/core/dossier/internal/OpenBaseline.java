package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;

/** A baseline with its snapshots held open; one whose file is missing is not there. Used by one thread. */
final class OpenBaseline implements AutoCloseable {
    private final Baseline baseline;
    private final List<SnapshotStore.Lease> leases = new ArrayList<>();
    private final Map<String, Snapshot> byLayer = new HashMap<>();

    OpenBaseline(Baseline baseline, SnapshotStore store) {
        this.baseline = baseline;
        for (Baseline.Layer layer : baseline.layers()) {
            if (layer.snapshot() == null || layer.reason() == NotAnsweredReason.FAULT) continue;
            try {
                SnapshotStore.Lease lease = store.open(layer.snapshot().hash());
                leases.add(lease);
                byLayer.put(layer.entry().code(), lease.snapshot());
            } catch (SnapshotStore.MissingSnapshot e) {
                continue; // the layer is then a fault
            }
        }
    }

    Baseline baseline() {
        return baseline;
    }

    Optional<Snapshot> find(String layer) {
        return Optional.ofNullable(byLayer.get(layer));
    }

    @Override
    public void close() {
        leases.forEach(SnapshotStore.Lease::close);
    }
}
