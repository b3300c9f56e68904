package org.cuntu.engine.matrix;

import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * One side of a matrix.
 *
 * @param snapshot open for as long as the matrix is made
 * @param filter which of its features count
 * @param keys what they are grouped by; none: all are one group
 * @param bookField a DECIMAL field whose sum is wanted beside the areas ({@code BookArea}: it enters none of them), or null
 */
public record MatrixSide(
        Snapshot snapshot,
        FeatureFilter filter,
        List<KeyPart> keys,
        @Nullable String bookField) {
    public MatrixSide {
        if (snapshot.dimension() != Dimension.AREA)
            throw new IllegalArgumentException("layer " + snapshot.schema().layer()
                    + " has no areas but features of kind " + snapshot.dimension());
        keys = List.copyOf(keys);
    }

    /** All features as one group. */
    public static MatrixSide of(Snapshot snapshot) {
        return new MatrixSide(snapshot, FeatureFilter.all(), List.of(), null);
    }

    /** Grouped by fields. */
    public MatrixSide by(String... fields) {
        return by(Arrays.stream(fields).map(KeyPart::of).toArray(KeyPart[]::new));
    }

    public MatrixSide by(KeyPart... parts) {
        return new MatrixSide(snapshot, filter, List.of(parts), bookField);
    }

    /** With the features that pass this filter as well as the ones before. */
    public MatrixSide where(FeatureFilter passes) {
        return new MatrixSide(snapshot, filter.and(passes), keys, bookField);
    }

    public MatrixSide withBook(String field) {
        return new MatrixSide(snapshot, filter, keys, field);
    }
}
