package org.cuntu.engine.matrix;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One making of a matrix: the row layer's features cut in blocks, then the column layer's measured against the row layer's coverage. */
final class MatrixRun {
    private final MatrixSide rows;
    private final MatrixSide columns;
    private final Effort effort;
    final Groups rowGroups;
    final Groups columnGroups;
    private final CellSums cells;
    private final GroupSums rowSums;
    private final GroupSums columnSums;

    MatrixRun(MatrixSide rows, MatrixSide columns, Effort effort) {
        this.rows = rows;
        this.columns = columns;
        this.effort = effort;
        rowGroups = Groups.of(rows);
        columnGroups = Groups.of(columns);
        cells = new CellSums(columnGroups.count());
        rowSums = new GroupSums(rowGroups.count());
        columnSums = new GroupSums(columnGroups.count());
    }

    /** Has a twin looked for on each patch. */
    Matrix withTwins(Consumer<? super PatchCut> sink) {
        return make(new Twins(rows.snapshot(), columns.snapshot()), sink);
    }

    Matrix make(Consumer<? super PatchCut> sink) {
        return make(null, sink);
    }

    private Matrix make(@Nullable Twins twins, Consumer<? super PatchCut> sink) {
        int rowSize = rows.snapshot().size();
        int columnSize = columns.snapshot().size();
        long total = (long) rowSize + columnSize;
        new OrderedBlocks(effort)
                .<List<PatchCut>>run(
                        rowSize,
                        0,
                        total,
                        () -> new PatchCutter(rows.snapshot(), rowGroups, columns.snapshot(), columnGroups, twins),
                        block -> block.forEach(cut -> {
                            add(cut);
                            sink.accept(cut);
                        }));
        new OrderedBlocks(effort)
                .<InsideMeasure.Block>run(
                        columnSize,
                        rowSize,
                        total,
                        () -> new InsideMeasure(
                                columns.snapshot(),
                                columnGroups,
                                rows.snapshot().flatCoverage()),
                        this::add);
        return new Matrix(rowSums.list(rowGroups), columnSums.list(columnGroups), cells.list());
    }

    private void add(PatchCut cut) {
        int row = rowGroups.of(cut.feature());
        rowSums.addFeature(row, cut.integral(), cut.inside());
        for (int piece = 0; piece < cut.size(); piece++) {
            int column = columnGroups.of(cut.other(piece));
            cells.add(row, column, cut.area(piece));
            rowSums.addPiece(row, cut.area(piece));
            columnSums.addPiece(column, cut.area(piece));
        }
    }

    private void add(InsideMeasure.Block block) {
        for (int i = 0; i < block.insides().length; i++) {
            int feature = block.from() + i;
            if (!columnGroups.has(feature)) continue;
            double area = columns.snapshot().integral(feature);
            columnSums.addFeature(columnGroups.of(feature), area, block.insides()[i]);
        }
    }
}
