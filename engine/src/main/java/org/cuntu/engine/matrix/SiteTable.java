package org.cuntu.engine.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteMeasure;
import org.jspecify.annotations.Nullable;

/**
 * How much of a layer lies in a site, group by group: m² of areas, metres of lines, the number of points. For sites that meet very many
 * features, a county or the whole city: on several threads, watched, and for the features that pass a filter alone. A small site is
 * asked by {@code SiteOverlay} or {@code LineOverlay}, which also name the pieces.
 *
 * <p>Sums are compensated and taken in feature order: the same bits on any number of threads.
 */
public final class SiteTable {
    private SiteTable() {}

    /**
     * What one group has in the site.
     *
     * @param key the values its features share
     * @param features how many of them have ground, a line or a point in it; for areas from {@value PatchCut#TOUCH} m² on
     * @param amount ΣF in m², metres, or the number of the features with a point
     */
    public record Row(GroupKey key, long features, double amount) {}

    /**
     * The groups that have something in the site, in the order of their keys.
     *
     * @param keys what the features are grouped by; none: all are one group
     * @throws CancellationException when the watch has it stopped or the thread is interrupted
     */
    public static List<Row> of(Site site, Snapshot layer, FeatureFilter filter, List<KeyPart> keys, Effort effort) {
        double[] box = site.bounds();
        int[] found = IntStream.of(layer.find(box[0], box[1], box[2], box[3]))
                .filter(feature -> filter.accepts(layer, feature))
                .toArray();
        Sums sums = new Sums(layer, keys);
        new OrderedBlocks(effort).<Block>run(found.length, 0, found.length, () -> worker(site, layer, found), block -> {
            for (int i = 0; i < block.amounts.length; i++) sums.add(found[block.from + i], block.amounts[i]);
        });
        return sums.rows();
    }

    private record Block(int from, double[] amounts) {}

    private static OrderedBlocks.Worker<Block> worker(Site site, Snapshot layer, int[] found) {
        SiteMeasure measure = new SiteMeasure(site, layer);
        return (from, to, stopped) -> {
            double[] amounts = new double[to - from];
            for (int i = from; i < to; i++) {
                if (stopped.get()) throw new CancellationException("cancelled");
                amounts[i - from] = measure.of(found[i]);
            }
            return new Block(from, amounts);
        };
    }

    private static final class Sums {
        private final Snapshot layer;
        private final List<KeyPart> keys;
        private final int[] positions;
        private final double least;
        private final Map<GroupKey, Sum> sums = new HashMap<>();

        private static final class Sum {
            private long features;
            private final CompensatedSum amount = new CompensatedSum();
        }

        Sums(Snapshot layer, List<KeyPart> keys) {
            this.layer = layer;
            this.keys = keys;
            positions = keys.stream()
                    .mapToInt(part -> FieldPosition.of(layer, part.field()))
                    .toArray();
            least = layer.dimension() == Dimension.AREA ? PatchCut.TOUCH : Double.MIN_VALUE;
        }

        void add(int feature, double amount) {
            if (amount < least) return;
            @Nullable Object[] values = new @Nullable Object[positions.length];
            for (int i = 0; i < values.length; i++) values[i] = keys.get(i).value(layer, feature, positions[i]);
            Sum sum = sums.computeIfAbsent(new GroupKey(Arrays.asList(values)), key -> new Sum());
            sum.features++;
            sum.amount.add(amount);
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            sums.forEach((key, sum) -> rows.add(new Row(key, sum.features, sum.amount.value())));
            rows.sort((a, b) -> a.key().compareTo(b.key()));
            return rows;
        }
    }
}
