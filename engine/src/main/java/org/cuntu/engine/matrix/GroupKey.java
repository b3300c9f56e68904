package org.cuntu.engine.matrix;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a group of features has in common, in the order of its {@link KeyPart}s; String, Long, BigDecimal, LocalDate or
 * null. Groups are put in the order of their values, null first.
 */
public record GroupKey(List<@Nullable Object> values) implements Comparable<GroupKey> {
    public GroupKey {
        values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
    }

    public static GroupKey of(@Nullable Object... values) {
        return new GroupKey(Arrays.asList(values));
    }

    @Override
    public int compareTo(GroupKey other) {
        for (int i = 0; i < StrictMath.min(values.size(), other.values.size()); i++) {
            int order = compare(values.get(i), other.values.get(i));
            if (order != 0) return order;
        }
        return Integer.compare(values.size(), other.values.size());
    }

    @SuppressWarnings("unchecked") // a field's values are all of one comparable type
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) return a == b ? 0 : a == null ? -1 : 1;
        return ((Comparable<Object>) a).compareTo(b);
    }
}
