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
 * site holds thousands of them, of which few are looked at: the codes are kept once a layer, and a value is read from the snapshot
 * when it is first asked for, so that a value that nobody asked for while the snapshot was open cannot be had afterwards. Immutable
 * to see. Thread safe.
 */
final class FieldValues extends AbstractMap<String, @Nullable Object> {
    /** The codes of a layer's fields by the register, and where a snapshot, which may be older, has them. */
    static final class Codes {
        private final Snapshot snapshot;
        private final List<Field> fields;
        private final Map<String, Integer> places = new HashMap<>();
        private final int[] inSnapshot;

        Codes(LayerSchema schema, Snapshot snapshot) {
            this.snapshot = snapshot;
            fields = schema.fields();
            inSnapshot = new int[fields.size()];
            for (int i = 0; i < inSnapshot.length; i++) {
                places.putIfAbsent(fields.get(i).code(), i);
                inSnapshot[i] = snapshot.schema().indexOf(fields.get(i).code());
            }
        }

        private @Nullable Object read(int feature, int place) {
            Object value = inSnapshot[place] < 0 ? null : snapshot.value(feature, inSnapshot[place]);
            if (value != null) return value;
            Field.Type type = fields.get(place).type();
            return type == Field.Type.TEXT || type == Field.Type.DATE ? "" : null;
        }
    }

    /** Stands for a value that was asked for and is not there. */
    private static final Object NOTHING = new Object();

    private final Codes codes;
    private final int feature;
    /** What was asked for; two threads that ask for the same at once write the same. */
    private final @Nullable Object[] values;

    private FieldValues(Codes codes, int feature) {
        this.codes = codes;
        this.feature = feature;
        this.values = new @Nullable Object[codes.fields.size()];
    }

    static FieldValues of(Codes codes, int feature) {
        return new FieldValues(codes, feature);
    }

    @Override
    public @Nullable Object get(Object code) {
        Integer place = codes.places.get(code);
        return place == null ? null : value(place);
    }

    private @Nullable Object value(int place) {
        Object known = values[place];
        if (known == null) {
            Object read = codes.read(feature, place);
            known = read == null ? NOTHING : read;
            values[place] = known;
        }
        return known == NOTHING ? null : known;
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
        return new SimpleImmutableEntry<>(codes.fields.get(place).code(), value(place));
    }
}
