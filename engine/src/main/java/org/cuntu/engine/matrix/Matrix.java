package org.cuntu.engine.matrix;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two layers have in common, class by class; FieldIntegral F, m², not rounded.
 *
 * <p>Rows and columns are in the order of their keys, cells by row, then column; a pair of groups without common ground has no cell.
 * In each row the cells, the rest and what is outside add up to the row's area, and in each column likewise, up to the rounding of
 * doubles (a part in 1e15).
 */
public record Matrix(List<Group> rows, List<Group> columns, List<Cell> cells) {
    public Matrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /**
     * A row or column.
     *
     * @param key the values its features share
     * @param features their number
     * @param integral ΣF of the features
     * @param inside ΣF of what of them lies in the other layer's coverage
     * @param rest of that, what no chosen feature of the other layer lies on; below 0 when those overlap
     * @param book the sum of the book field, null when none was asked for; a BookArea, beside the areas and in none of them
     */
    public record Group(
            GroupKey key,
            long features,
            double integral,
            double inside,
            double rest,
            @Nullable BigDecimal book) {
        /** ΣF of what lies beyond the other layer's coverage. */
        public double outside() {
            return integral - inside;
        }
    }

    /**
     * The ground that a row and a column have in common.
     *
     * @param integral ΣF of the pieces
     * @param pieces pairs of features with common ground (at least {@value PatchCut#TOUCH} m²)
     */
    public record Cell(int row, int column, double integral, long pieces) {}

    /** F of a cell by its keys, 0 when there is none. */
    public double integral(GroupKey row, GroupKey column) {
        for (Cell cell : cells)
            if (rows.get(cell.row()).key().equals(row)
                    && columns.get(cell.column()).key().equals(column)) return cell.integral();
        return 0;
    }
}
