package org.cuntu.engine.matrix;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.cuntu.engine.overlay.LayerShapes;

/**
 * A layer meets a layer: how much ground each group of one has in common with each group of the other, without building an outline.
 *
 * <p>Every pair of features whose boxes meet is cut ({@code ShapePair}); features wholly inside one of another layer count with their
 * stored integral. The column layer counts as shifted by (ε, ε²) against the row layer, the same for all pairs and for both coverages:
 * each row feature is divided without gap or overlap into pieces, rest and outside ({@link PatchCut}).
 *
 * <p>Sums are compensated and taken in feature order: the same two snapshots give the same bits, on any number of threads and any
 * platform. Memory beside the mapped files: four bytes a feature, the cells, and some hundred features that are under way.
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
        Groups rowGroups = Groups.of(rows);
        Groups columnGroups = Groups.of(columns);
        LayerShapes rowShapes = LayerShapes.of(rows.snapshot());
        LayerShapes columnShapes = LayerShapes.of(columns.snapshot());
        int rowSize = rows.snapshot().size();
        int columnSize = columns.snapshot().size();
        long total = (long) rowSize + columnSize;
        CellSums cells = new CellSums(columnGroups.count());
        GroupSums rowSums = new GroupSums(rowGroups.count());
        GroupSums columnSums = new GroupSums(columnGroups.count());
        new OrderedBlocks(effort)
                .<List<PatchCut>>run(
                        rowSize,
                        0,
                        total,
                        () -> new PatchCutter(rowShapes, rowGroups, columns.snapshot(), columnShapes, columnGroups),
                        block -> {
                            for (PatchCut cut : block) {
                                int row = rowGroups.of(cut.feature());
                                rowSums.addFeature(row, cut.integral(), cut.inside());
                                for (int piece = 0; piece < cut.size(); piece++) {
                                    int column = columnGroups.of(cut.other(piece));
                                    cells.add(row, column, cut.area(piece));
                                    rowSums.addPiece(row, cut.area(piece));
                                    columnSums.addPiece(column, cut.area(piece));
                                }
                                sink.accept(cut);
                            }
                        });
        new OrderedBlocks(effort)
                .<InsideMeasure.Block>run(
                        columnSize,
                        rowSize,
                        total,
                        () -> new InsideMeasure(columnShapes, columnGroups, rowShapes.coverage()),
                        block -> {
                            for (int i = 0; i < block.insides().length; i++) {
                                int feature = block.from() + i;
                                if (!columnGroups.has(feature)) continue;
                                columnSums.addFeature(
                                        columnGroups.of(feature),
                                        columns.snapshot().integral(feature),
                                        block.insides()[i]);
                            }
                        });
        return new Matrix(rowSums.list(rowGroups), columnSums.list(columnGroups), cells.list());
    }
}
