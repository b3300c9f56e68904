package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;

/** The snapshots of a baseline, open, stale ones too; one whose file is missing is left out: a fault. */
public final class OpenSnapshots implements AutoCloseable {
    private final List<SnapshotStore.Lease> leases = new ArrayList<>();
    private final Map<String, Snapshot> byLayer = new HashMap<>();

    private OpenSnapshots() {}

    public static OpenSnapshots of(Baseline baseline, SnapshotStore store) {
        OpenSnapshots open = new OpenSnapshots();
        try {
            for (Baseline.Layer layer : baseline.layers()) open.open(layer, store);
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
        return open;
    }

    private void open(Baseline.Layer layer, SnapshotStore store) {
        var ref = layer.snapshot();
        if (ref == null || layer.reason() != null && layer.reason() != NotAnsweredReason.STALE) return;
        try {
            SnapshotStore.Lease lease = store.open(ref.hash());
            leases.add(lease);
            byLayer.put(layer.entry().code(), lease.snapshot());
        } catch (SnapshotStore.MissingSnapshot e) {
            return;
        }
    }

    /** By layer code. */
    public Map<String, Snapshot> byLayer() {
        return byLayer;
    }

    @Override
    public void close() {
        leases.forEach(SnapshotStore.Lease::close);
    }
}
