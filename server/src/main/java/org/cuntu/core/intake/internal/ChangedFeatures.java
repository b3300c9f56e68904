package org.cuntu.core.intake.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.core.intake.LayerComparison.Change;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is not as it was within a box, for the map. */
@Component
class ChangedFeatures {
    private static final int MOST = 1500;

    private final SnapshotStore store;

    ChangedFeatures(SnapshotStore store) {
        this.store = store;
    }

    static Box box(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length != 4) throw new NumberFormatException();
            double[] b = new double[4];
            for (int i = 0; i < 4; i++) b[i] = Double.parseDouble(parts[i]);
            Box box = Box.of(b);
            if (box == null || box.west() > box.east() || box.south() > box.north()) throw new NumberFormatException();
            return box;
        } catch (NumberFormatException e) {
            throw new InputRefused(Problem.refused("intake.box", Problem.Place.UNKNOWN, "box", text));
        }
    }

    /**
     * Features of two versions that meet the box and are not alike, each with its outlines before and after.
     *
     * @param before hash; null: there was none
     * @param keyField by which they are matched
     */
    Map<String, Object> in(Box box, @Nullable String before, String after, String keyField, DivisionPart part) {
        try (SnapshotStore.Lease is = store.open(after);
                SnapshotStore.Lease was = before == null ? is : store.open(before)) {
            FeatureKeys now = FeatureKeys.of(is.snapshot(), keyField);
            FeatureKeys then = before == null ? null : FeatureKeys.of(was.snapshot(), keyField);
            Map<String, Map<String, Object>> found = new LinkedHashMap<>();
            boolean complete = true;
            for (int i : is.snapshot().find(box.west(), box.south(), box.east(), box.north())) {
                Change change = ComparisonMaking.change(then, now, i);
                if (change == Change.UNCHANGED || !part.has(is.snapshot(), i)) continue;
                String key = now.key(i);
                int old = then == null ? -1 : then.find(key);
                if (found.size() < MOST)
                    found.put(key, feature(key, change, old < 0 ? null : was.snapshot(), old, is.snapshot(), i));
                else complete = false;
            }
            if (then != null)
                for (int i : was.snapshot().find(box.west(), box.south(), box.east(), box.north())) {
                    String key = then.key(i);
                    if (now.find(key) >= 0 || !part.has(was.snapshot(), i)) continue;
                    if (found.size() < MOST) found.put(key, feature(key, Change.REMOVED, was.snapshot(), i, null, -1));
                    else complete = false;
                }
            return Map.of("complete", complete, "features", new ArrayList<>(found.values()));
        }
    }

    private static Map<String, Object> feature(
            String key, Change change, @Nullable Snapshot was, int then, @Nullable Snapshot is, int now) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("key", key);
        tree.put("change", change.name());
        if (was != null) tree.put("before", GeoJsonTree.of(was.geometry(then)));
        if (is != null) tree.put("after", GeoJsonTree.of(is.geometry(now)));
        return tree;
    }

    /** Bounds of a version's features; null when it has none. */
    double @Nullable [] bounds(String hash) {
        try (SnapshotStore.Lease lease = store.open(hash)) {
            return lease.snapshot().size() == 0 ? null : lease.snapshot().bounds();
        }
    }
}
