package org.cuntu.engine.matrix;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a layer: which features are as they were, how much ground went from which class to which, and
 * where.
 *
 * <p>Each feature of the later version is cut with the earlier one; its pieces, with what had no feature, add up to it. So the areas
 * from → to add up to the classes' areas in both versions ({@link Matrix}), and the changed places are just the pieces whose compared
 * values differ. To balance a later patch to its book area and to print 平差 (contracts 3) ask {@link LayerMatrix} with a sink, the later
 * version as rows; the books' sums stand in the matrix when the book field is named.
 */
public final class LayerDifference {
    private LayerDifference() {}

    /**
     * @param classes what rows and columns of the matrix are, in fields that both versions have
     * @param compared the fields in which a place must differ to be listed
     * @param bookField the book area that is summed beside, or null
     * @param places takes the changed places on the calling thread: those on later features in their order, then what disappeared
     * @throws CancellationException when the watch has it stopped or the thread is interrupted
     */
    public static Difference of(
            Snapshot before,
            Snapshot after,
            List<KeyPart> classes,
            List<String> compared,
            @Nullable String bookField,
            Effort effort,
            Consumer<? super ChangedPlace> places) {
        return of(before, after, FeatureFilter.all(), classes, compared, bookField, effort, places);
    }

    /**
     * The same of the features that pass a filter, in both versions: ground that a feature loses to one that does not pass has
     * disappeared.
     */
    public static Difference of(
            Snapshot before,
            Snapshot after,
            FeatureFilter filter,
            List<KeyPart> classes,
            List<String> compared,
            @Nullable String bookField,
            Effort effort,
            Consumer<? super ChangedPlace> places) {
        MatrixSide rows = new MatrixSide(after, filter, classes, bookField);
        MatrixSide columns = new MatrixSide(before, filter, classes, bookField);
        String[] fields = compared.toArray(String[]::new);
        DifferenceCount count =
                new DifferenceCount(before, Groups.of(rows.by(fields)), Groups.of(columns.by(fields)), places);
        Matrix matrix = new MatrixRun(rows, columns, effort).withTwins(count::add);
        return count.finish(matrix);
    }

    /** By the layer's class field alone. */
    public static Difference byClass(
            Snapshot before, Snapshot after, Effort effort, Consumer<? super ChangedPlace> places) {
        String field = after.schema().classField();
        if (field == null)
            throw new IllegalArgumentException("layer " + after.schema().layer() + " has no class field");
        return of(before, after, List.of(KeyPart.of(field)), List.of(field), null, effort, places);
    }
}
