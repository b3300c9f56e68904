package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cuntu.business.planning.AreaLedger;
import org.cuntu.business.planning.PlanFindings.Change;
import org.cuntu.business.planning.PlanFindings.FieldChange;
import org.cuntu.business.planning.PlanFindings.PlotChange;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** What becomes other by a plan within its own ground: by use as a ledger that adds up, and plot by plot. */
record PlanDifference(GroundChange change, AreaLedger ledger, List<PlotChange> plots) {
    private static final int MOST_PLOTS = 300;

    /** @param before those that are replaced; null: there are none */
    static PlanDifference of(MapLayer layer, @Nullable Snapshot before, Snapshot after) {
        List<String> keys = layer.unit() == null ? List.of(layer.key()) : List.of(layer.unit(), layer.key());
        GroundChange.Telling telling = new GroundChange.Telling(keys, layer.classField(), null);
        GroundChange change = GroundChange.between(telling, before, after);
        Map<LineStatements.Place, Double> in = new TreeMap<>();
        Map<LineStatements.Place, Double> out = new TreeMap<>();
        change.byClass().forEach((key, moved) -> {
            LineStatements.Place use = new LineStatements.Place("", key.code());
            in.merge(use, GroundShapes.integral(moved.in()), Double::sum);
            out.merge(use, GroundShapes.integral(moved.out()), Double::sum);
        });
        AreaLedger ledger = LedgerMaking.of(AreaLedger.Measure.GROSS, byUse(layer, before), in, out);
        return new PlanDifference(change, ledger, plots(layer, telling, before, after));
    }

    boolean isNothing() {
        return change.gone().isEmpty() && change.come().isEmpty();
    }

    Change figures(String layer) {
        return new Change(
                layer,
                change.figures(),
                ledger,
                plots.subList(0, StrictMath.min(MOST_PLOTS, plots.size())),
                plots.size());
    }

    private static Map<LineStatements.Place, Area> byUse(MapLayer layer, @Nullable Snapshot snapshot) {
        TreeMap<LineStatements.Place, Double> sums = new TreeMap<>();
        if (snapshot != null)
            for (int i = 0; i < snapshot.size(); i++)
                sums.merge(new LineStatements.Place("", use(layer, snapshot, i)), snapshot.integral(i), Double::sum);
        double[] parts = sums.values().stream().mapToDouble(Double::doubleValue).toArray();
        double whole = 0;
        for (double part : parts) whole += part;
        List<Area> areas = Apportionment.areas(parts, Area.ofSquareMetres(whole));
        Map<LineStatements.Place, Area> found = new TreeMap<>();
        int n = 0;
        for (LineStatements.Place place : sums.keySet()) found.put(place, areas.get(n++));
        return found;
    }

    private static String use(MapLayer layer, Snapshot snapshot, int feature) {
        return layer.classField() == null ? "" : PlanMaps.text(snapshot.value(feature, layer.classField()));
    }

    /** Those removed first, then the others in the order of the new map. */
    private static List<PlotChange> plots(
            MapLayer layer, GroundChange.Telling telling, @Nullable Snapshot before, Snapshot after) {
        Map<String, Integer> was = new LinkedHashMap<>();
        if (before != null) for (int i = 0; i < before.size(); i++) was.putIfAbsent(telling.key(before, i), i);
        List<PlotChange> come = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Integer old = was.remove(telling.key(after, i));
            if (old == null || before == null) come.add(one(layer, PlotChange.Kind.ADDED, null, -1, after, i));
            else if (!GroundChange.isAlike(before, old, after, i))
                come.add(one(layer, PlotChange.Kind.CHANGED, before, old, after, i));
        }
        List<PlotChange> all = new ArrayList<>();
        if (before != null)
            for (int i : was.values()) all.add(one(layer, PlotChange.Kind.REMOVED, before, i, null, -1));
        all.addAll(come);
        return all;
    }

    private static PlotChange one(
            MapLayer layer,
            PlotChange.Kind kind,
            @Nullable Snapshot before,
            int was,
            @Nullable Snapshot after,
            int is) {
        Snapshot named = Objects.requireNonNull(after == null ? before : after);
        int number = after == null ? was : is;
        return new PlotChange(
                PlanMaps.unit(layer, named, number),
                PlanMaps.text(named.value(number, layer.key())),
                kind,
                before == null ? null : Area.ofSquareMetres(before.integral(was)),
                after == null ? null : Area.ofSquareMetres(after.integral(is)),
                before == null || after == null ? List.of() : fields(before, was, after, is),
                GroundShapes.box(named.geometry(number)));
    }

    private static List<FieldChange> fields(Snapshot before, int was, Snapshot after, int is) {
        List<FieldChange> changes = new ArrayList<>();
        for (int f = 0; f < after.schema().fields().size(); f++) {
            Object old = before.value(was, f);
            Object now = after.value(is, f);
            if (!GroundChange.isEqual(old, now))
                changes.add(new FieldChange(
                        after.schema().fields().get(f).code(),
                        old == null ? null : old.toString(),
                        now == null ? null : now.toString()));
        }
        return changes;
    }
}
