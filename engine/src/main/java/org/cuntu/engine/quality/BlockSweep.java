package org.cuntu.engine.quality;

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
import org.cuntu.engine.matrix.Nearby;
import org.cuntu.engine.matrix.OrderedBlocks;
import org.jspecify.annotations.Nullable;

/** Sweeps blocks of features: each feature by itself, then with its neighbours. One a thread. */
final class BlockSweep implements OrderedBlocks.Worker<SweptBlock> {
    private final Snapshot layer;
    private final List<Probe> probes = new ArrayList<>();
    private final List<BorderProbe> borders = new ArrayList<>();
    private final @Nullable OverlapProbe overlaps;
    private final @Nullable Rim rim;
    private final boolean meetsNeighbours;
    private final FreeEdges edges = new FreeEdges();
    private final Nearby nearby;

    BlockSweep(Snapshot layer, SortedChecks checks, @Nullable Rim rim) {
        this.layer = layer;
        this.rim = rim;
        nearby = new Nearby(layer);
        if (!checks.whole().isEmpty()) probes.add(new WholeProbe(layer, checks.whole()));
        if (!checks.rings().isEmpty()) probes.add(new RingProbe(layer, checks.rings()));
        checks.within().forEach((check, ground) -> probes.add(new WithinProbe(layer, check, ground)));
        checks.clearOf().forEach(check -> probes.add(new LayerProbe(layer, check)));
        checks.coveredBy().forEach(check -> probes.add(new LayerProbe(layer, check)));
        checks.borders().forEach(check -> borders.add(new BorderProbe(layer, check)));
        overlaps = checks.overlaps().isEmpty() ? null : new OverlapProbe(layer, checks.overlaps());
        meetsNeighbours = overlaps != null || rim != null || !borders.isEmpty();
    }

    @Override
    public SweptBlock work(int from, int to, AtomicBoolean stopped) {
        SweptBlock block = new SweptBlock(new ArrayList<>(), new ArrayList<>());
        for (int first = from; first < to; first += Nearby.RUN) {
            int end = StrictMath.min(first + Nearby.RUN, to);
            double[] box = box(first, end);
            for (Probe probe : probes) probe.begin(box);
            if (meetsNeighbours) nearby.begin(box);
            for (int feature = first; feature < end; feature++) {
                if (stopped.get()) throw new CancellationException("cancelled");
                FlatShape shape = layer.flat(feature);
                for (Probe probe : probes) probe.look(feature, shape, block.findings());
                if (meetsNeighbours) neighbours(feature, shape, block, stopped);
            }
        }
        return block;
    }

    private void neighbours(int feature, FlatShape shape, SweptBlock block, AtomicBoolean stopped) {
        boolean needsEdges = rim != null || !borders.isEmpty();
        if (needsEdges) edges.begin(shape);
        int count = nearby.find(shape);
        for (int i = 0; i < count; i++) {
            int other = nearby.feature(i);
            if (other == feature) continue;
            if (stopped.get()) throw new CancellationException("cancelled");
            FlatShape otherShape = layer.flat(other);
            if (needsEdges) edges.meet(shape, other < feature, otherShape);
            if (overlaps != null && other > feature) overlaps.look(feature, shape, other, otherShape, block.findings());
        }
        if (!borders.isEmpty()) {
            List<FreePath> free = new ArrayList<>();
            edges.rest(feature, null, free);
            if (!free.isEmpty()) for (BorderProbe border : borders) border.look(feature, free, block.findings());
        }
        if (rim != null) edges.rest(feature, rim, block.free());
    }

    private double[] box(int from, int to) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int feature = from; feature < to; feature++) {
            FlatShape shape = layer.flat(feature);
            box[WEST] = StrictMath.min(box[WEST], shape.box(WEST));
            box[SOUTH] = StrictMath.min(box[SOUTH], shape.box(SOUTH));
            box[EAST] = StrictMath.max(box[EAST], shape.box(EAST));
            box[NORTH] = StrictMath.max(box[NORTH], shape.box(NORTH));
        }
        return box;
    }
}
