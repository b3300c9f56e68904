package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cuntu.business.planning.PlanDeliveries.PlanMap;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.business.planning.PlanScheme.Replaces;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan's features, and those that they replace, as GeoJSON for its page; too many are not drawn there, and that is said. */
@Component
class PlanMapJson {
    private static final int MOST_FEATURES = 8_000;
    private static final int MOST_POINTS = 400_000;

    private final SnapshotStore store;

    PlanMapJson(SnapshotStore store) {
        this.store = store;
    }

    /** The plan's own. */
    Map<String, Object> after(MapLayer layer, PlanMap map) {
        try (SnapshotStore.Lease own = store.open(map.own())) {
            Snapshot snapshot = own.snapshot();
            return collection(
                    layer, snapshot, IntStream.range(0, snapshot.size()).toArray());
        }
    }

    /** What was there in its units, or the version that it amends; nothing where neither is. */
    Map<String, Object> before(MapLayer layer, PlanMap map) {
        if (map.base() == null) return collection(layer, null, new int[0]);
        try (SnapshotStore.Lease own = store.open(map.own());
                SnapshotStore.Lease base = store.open(map.base())) {
            Snapshot snapshot = base.snapshot();
            return collection(layer, snapshot, chosen(layer, own.snapshot(), snapshot));
        }
    }

    private static int[] chosen(MapLayer layer, Snapshot own, Snapshot base) {
        if (layer.replaces() != Replaces.UNITS)
            return IntStream.range(0, base.size()).toArray();
        Set<String> units = new TreeSet<>(PlanMaps.units(layer, own));
        double[] box = own.bounds();
        int[] near = base.find(box[0], box[1], box[2], box[3]);
        return IntStream.of(near)
                .filter(i -> units.contains(PlanMaps.unit(layer, base, i)))
                .toArray();
    }

    private static Map<String, Object> collection(MapLayer layer, @Nullable Snapshot snapshot, int[] features) {
        List<Object> list = new ArrayList<>();
        int points = 0;
        boolean more = features.length > MOST_FEATURES;
        for (int i : features) {
            if (more || snapshot == null) break;
            points += snapshot.geometry(i).getNumPoints();
            if (points > MOST_POINTS) more = true;
            else list.add(feature(layer, snapshot, i));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "FeatureCollection");
        tree.put("more", more);
        tree.put("features", more ? List.of() : list);
        return tree;
    }

    private static Map<String, Object> feature(MapLayer layer, Snapshot snapshot, int i) {
        Map<String, Object> shape = GroundShapes.json(snapshot.geometry(i));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("key", PlanMaps.text(snapshot.value(i, layer.key())));
        properties.put("unit", PlanMaps.unit(layer, snapshot, i));
        properties.put("use", layer.classField() == null ? "" : PlanMaps.text(snapshot.value(i, layer.classField())));
        properties.put("area", Area.ofSquareMetres(snapshot.integral(i)).toString());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "Feature");
        tree.put("geometry", shape == null ? Map.of() : shape);
        tree.put("properties", properties);
        return tree;
    }
}
