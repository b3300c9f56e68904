package org.cuntu.core.conformity;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.jspecify.annotations.Nullable;

/** One baseline, whatever T and K, with its snapshots in memory. */
final class FlatOnemap implements Baselines, SnapshotStore {
    private final Baseline baseline;
    private final Map<String, Snapshot> byHash = new HashMap<>();

    FlatOnemap(FlatGround ground) {
        baseline = ground.baseline();
        ground.input().snapshots().values().forEach(snapshot -> byHash.put(snapshot.hash(), snapshot));
    }

    /** The file of a layer's snapshot is lost. */
    void lose(String layer) {
        byHash.values().removeIf(snapshot -> snapshot.schema().layer().equals(layer));
    }

    @Override
    public Baseline resolve(@Nullable LocalDate asOf, @Nullable String known) {
        return baseline;
    }

    @Override
    public Baseline replay(LocalDate asOf, @Nullable Instant known, Map<String, String> hashes) {
        List<Baseline.Layer> layers = new ArrayList<>();
        for (Baseline.Layer layer : baseline.layers()) {
            boolean same = layer.snapshot() != null
                    && layer.snapshot().hash().equals(hashes.get(layer.entry().code()));
            layers.add(new Baseline.Layer(layer.entry(), same ? layer.snapshot() : null, null));
        }
        return new Baseline(asOf, known, layers);
    }

    @Override
    public Lease open(String hash) {
        Snapshot snapshot = byHash.get(hash);
        if (snapshot == null) throw new MissingSnapshot(hash, "lost");
        return new Lease() {
            @Override
            public Snapshot snapshot() {
                return snapshot;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean contains(String hash) {
        return byHash.containsKey(hash);
    }

    @Override
    public Path folder() {
        return Path.of(".");
    }

    @Override
    public void close() {}
}
