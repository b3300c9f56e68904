package org.cuntu.engine.matrix;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A layer meets a layer: how much ground each group of one has in common with each group of the other, without building an outline.
 *
 * <p>Every pair of features whose boxes meet is cut ({@code ShapePair}); features wholly inside one of another layer count with their
 * stored integral. The column layer counts as shifted by (ε, ε²) against the row layer, the same for all pairs and for both coverages:
 * each row feature is divided without gap or overlap into pieces, rest and outside ({@link PatchCut}).
 *
 * <p>Sums are compensated and taken in feature order: the same two snapshots give the same bits, on any number of threads and any
 * platform. Memory beside the mapped files: four bytes a feature, the cells, and some thousand features that are under way.
 */
public final class LayerMatrix {
    private LayerMatrix() {}

    /** @throws CancellationException when the watch has it stopped or the thread is interrupted */
    public static Matrix of(MatrixSide rows, MatrixSide columns, Effort effort) {
        return of(rows, columns, effort, patch -> {});
    }

    /**
     * As {@link #of(MatrixSide, MatrixSide, Effort)}, and gives the pieces as well.
     *
     * @param sink takes what lies on each row feature, in feature order, on the calling thread; nothing is kept for it
     */
    public static Matrix of(MatrixSide rows, MatrixSide columns, Effort effort, Consumer<? super PatchCut> sink) {
        return new MatrixRun(rows, columns, effort).make(sink);
    }
}
