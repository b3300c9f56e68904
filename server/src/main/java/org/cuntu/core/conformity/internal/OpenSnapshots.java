package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;

/** Snapshots of a baseline, open, stale ones too; one whose file is missing is left out: a fault. */
public final class OpenSnapshots implements AutoCloseable {
    private final List<SnapshotStore.Lease> leases = new ArrayList<>();
    private final Map<String, Snapshot> byLayer = new HashMap<>();

    private OpenSnapshots() {}

    public static OpenSnapshots of(Baseline baseline, SnapshotStore store) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Baseline.Layer layer : baseline.layers()) {
            var ref = layer.snapshot();
            if (ref == null || layer.reason() != null && layer.reason() != NotAnsweredReason.STALE) continue;
            hashes.put(layer.entry().code(), ref.hash());
        }
        return of(hashes, store);
    }

    /** @param hashes by layer code */
    public static OpenSnapshots of(Map<String, String> hashes, SnapshotStore store) {
        OpenSnapshots open = new OpenSnapshots();
        try {
            hashes.forEach((layer, hash) -> open.open(layer, hash, store));
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
        return open;
    }

    private void open(String layer, String hash, SnapshotStore store) {
        try {
            SnapshotStore.Lease lease = store.open(hash);
            leases.add(lease);
            byLayer.put(layer, lease.snapshot());
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
