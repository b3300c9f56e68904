package org.cuntu.bench.worker;

import java.util.Map;
import java.util.TreeMap;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.Matrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.Watch;

/** Layer against layer: m² by the classes of both. */
interface MatrixKernel {
    /** Keys are {@code "<class of a> <class of b>"}. */
    Map<String, Double> areas(Snapshot a, Snapshot b, int threads);

    /** The engine's matrix with the keys of the bench. */
    static Map<String, Double> byClass(Snapshot a, Snapshot b, int threads) {
        Matrix matrix = LayerMatrix.of(
                MatrixSide.of(a).by(OursWorker.CLASS),
                MatrixSide.of(b).by(OursWorker.CLASS),
                new Effort(threads, Watch.NONE));
        Map<String, Double> areas = new TreeMap<>();
        for (Matrix.Cell cell : matrix.cells())
            areas.put(
                    matrix.rows().get(cell.row()).key().values().getFirst() + " "
                            + matrix.columns().get(cell.column()).key().values().getFirst(),
                    cell.integral());
        return areas;
    }
}
