package org.cuntu.engine.matrix;

import java.util.Set;
import java.util.function.Predicate;
import org.cuntu.engine.layer.Snapshot;

/** Which features of a layer count. A filter is code or values, never a user's expression; it may be asked on any thread. */
@FunctionalInterface
public interface FeatureFilter {
    boolean accepts(Snapshot snapshot, int feature);

    /** Every feature. */
    static FeatureFilter all() {
        return (snapshot, feature) -> true;
    }

    /** Features whose field has one of these values; of the field's type, null not among them. */
    static FeatureFilter in(String field, Set<?> values) {
        Set<Object> wanted = Set.copyOf(values);
        return (snapshot, feature) -> {
            Object value = snapshot.value(feature, FieldPosition.of(snapshot, field));
            return value != null && wanted.contains(value);
        };
    }

    /** Features whose field has a value of this type that passes; null never passes. */
    static <T> FeatureFilter where(String field, Class<T> type, Predicate<? super T> passes) {
        return (snapshot, feature) -> {
            Object value = snapshot.value(feature, FieldPosition.of(snapshot, field));
            return value != null && passes.test(type.cast(value));
        };
    }

    default FeatureFilter and(FeatureFilter other) {
        return (snapshot, feature) -> accepts(snapshot, feature) && other.accepts(snapshot, feature);
    }
}
