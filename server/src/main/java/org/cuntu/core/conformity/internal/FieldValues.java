package org.cuntu.core.conformity.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The values of one feature by field code, in the order of the schema, a text or date that is not there as "". A review of a large
 * site holds thousands of them: the codes are kept once a layer. Immutable.
 */
final class FieldValues extends AbstractMap<String, @Nullable Object> {
    /** The codes of a layer's fields by the register, and where a snapshot, which may be older, has them. */
    static final class Codes {
        private final List<Field> fields;
        private final Map<String, Integer> places = new HashMap<>();
        private final int[] inSnapshot;

        Codes(LayerSchema schema, Snapshot snapshot) {
            fields = schema.fields();
            inSnapshot = new int[fields.size()];
            for (int i = 0; i < inSnapshot.length; i++) {
                places.putIfAbsent(fields.get(i).code(), i);
                inSnapshot[i] = snapshot.schema().indexOf(fields.get(i).code());
            }
        }
    }

    private final Codes codes;
    private final @Nullable Object[] values;

    private FieldValues(Codes codes, @Nullable Object[] values) {
        this.codes = codes;
        this.values = values;
    }

    static FieldValues of(Codes codes, Snapshot snapshot, int feature) {
        @Nullable Object[] values = new @Nullable Object[codes.fields.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = codes.inSnapshot[i] < 0 ? null : snapshot.value(feature, codes.inSnapshot[i]);
            Field.Type type = codes.fields.get(i).type();
            boolean text = type == Field.Type.TEXT || type == Field.Type.DATE;
            values[i] = value == null && text ? "" : value;
        }
        return new FieldValues(codes, values);
    }

    @Override
    public @Nullable Object get(Object code) {
        Integer place = codes.places.get(code);
        return place == null ? null : values[place];
    }

    @Override
    public boolean containsKey(Object code) {
        return codes.places.containsKey(code);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                return IntStream.range(0, values.length)
                        .mapToObj(FieldValues.this::entry)
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }

    private Entry<String, @Nullable Object> entry(int place) {
        return new SimpleImmutableEntry<>(codes.fields.get(place).code(), values[place]);
    }
}
