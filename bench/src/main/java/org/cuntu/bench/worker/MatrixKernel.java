package org.cuntu.bench.worker;

import java.util.Map;
import org.cuntu.engine.layer.Snapshot;

/** Layer against layer: m² by the classes of both. */
interface MatrixKernel {
    /** What the row's name says of how it is done. */
    String method();

    /** Keys are {@code "<class of a> <class of b>"}. */
    Map<String, Double> areas(Snapshot a, Snapshot b, int threads) throws InterruptedException;
}
