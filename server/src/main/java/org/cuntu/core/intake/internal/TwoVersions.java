package org.cuntu.core.intake.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The snapshots of two versions while they are read, and a changed feature of theirs as the page sees it. */
record TwoVersions(SnapshotStore.@Nullable Lease earlier, SnapshotStore.Lease later) implements AutoCloseable {
    /** @param before hash; null: there was none */
    static TwoVersions open(SnapshotStore store, @Nullable String before, String after) {
        SnapshotStore.Lease later = store.open(after);
        try {
            return new TwoVersions(before == null ? null : store.open(before), later);
        } catch (RuntimeException e) {
            later.close();
            throw e;
        }
    }

    @Nullable
    Snapshot was() {
        return earlier == null ? null : earlier.snapshot();
    }

    Snapshot is() {
        return later.snapshot();
    }

    boolean isOf(ChangeList list, int row, String code) {
        return code.equals(code(was(), list.before(row))) || code.equals(code(is(), list.after(row)));
    }

    static @Nullable String code(@Nullable Snapshot snapshot, int feature) {
        if (snapshot == null || feature < 0) return null;
        String field = snapshot.schema().classField();
        Object value = field == null ? null : snapshot.value(feature, field);
        return value == null ? "" : value.toString();
    }

    Map<String, Object> tree(ChangeList list, int row, String keyField, boolean drawn) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Snapshot last = list.after(row) < 0 ? Objects.requireNonNull(was()) : is();
        int number = list.after(row) < 0 ? list.before(row) : list.after(row);
        tree.put("key", FeatureKeys.key(last, last.schema().indexOf(keyField), number));
        tree.put("change", list.change(row).name());
        if (list.before(row) >= 0) tree.put("before", state(Objects.requireNonNull(was()), list.before(row), drawn));
        if (list.after(row) >= 0) tree.put("after", state(is(), list.after(row), drawn));
        return tree;
    }

    private static Map<String, Object> state(Snapshot snapshot, int feature, boolean drawn) {
        Geometry geometry = snapshot.geometry(feature);
        Envelope bounds = geometry.getEnvelopeInternal();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", Objects.requireNonNull(code(snapshot, feature)));
        Extents.put(tree, Extents.of(snapshot, feature));
        if (!bounds.isNull())
            tree.put("bounds", new double[] {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()});
        if (drawn) tree.put("outline", GeoJsonTree.of(geometry));
        return tree;
    }

    @Override
    public void close() {
        try {
            later.close();
        } finally {
            if (earlier != null) earlier.close();
        }
    }
}
