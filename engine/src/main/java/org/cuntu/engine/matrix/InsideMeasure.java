package org.cuntu.engine.matrix;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.ShapePair;

/**
 * How much of each feature of the column layer lies in the row layer's coverage; a block at a time. The coverage is the first shape,
 * as everything of the row layer is. One a thread.
 */
final class InsideMeasure implements OrderedBlocks.Worker<InsideMeasure.Block> {
    private final ShapePair pair = new ShapePair();
    private final Snapshot columns;
    private final Groups columnGroups;
    private final FlatShape coverage;

    /** The figures of features from … on, F in m²; 0 for those that do not count. */
    record Block(int from, double[] insides) {}

    InsideMeasure(Snapshot columns, Groups columnGroups, FlatShape coverage) {
        this.columns = columns;
        this.columnGroups = columnGroups;
        this.coverage = coverage;
    }

    @Override
    public Block work(int from, int to, AtomicBoolean stopped) {
        double[] insides = new double[to - from];
        for (int feature = from; feature < to; feature++) {
            if (!columnGroups.has(feature)) continue;
            if (stopped.get()) throw new CancellationException("cancelled");
            pair.cut(coverage, columns.flat(feature));
            insides[feature - from] = pair.integral();
        }
        return new Block(from, insides);
    }
}
