package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;

/** A baseline of which some layers are asked, opened when they are and closed together; what may not be seen does not answer. For one thread. */
final class PlotBaseline implements AutoCloseable {
    private final Baseline baseline;
    private final SnapshotStore store;
    private final Predicate<LayerEntry> seen;
    private final Map<String, SnapshotStore.Lease> leases = new LinkedHashMap<>();

    PlotBaseline(Baseline baseline, SnapshotStore store, Predicate<LayerEntry> seen) {
        this.baseline = baseline;
        this.store = store;
        this.seen = seen;
    }

    Baseline baseline() {
        return baseline;
    }

    /** A layer with why it does not answer, as far as that is known without its ground. Empty: the register has none of the name. */
    Optional<Baseline.Layer> layer(String code) {
        return baseline.layers().stream()
                .filter(each -> each.entry().code().equals(code))
                .findFirst()
                .map(this::stated);
    }

    private Baseline.Layer stated(Baseline.Layer layer) {
        if (!seen.test(layer.entry())) return new Baseline.Layer(layer.entry(), null, NotAnsweredReason.NOT_CLEARED);
        SnapshotRef version = layer.snapshot();
        if (layer.reason() != null) return layer;
        if (version == null) return new Baseline.Layer(layer.entry(), null, NotAnsweredReason.NO_SNAPSHOT);
        return open(version.hash()).isPresent()
                ? layer
                : new Baseline.Layer(layer.entry(), version, NotAnsweredReason.FAULT);
    }

    /** The snapshot of a layer that can be asked. */
    Optional<Snapshot> find(String code) {
        return layer(code)
                .filter(layer -> layer.reason() == null)
                .flatMap(layer -> Optional.ofNullable(layer.snapshot()))
                .flatMap(version -> open(version.hash()));
    }

    /** Any version, whether or not it is this baseline's. */
    Optional<Snapshot> open(String hash) {
        SnapshotStore.Lease lease = leases.get(hash);
        if (lease != null) return Optional.of(lease.snapshot());
        try {
            lease = store.open(hash);
            leases.put(hash, lease);
            return Optional.of(lease.snapshot());
        } catch (SnapshotStore.MissingSnapshot e) {
            return Optional.empty();
        }
    }

    /** These layers alone, in this order. */
    Baseline only(List<String> codes) {
        List<Baseline.Layer> layers = new ArrayList<>();
        for (String code : codes) layer(code).ifPresent(layers::add);
        return new Baseline(baseline.asOf(), baseline.known(), layers);
    }

    Map<String, Snapshot> snapshots(List<String> codes) {
        Map<String, Snapshot> open = new LinkedHashMap<>();
        for (String code : codes) find(code).ifPresent(snapshot -> open.put(code, snapshot));
        return open;
    }

    @Override
    public void close() {
        leases.values().forEach(SnapshotStore.Lease::close);
    }
}
