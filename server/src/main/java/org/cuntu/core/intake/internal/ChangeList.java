package org.cuntu.core.intake.internal;

import java.util.Arrays;
import java.util.Comparator;
import org.cuntu.core.intake.LayerComparison.Change;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The features of two versions that are not alike, the largest first: nine bytes each, numbers into the two snapshots, which never
 * change. Every feature that {@link ComparisonMaking} counts as added, removed, reshaped or revalued is in it once. Immutable.
 */
final class ChangeList {
    /** In place of a number: the version has no such feature. */
    static final int NONE = -1;

    private final int[] before;
    private final int[] after;
    private final Change[] changes;

    private ChangeList(int[] before, int[] after, Change[] changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    /** @param was null: there was no version before */
    static ChangeList of(@Nullable Snapshot was, Snapshot is, Matching matching, DivisionPart part) {
        FeatureKeys now = FeatureKeys.of(is, matching.key());
        FeatureKeys then = was == null ? null : FeatureKeys.of(was, matching.key());
        Rows rows = new Rows();
        for (int i = 0; i < is.size(); i++) {
            if (!part.has(is, i)) continue;
            Change change = ComparisonMaking.change(then, now, matching, i);
            if (change != Change.UNCHANGED)
                rows.add(then == null ? NONE : then.find(now.key(i)), i, change, Extents.measured(is, i));
        }
        if (then != null)
            for (int i = 0; i < then.snapshot().size(); i++) {
                if (!part.has(then.snapshot(), i)) continue;
                int found = now.find(then.key(i));
                if (found < 0 || !part.has(is, found))
                    rows.add(i, NONE, Change.REMOVED, Extents.measured(then.snapshot(), i));
            }
        return rows.sorted();
    }

    int size() {
        return changes.length;
    }

    /** Number in the earlier version, or {@link #NONE}. */
    int before(int row) {
        return before[row];
    }

    /** Number in the later version, or {@link #NONE}. */
    int after(int row) {
        return after[row];
    }

    Change change(int row) {
        return changes[row];
    }

    /** Rows while they are found. */
    private static final class Rows {
        private int[] before = new int[64];
        private int[] after = new int[64];
        private Change[] changes = new Change[64];
        private double[] extents = new double[64];
        private int size;

        void add(int then, int now, Change change, double extent) {
            if (size == before.length) {
                before = Arrays.copyOf(before, 2 * size);
                after = Arrays.copyOf(after, 2 * size);
                changes = Arrays.copyOf(changes, 2 * size);
                extents = Arrays.copyOf(extents, 2 * size);
            }
            before[size] = then;
            after[size] = now;
            changes[size] = change;
            extents[size++] = extent;
        }

        ChangeList sorted() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order,
                    Comparator.comparingDouble((Integer i) -> -extents[i]).thenComparing(i -> i));
            int[] sortedBefore = new int[size];
            int[] sortedAfter = new int[size];
            Change[] sortedChanges = new Change[size];
            for (int row = 0; row < size; row++) {
                sortedBefore[row] = before[order[row]];
                sortedAfter[row] = after[order[row]];
                sortedChanges[row] = changes[order[row]];
            }
            return new ChangeList(sortedBefore, sortedAfter, sortedChanges);
        }
    }
}
