package org.cuntu.engine.format;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A feature's values by the file's field names, in the order of the fields: one array, for a map of its own would take more time and
 * memory than all else of a feature. Read only to those who get it.
 */
final class ValueRow extends AbstractMap<String, @Nullable Object> {
    /** A value that is there and null; what is not there is null in the array. */
    private static final Object NOTHING = new Object();

    private final FieldNames names;
    private @Nullable Object[] values;
    private int size;

    ValueRow(FieldNames names) {
        this.names = names;
        this.values = new Object[names.size()];
    }

    /** @param field without a value so far */
    void set(int field, @Nullable Object value) {
        if (field >= values.length) values = Arrays.copyOf(values, StrictMath.max(field + 1, names.size()));
        values[field] = value == null ? NOTHING : value;
        size++;
    }

    /** No value is left: the row is used again. */
    void clearAll() {
        Arrays.fill(values, null);
        size = 0;
    }

    private static @Nullable Object given(@Nullable Object held) {
        return held == NOTHING ? null : held;
    }

    private @Nullable Object held(@Nullable Object name) {
        int field = name == null ? FieldNames.NONE : names.find(name);
        return field == FieldNames.NONE || field >= values.length ? null : values[field];
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return given(held(name));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return held(name) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> taker) {
        for (int field = 0; field < values.length; field++)
            if (values[field] != null) taker.accept(names.name(field), given(values[field]));
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {
        private int next = after(0);

        private int after(int field) {
            int at = field;
            while (at < values.length && values[at] == null) at++;
            return at;
        }

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            if (!hasNext()) throw new NoSuchElementException();
            int field = next;
            next = after(field + 1);
            return new AbstractMap.SimpleImmutableEntry<>(names.name(field), given(values[field]));
        }
    }
}
