package org.cuntu.engine.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** The group of every feature of a side, four bytes each; groups are numbered in the order of their keys. */
final class Groups {
    static final int FILTERED_OUT = -1;

    private final int[] groups;
    private final List<GroupKey> keys;
    private final BigDecimal @Nullable [] books;

    private Groups(int[] groups, List<GroupKey> keys, BigDecimal @Nullable [] books) {
        this.groups = groups;
        this.keys = keys;
        this.books = books;
    }

    static Groups of(MatrixSide side) {
        Snapshot snapshot = side.snapshot();
        int parts = side.keys().size();
        int[] positions = new int[parts];
        for (int i = 0; i < parts; i++)
            positions[i] = FieldPosition.of(snapshot, side.keys().get(i).field());
        Map<List<@Nullable Object>, Integer> seen = new HashMap<>();
        int[] groups = new int[snapshot.size()];
        for (int feature = 0; feature < groups.length; feature++) {
            if (!side.filter().accepts(snapshot, feature)) {
                groups[feature] = FILTERED_OUT;
                continue;
            }
            @Nullable Object[] values = new @Nullable Object[parts];
            for (int i = 0; i < parts; i++) values[i] = side.keys().get(i).value(snapshot, feature, positions[i]);
            groups[feature] = seen.computeIfAbsent(Arrays.asList(values), key -> seen.size());
        }
        List<GroupKey> keys = new ArrayList<>();
        seen.keySet().forEach(values -> keys.add(new GroupKey(values)));
        keys.sort(null);
        int[] rank = new int[keys.size()];
        for (int i = 0; i < rank.length; i++) rank[seen.get(keys.get(i).values())] = i;
        for (int feature = 0; feature < groups.length; feature++)
            if (groups[feature] >= 0) groups[feature] = rank[groups[feature]];
        return new Groups(groups, List.copyOf(keys), books(side, groups, keys.size()));
    }

    private static BigDecimal @Nullable [] books(MatrixSide side, int[] groups, int count) {
        if (side.bookField() == null) return null;
        int position = FieldPosition.of(side.snapshot(), side.bookField());
        BigDecimal[] books = new BigDecimal[count];
        Arrays.fill(books, BigDecimal.ZERO);
        for (int feature = 0; feature < groups.length; feature++)
            if (groups[feature] >= 0 && side.snapshot().value(feature, position) instanceof BigDecimal area)
                books[groups[feature]] = books[groups[feature]].add(area);
        return books;
    }

    /** The feature's group, or {@link #FILTERED_OUT}. */
    int of(int feature) {
        return groups[feature];
    }

    boolean has(int feature) {
        return groups[feature] >= 0;
    }

    int count() {
        return keys.size();
    }

    GroupKey key(int group) {
        return keys.get(group);
    }

    @Nullable
    BigDecimal book(int group) {
        return books == null ? null : books[group];
    }
}
