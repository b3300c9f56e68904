package org.cuntu.core.quality.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** What one check stands on: the snapshot, and the released layers in force at its day, each opened when first needed. For one thread. */
final class CheckGround implements AutoCloseable {
    private final LayerChecks.Order order;
    private final SnapshotStore store;
    private final Baseline baseline;
    private final @Nullable String divisionField;
    private final LayerChecks.Progress progress;
    private final SnapshotStore.Lease own;
    private final Map<String, SnapshotStore.Lease> others = new HashMap<>();
    private final Map<PackageGround.Fields, PackageGround> changes = new HashMap<>();

    /** @param divisionField the layer's field with the code of the feature's division; null: it has none */
    CheckGround(
            LayerChecks.Order order,
            SnapshotStore store,
            Baseline baseline,
            @Nullable String divisionField,
            LayerChecks.Progress progress) {
        this.order = order;
        this.store = store;
        this.baseline = baseline;
        this.divisionField = divisionField;
        this.progress = progress;
        own = store.open(order.snapshot());
    }

    LayerChecks.Order order() {
        return order;
    }

    String layer() {
        return order.layer();
    }

    Snapshot snapshot() {
        return own.snapshot();
    }

    LayerChecks.Progress progress() {
        return progress;
    }

    /** A released layer in force that has these fields; null when there is none, or it is stale or damaged. */
    @Nullable
    Snapshot released(String layer, String... fields) {
        Snapshot found = open(layer);
        if (found == null) return null;
        for (String field : fields) if (found.schema().indexOf(field) < 0) return null;
        return found;
    }

    private @Nullable Snapshot open(String layer) {
        SnapshotStore.Lease lease = others.get(layer);
        if (lease != null) return lease.snapshot();
        for (Baseline.Layer each : baseline.layers())
            if (each.entry().code().equals(layer) && each.snapshot() != null && each.reason() == null) {
                try {
                    lease = store.open(each.snapshot().hash());
                } catch (SnapshotStore.MissingSnapshot gone) {
                    return null;
                }
                others.put(layer, lease);
                return lease.snapshot();
            }
        return null;
    }

    /** The features of the layer that are other divisions'; null when the whole city delivers, or the layer has no division's code. */
    @Nullable
    FeatureFilter neighbours() {
        String division = order.division();
        if (division == null || divisionField == null) return null;
        String code = Reach.significant(division);
        return (layer, feature) -> {
            Object value = layer.value(feature, divisionField);
            return value != null && !value.toString().startsWith(code);
        };
    }

    /**
     * The version before, and what of it counts.
     *
     * @param of the division's features, or all when the whole city delivers
     */
    record Before(Snapshot layer, FeatureFilter of) {}

    /** Null when there is none, its file is not there, or nobody can tell which of its features are the division's. */
    @Nullable
    Before before() {
        String previous = order.previous();
        String division = order.division();
        if (previous == null || division != null && divisionField == null) return null;
        SnapshotStore.Lease lease = others.get(previous);
        try {
            if (lease == null) {
                lease = store.open(previous);
                others.put(previous, lease);
            }
        } catch (SnapshotStore.MissingSnapshot gone) {
            return null;
        }
        FeatureFilter neighbours = neighbours();
        FeatureFilter own =
                neighbours == null ? FeatureFilter.all() : (layer, feature) -> !neighbours.accepts(layer, feature);
        return new Before(lease.snapshot(), own);
    }

    /** What the delivered package says and what the ground says to it; null when there is none, or the version before is not there. */
    @Nullable
    PackageGround change(PackageGround.Fields fields) {
        LayerChecks.Update update = order.update();
        Before before = before();
        if (update == null || before == null) return null;
        return changes.computeIfAbsent(
                fields,
                each -> PackageGround.of(each, before, opened(update.result()), opened(update.process()), this));
    }

    private Snapshot opened(String hash) {
        return others.computeIfAbsent(hash, store::open).snapshot();
    }

    /** What people call a feature: its identifier, or its number where it has none. */
    String name(Snapshot layer, int feature) {
        if (feature < 0) return "";
        Object value = layer.value(feature, "BSM");
        return value == null || value.toString().isBlank() ? "#" + feature : value.toString();
    }

    /** A place on a feature: longitude and latitude; empty where nothing is drawn. */
    static double[] pointIn(Snapshot layer, int feature) {
        Point point = layer.geometry(feature).getInteriorPoint();
        return point.isEmpty() ? new double[0] : new double[] {point.getX(), point.getY()};
    }

    /** @throws CancellationException when the check is cancelled */
    void goOn() {
        if (progress.cancelled()) throw new CancellationException("cancelled");
    }

    @Override
    public void close() {
        others.values().forEach(SnapshotStore.Lease::close);
        own.close();
    }
}
