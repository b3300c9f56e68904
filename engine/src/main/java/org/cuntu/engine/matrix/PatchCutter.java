package org.cuntu.engine.matrix;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.ShapePair;
import org.jspecify.annotations.Nullable;

/** Cuts a block of the row layer's features with the column layer. One a thread. */
final class PatchCutter implements OrderedBlocks.Worker<List<PatchCut>> {
    private final ShapePair pair = new ShapePair();
    private final Snapshot rows;
    private final Groups rowGroups;
    private final Nearby nearby;
    private final Snapshot columns;
    private final Groups columnGroups;
    private final FlatShape coverage;
    private final @Nullable Twins twins;

    /** @param twins looked for when given */
    PatchCutter(Snapshot rows, Groups rowGroups, Snapshot columns, Groups columnGroups, @Nullable Twins twins) {
        this.rows = rows;
        this.rowGroups = rowGroups;
        nearby = new Nearby(columns);
        this.columns = columns;
        this.columnGroups = columnGroups;
        this.twins = twins;
        coverage = columns.flatCoverage();
    }

    @Override
    public List<PatchCut> work(int from, int to, AtomicBoolean stopped) {
        List<PatchCut> cuts = new ArrayList<>(to - from);
        for (int first = from; first < to; first += Nearby.RUN) {
            int end = StrictMath.min(first + Nearby.RUN, to);
            nearby.begin(box(first, end));
            for (int feature = first; feature < end; feature++)
                if (rowGroups.has(feature)) cuts.add(cut(feature, stopped));
        }
        return cuts;
    }

    private double[] box(int from, int to) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int feature = from; feature < to; feature++) {
            if (!rowGroups.has(feature)) continue;
            FlatShape patch = rows.flat(feature);
            box[WEST] = StrictMath.min(box[WEST], patch.box(WEST));
            box[SOUTH] = StrictMath.min(box[SOUTH], patch.box(SOUTH));
            box[EAST] = StrictMath.max(box[EAST], patch.box(EAST));
            box[NORTH] = StrictMath.max(box[NORTH], patch.box(NORTH));
        }
        return box;
    }

    private PatchCut cut(int feature, AtomicBoolean stopped) {
        FlatShape patch = rows.flat(feature);
        PatchCut cut = new PatchCut(feature, patch.integral());
        int count = nearby.find(patch);
        for (int i = 0; i < count; i++) {
            int other = nearby.feature(i);
            if (!columnGroups.has(other)) continue;
            if (stopped.get()) throw new CancellationException("cancelled");
            pair.cut(patch, columns.flat(other));
            if (pair.meets()) cut.add(other, pair.integral(), pair.perimeter());
        }
        pair.cut(patch, coverage);
        cut.inside(pair.integral());
        if (twins != null) twins.find(cut);
        return cut;
    }
}
