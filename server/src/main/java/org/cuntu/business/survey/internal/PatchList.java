package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.survey.TableQuestion;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a figure of a table to its patches: the parts that the figure is the sum of, the largest first. Thread safe. */
@Component
class PatchList {
    /** What a patch is told by, those of them that its layer has. */
    private static final List<String> TOLD = List.of("BSM", "TBBH", "YJJBNTTBBH", "MC", "ZLDWMC", "QSDWMC", "DLMC");

    private final SnapshotStore store;

    PatchList(SnapshotStore store) {
        this.store = store;
    }

    /**
     * @param part what of the patch counts in the figure, m²
     * @param area of the whole patch, m²; null where the book has none
     * @param values what it is told by
     * @param box west, south, east, north, degrees
     * @param geometry GeoJSON; null when it was not asked for
     */
    record Item(
            int feature,
            ClassRoll.Named landClass,
            String code,
            String village,
            String part,
            @Nullable String area,
            Map<String, String> values,
            List<Double> box,
            @Nullable Map<String, Object> geometry) {}

    /**
     * @param count of all parts
     * @param area of all parts, m²
     */
    record Page(long count, String area, List<Item> items) {}

    Page page(
            StandingSurveys.Standing standing,
            @Nullable Tally tally,
            DivisionRows.Rows rows,
            TableQuestion.Only only,
            int page,
            int size,
            boolean shapes) {
        SnapshotRef ref = standing.snapshot();
        if (tally == null || ref == null) return new Page(0, Area.ZERO.toString(), List.of());
        Choosing choosing = new Choosing(tally, standing.roll(), only, false);
        boolean[] seen = new boolean[tally.villages.length];
        for (int v = 0; v < seen.length; v++) seen[v] = rows.of(tally.villages[v]) >= 0;
        int[] parts = tally.listParts(entry -> seen[tally.village[entry]] && choosing.accepts(entry));
        long sum = 0;
        for (int part : parts) sum += tally.parts[part];
        List<Item> items = new ArrayList<>();
        int from = Math.min(parts.length, Math.multiplyExact(page, size));
        try (SnapshotStore.Lease lease = store.open(ref.hash())) {
            PatchBook book = new PatchBook(lease.snapshot(), standing.layer());
            for (int i = from; i < Math.min(parts.length, from + size); i++)
                items.add(item(standing, tally, lease.snapshot(), book, parts[i], shapes));
        }
        return new Page(parts.length, new Area(sum).toString(), items);
    }

    private static Item item(
            StandingSurveys.Standing standing,
            Tally tally,
            Snapshot snapshot,
            PatchBook book,
            int part,
            boolean shapes) {
        int feature = tally.features[part];
        PatchBook.Areas areas = book.areas(feature);
        String code = book.word(Dim.CLASS, feature);
        String key = standing.roll().place(code).code();
        return new Item(
                feature,
                standing.roll().named(key),
                code,
                book.village(feature),
                new Area(tally.parts[part]).toString(),
                areas.area() < 0 ? null : new Area(areas.area()).toString(),
                told(snapshot, feature),
                box(snapshot, feature),
                shapes ? GeoJsonTree.of(snapshot.geometry(feature)) : null);
    }

    static Map<String, String> told(Snapshot snapshot, int feature) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : TOLD) {
            Object value = snapshot.value(feature, field);
            if (value != null) values.put(field, value.toString());
        }
        return values;
    }

    static List<Double> box(Snapshot snapshot, int feature) {
        FlatShape flat = snapshot.flat(feature);
        return List.of(flat.box(Shapes.WEST), flat.box(Shapes.SOUTH), flat.box(Shapes.EAST), flat.box(Shapes.NORTH));
    }
}
