package org.cuntu.core.intake.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.cuntu.core.intake.LayerComparison.Change;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is not as it was: within a box for the map, and as a list, the largest first. Thread safe. */
@Component
class ChangedFeatures {
    private static final int MOST_DRAWN = 1500;
    private static final int MOST_LISTED = 200;
    private static final int KEPT = 8;

    private final SnapshotStore store;
    /** By what was compared, which never changes. */
    private final Map<Pair, ChangeList> made = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, ChangeList> eldest) {
            return size() > KEPT;
        }
    });

    ChangedFeatures(SnapshotStore store) {
        this.store = store;
    }

    /**
     * Two versions that are compared.
     *
     * @param before hash; null: there was none
     * @param matching by which features are compared
     * @param of whose features count: a division's digits with the day of its ground, or empty for all
     */
    record Pair(@Nullable String before, String after, Matching matching, String of) {}

    /**
     * Which rows of a list are wanted.
     *
     * @param change null: of every kind
     * @param code class before or after; null: every class
     * @param from how many of those to leave out
     */
    record Wanted(@Nullable Change change, @Nullable String code, int from, int limit) {
        static Wanted of(
                @Nullable String change, @Nullable String code, @Nullable Integer from, @Nullable Integer limit) {
            return new Wanted(
                    kind(change),
                    code,
                    from == null ? 0 : StrictMath.max(0, from),
                    limit == null ? MOST_LISTED : StrictMath.clamp(limit, 1, MOST_LISTED));
        }

        boolean has(TwoVersions versions, ChangeList list, int row) {
            if (change != null && list.change(row) != change) return false;
            return code == null || versions.isOf(list, row, code);
        }

        private static @Nullable Change kind(@Nullable String text) {
            if (text == null || text.isBlank()) return null;
            for (Change each : Change.values()) if (each.name().equals(text) && each != Change.UNCHANGED) return each;
            throw new InputRefused(Problem.refused("intake.unknown-change", Problem.Place.UNKNOWN, "change", text));
        }
    }

    static Box box(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length != 4) throw new NumberFormatException();
            double[] b = new double[4];
            for (int i = 0; i < 4; i++) b[i] = Double.parseDouble(parts[i]);
            Box box = Box.of(b);
            if (box == null || box.west() > box.east() || box.south() > box.north()) throw new NumberFormatException();
            return box;
        } catch (NumberFormatException e) {
            throw new InputRefused(Problem.refused("intake.box", Problem.Place.UNKNOWN, "box", text));
        }
    }

    /** Those that meet the box before or after, each with its outlines; the largest when there are too many. */
    Map<String, Object> in(Box box, Pair pair, DivisionPart part) {
        try (TwoVersions versions = TwoVersions.open(store, pair.before(), pair.after())) {
            ChangeList list = list(versions, pair, part);
            BitSet then = found(versions.was(), box);
            BitSet now = found(versions.is(), box);
            List<Map<String, Object>> found = new ArrayList<>();
            boolean complete = true;
            for (int row = 0; row < list.size() && complete; row++) {
                if (!has(then, list.before(row)) && !has(now, list.after(row))) continue;
                complete = found.size() < MOST_DRAWN;
                if (complete) found.add(versions.tree(list, row, pair.matching().key(), true));
            }
            return Map.of("complete", complete, "features", found);
        }
    }

    private static BitSet found(@Nullable Snapshot snapshot, Box box) {
        BitSet found = new BitSet();
        if (snapshot != null)
            for (int feature : snapshot.find(box.west(), box.south(), box.east(), box.north())) found.set(feature);
        return found;
    }

    private static boolean has(BitSet found, int feature) {
        return feature != ChangeList.NONE && found.get(feature);
    }

    /** A page of those wanted, without outlines. */
    Map<String, @Nullable Object> page(Wanted wanted, Pair pair, DivisionPart part) {
        try (TwoVersions versions = TwoVersions.open(store, pair.before(), pair.after())) {
            ChangeList list = list(versions, pair, part);
            List<Map<String, Object>> page = new ArrayList<>();
            int total = 0;
            for (int row = 0; row < list.size(); row++) {
                if (!wanted.has(versions, list, row)) continue;
                if (total >= wanted.from() && page.size() < wanted.limit())
                    page.add(versions.tree(list, row, pair.matching().key(), false));
                total++;
            }
            int end = wanted.from() + page.size();
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("total", total);
            tree.put("next", end < total ? end : null);
            tree.put("features", page);
            return tree;
        }
    }

    /** Does some work on two versions and what is not alike in them. */
    <T> T with(Pair pair, DivisionPart part, BiFunction<TwoVersions, ChangeList, T> work) {
        try (TwoVersions versions = TwoVersions.open(store, pair.before(), pair.after())) {
            return work.apply(versions, list(versions, pair, part));
        }
    }

    private ChangeList list(TwoVersions versions, Pair pair, DivisionPart part) {
        ChangeList known = made.get(pair);
        if (known != null) return known;
        ChangeList list = ChangeList.of(versions.was(), versions.is(), pair.matching(), part);
        made.put(pair, list);
        return list;
    }

    /** Bounds of a version's features; null when it has none. */
    double @Nullable [] bounds(String hash) {
        try (SnapshotStore.Lease lease = store.open(hash)) {
            return lease.snapshot().size() == 0 ? null : lease.snapshot().bounds();
        }
    }
}
