package org.cuntu.core.intake.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.cuntu.core.intake.Extent;
import org.cuntu.core.intake.LayerComparison;
import org.cuntu.core.intake.LayerComparison.Change;
import org.cuntu.core.intake.LayerComparison.ClassChange;
import org.cuntu.core.intake.LayerComparison.Count;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a layer, feature by feature in the order of their files; null: there was none before. */
final class ComparisonMaking {
    private final @Nullable FeatureKeys before;
    private final FeatureKeys after;
    private final Matching matching;
    private final DivisionPart part;
    private final IntConsumer progress;

    private final Map<Change, Tally> tallies = new EnumMap<>(Change.class);
    private final Map<String, CompensatedSum> was = new TreeMap<>();
    private final Map<String, CompensatedSum> is = new TreeMap<>();

    private static final class Tally {
        private long features;
        private final CompensatedSum extent = new CompensatedSum();
    }

    /**
     * @param part which features count, in both
     * @param progress hears how many are done
     */
    ComparisonMaking(
            @Nullable FeatureKeys before,
            FeatureKeys after,
            Matching matching,
            DivisionPart part,
            IntConsumer progress) {
        this.before = before;
        this.after = after;
        this.matching = matching;
        this.part = part;
        this.progress = progress;
        for (Change change : Change.values()) tallies.put(change, new Tally());
    }

    LayerComparison make() {
        Snapshot later = after.snapshot();
        int done = 0;
        for (int i = 0; i < later.size(); i++) {
            progress.accept(++done);
            if (!part.has(later, i)) continue;
            add(change(before, after, matching, i), Extents.measured(later, i));
            add(is, later, i);
        }
        if (before != null) goThrough(before, done);
        return new LayerComparison(
                count(Change.ADDED),
                count(Change.REMOVED),
                count(Change.RESHAPED),
                count(Change.REVALUED),
                count(Change.UNCHANGED),
                classes());
    }

    private void goThrough(FeatureKeys earlier, int done) {
        Snapshot snapshot = earlier.snapshot();
        int all = done;
        for (int i = 0; i < snapshot.size(); i++) {
            progress.accept(++all);
            if (!part.has(snapshot, i)) continue;
            add(was, snapshot, i);
            int now = after.find(earlier.key(i));
            if (now < 0 || !part.has(after.snapshot(), now)) add(Change.REMOVED, Extents.measured(snapshot, i));
        }
    }

    private void add(Change change, double extent) {
        Tally tally = Objects.requireNonNull(tallies.get(change));
        tally.features++;
        tally.extent.add(extent);
    }

    private Count count(Change change) {
        Tally tally = Objects.requireNonNull(tallies.get(change));
        return new Count(tally.features, extent(tally.extent));
    }

    private static void add(Map<String, CompensatedSum> sums, Snapshot snapshot, int feature) {
        String field = snapshot.schema().classField();
        Object code = field == null ? null : snapshot.value(feature, field);
        sums.computeIfAbsent(code == null ? "" : code.toString(), key -> new CompensatedSum())
                .add(Extents.measured(snapshot, feature));
    }

    private List<ClassChange> classes() {
        TreeMap<String, CompensatedSum> all = new TreeMap<>(was);
        all.putAll(is);
        List<ClassChange> classes = new ArrayList<>();
        for (String code : all.keySet())
            classes.add(new ClassChange(code, extent(was.get(code)), extent(is.get(code))));
        return classes;
    }

    private Extent extent(@Nullable CompensatedSum sum) {
        return Extent.of(after.snapshot().dimension(), sum == null ? 0 : sum.value());
    }

    /** What a feature of the later version is against the earlier one. */
    static Change change(@Nullable FeatureKeys before, FeatureKeys after, Matching matching, int feature) {
        int then = before == null ? -1 : before.find(after.key(feature));
        if (before == null || then < 0) return Change.ADDED;
        Snapshot was = before.snapshot();
        Snapshot is = after.snapshot();
        if (!was.geometry(then).equalsExact(is.geometry(feature))) return Change.RESHAPED;
        return isAlike(was, then, is, feature, matching) ? Change.UNCHANGED : Change.REVALUED;
    }

    /** Whether two features have the same values in the fields of the later one that are compared. */
    private static boolean isAlike(Snapshot was, int then, Snapshot is, int now, Matching matching) {
        for (int i = 0; i < is.schema().fields().size(); i++) {
            String code = is.schema().fields().get(i).code();
            if (matching.besides().contains(code)) continue;
            if (!Objects.equals(text(was.value(then, code)), text(is.value(now, i)))) return false;
        }
        return true;
    }

    /** Decimals are alike by their digits: 1.50 is 1.5. */
    static @Nullable String text(@Nullable Object value) {
        return value instanceof java.math.BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : value == null ? null : value.toString();
    }
}
