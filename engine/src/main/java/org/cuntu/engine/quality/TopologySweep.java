package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.OrderedBlocks;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a layer of polygons once, for everything that was asked (拓扑质检).
 *
 * <p>Overlaps of any size are found exactly and measured as every area is (contracts 3): by pairs, whatever else is wrong with the layer.
 * Gaps are the faces of the edges that no neighbour runs back along, noded on a grid of 1e-12°; each is decided by what lies at a point of
 * it, exactly. Both need nothing of the layer, neither that it is valid nor that corners are shared; of a layer that shares none the
 * gaps alone are {@linkplain TopologyFinding#isUndecided undecided}. The same layer gives the same findings in the same order on any
 * number of threads. Immutable input, so nothing is locked; one run takes some blocks of features and {@value #MOST_FREE} corners of heap.
 */
public final class TopologySweep {
    /** Corners of free edges beyond which gaps are not looked for: some 400 MB. */
    public static final int MOST_FREE = 2_000_000;

    private TopologySweep() {}

    /**
     * Sweeps a layer.
     *
     * @param sink takes what is found, in the order of the features and of the checks, gaps last; called from this thread
     * @throws CancellationException when the effort's watch has it stopped
     * @throws IllegalArgumentException for a layer of lines or points
     */
    public static void run(
            Snapshot layer, List<TopologyCheck> checks, Effort effort, Consumer<? super TopologyFinding> sink) {
        run(layer, checks, effort, MOST_FREE, sink);
    }

    static void run(
            Snapshot layer,
            List<TopologyCheck> checks,
            Effort effort,
            int mostFree,
            Consumer<? super TopologyFinding> sink) {
        if (layer.dimension() != Dimension.AREA) throw new IllegalArgumentException("not a layer of polygons");
        SortedChecks sorted = SortedChecks.of(checks);
        Rim rim = sorted.gaps().isEmpty() ? null : new Rim(layer.flatCoverage());
        FreeList free = new FreeList(mostFree);
        new OrderedBlocks(effort)
                .<SweptBlock>run(layer.size(), 0, layer.size(), () -> new BlockSweep(layer, sorted, rim), block -> {
                    block.findings().forEach(sink);
                    free.add(block.free());
                });
        if (rim != null) gaps(layer, sorted.gaps(), rim, free, effort, sink);
    }

    private static void gaps(
            Snapshot layer,
            List<TopologyCheck.Gap> checks,
            Rim rim,
            FreeList free,
            Effort effort,
            Consumer<? super TopologyFinding> sink) {
        free.add(rim.rest());
        List<FreePath> paths = free.paths();
        if (paths == null) {
            for (TopologyCheck.Gap check : checks) sink.accept(TopologyFinding.undecided(check));
            return;
        }
        double least = checks.stream()
                .mapToDouble(TopologyCheck.Gap::squareMetres)
                .min()
                .orElseThrow();
        for (Gap gap : Gaps.find(layer, paths, least, effort.watch()))
            for (TopologyCheck.Gap check : checks)
                if (gap.area() > check.squareMetres() && gap.width() < check.narrowerThan())
                    sink.accept(
                            Places.ground(check, gap.feature(), gap.other(), gap.area(), gap.width(), gap.outline()));
    }

    /** Paths, until there are too many. */
    private static final class FreeList {
        private final int most;
        private @Nullable List<FreePath> paths = new ArrayList<>();
        private int corners;

        FreeList(int most) {
            this.most = most;
        }

        void add(List<FreePath> more) {
            List<FreePath> list = paths;
            if (list == null) return;
            for (FreePath path : more) corners += path.corners();
            if (corners > most) paths = null;
            else list.addAll(more);
        }

        @Nullable
        List<FreePath> paths() {
            return paths;
        }
    }
}
