package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.platform.search.SearchText;

/**
 * The features of a snapshot in the order of one field: four bytes a feature, made in memory from the snapshot, which never
 * changes. Finds the features whose value begins with a text. Immutable; thread safe.
 */
final class NumberIndex {
    private final int[] order;
    private final int field;

    private NumberIndex(int[] order, int field) {
        this.order = order;
        this.field = field;
    }

    static NumberIndex of(Snapshot snapshot, String code) {
        int field = snapshot.schema().indexOf(code);
        List<Entry> entries = new ArrayList<>(snapshot.size());
        for (int i = 0; i < snapshot.size() && field >= 0; i++) {
            String value = value(snapshot, i, field);
            if (!value.isEmpty()) entries.add(new Entry(value, i));
        }
        entries.sort(null);
        return new NumberIndex(entries.stream().mapToInt(Entry::feature).toArray(), field);
    }

    private record Entry(String value, int feature) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int by = value.compareTo(other.value);
            return by != 0 ? by : Integer.compare(feature, other.feature);
        }
    }

    private static String value(Snapshot snapshot, int feature, int field) {
        Object value = snapshot.value(feature, field);
        return value == null ? "" : SearchText.plain(value.toString());
    }

    /**
     * The features whose value begins with a text, in the order of the values, an exact one first.
     *
     * @param prefix as {@code SearchText.plain} makes it
     */
    List<Integer> find(Snapshot snapshot, String prefix, int limit) {
        List<Integer> found = new ArrayList<>();
        for (int i = first(snapshot, prefix); i < order.length && found.size() < limit; i++) {
            if (!value(snapshot, order[i], field).startsWith(prefix)) break;
            found.add(order[i]);
        }
        return found;
    }

    private int first(Snapshot snapshot, String prefix) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value(snapshot, order[middle], field).compareTo(prefix) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
