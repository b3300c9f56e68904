package org.cuntu.engine.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.CompensatedSum;

/** Sums by row and column; only cells that have something are kept. */
final class CellSums {
    private final int columns;
    private final java.util.HashMap<Long, Sum> cells = new java.util.HashMap<>();

    private static final class Sum {
        final CompensatedSum area = new CompensatedSum();
        long pieces;
    }

    CellSums(int columns) {
        this.columns = columns;
    }

    void add(int row, int column, double area) {
        Sum sum = cells.computeIfAbsent((long) row * columns + column, cell -> new Sum());
        sum.area.add(area);
        sum.pieces++;
    }

    /** By rows, then columns. */
    List<Matrix.Cell> list() {
        Long[] keys = cells.keySet().toArray(Long[]::new);
        Arrays.sort(keys);
        List<Matrix.Cell> list = new ArrayList<>();
        for (long key : keys) {
            Sum sum = cells.get(key);
            list.add(new Matrix.Cell((int) (key / columns), (int) (key % columns), sum.area.value(), sum.pieces));
        }
        return list;
    }
}
