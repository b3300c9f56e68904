package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a figure of a transition to the places that it is the sum of, and what explains them. Thread safe. */
@Component
class ChangeList {
    private static final int HELD = 4;

    private final SnapshotStore store;
    private final LastUsed<List<List<Causes.Part>>> causes = new LastUsed<>(HELD);

    ChangeList(SnapshotStore store) {
        this.store = store;
    }

    /**
     * Which places.
     *
     * @param from key of the earlier class; null: any
     * @param to key of the later class; null: any
     * @param level the classes that must differ
     */
    record Wanted(@Nullable String from, @Nullable String to, TableColumns level) {}

    /** What explains ground: an approval on which it lies, or the case or project that its patch names. */
    enum Kind {
        APPROVAL,
        FIELD
    }

    /** @param number the approval's, or the case or project as the patch names it */
    record Cause(Kind kind, String number, String name, String area) {}

    record Item(
            int before,
            int after,
            ClassRoll.Named from,
            ClassRoll.Named to,
            String village,
            String area,
            Map<String, String> values,
            List<Double> box,
            List<Cause> causes,
            @Nullable Map<String, Object> geometry) {}

    record Page(long count, String area, List<Item> items) {}

    /**
     * New construction by cause, m²: total = approved + named + unknown.
     *
     * @param approved on an approval
     * @param named on none, but its patch names a case or project
     * @param unknown 原因未知
     */
    record Explained(String total, String approved, String named, String unknown, long places, List<Group> groups) {}

    record Group(Kind kind, String number, String name, String area, long places) {}

    Page page(YearPair.Pair pair, Flows flows, Wanted wanted, int page, int size, boolean shapes) {
        int[] places = listPlaces(pair, flows, wanted);
        long sum = Arrays.stream(places).mapToLong(p -> flows.places.area()[p]).sum();
        int from = Math.min(places.length, Math.multiplyExact(page, size));
        List<Item> items = new ArrayList<>();
        try (SnapshotStore.Lease then = store.open(pair.earlier().hash());
                SnapshotStore.Lease now = store.open(pair.later().hash())) {
            int[] shown = Arrays.copyOfRange(places, from, Math.min(places.length, from + size));
            Map<Integer, List<Cause>> why = causesOf(pair, flows, shown, then.snapshot(), now.snapshot());
            for (int place : shown)
                items.add(item(
                        pair,
                        flows,
                        place,
                        then.snapshot(),
                        now.snapshot(),
                        why.getOrDefault(place, List.of()),
                        shapes));
        }
        return new Page(places.length, new Area(sum).toString(), items);
    }

    private static int[] listPlaces(YearPair.Pair pair, Flows flows, Wanted wanted) {
        ClassRoll roll = pair.after().roll();
        boolean[] in = new boolean[flows.entries()];
        for (int e = 0; e < in.length; e++) {
            String from = flows.from(e);
            boolean other = !TransitionMaking.key(roll, wanted.level, from)
                    .equals(TransitionMaking.key(roll, wanted.level, flows.to(e)));
            in[e] = other
                    && (wanted.from == null || roll.isIn(from, wanted.from))
                    && (wanted.to == null || roll.isIn(flows.to(e), wanted.to))
                    && pair.rows().of(flows.village(e)) >= 0;
        }
        return IntStream.range(0, flows.places.size())
                .filter(place -> in[flows.places.entry()[place]])
                .toArray();
    }

    private static Item item(
            YearPair.Pair pair,
            Flows flows,
            int place,
            Snapshot before,
            Snapshot after,
            List<Cause> causes,
            boolean shapes) {
        ClassRoll roll = pair.after().roll();
        int entry = flows.places.entry()[place];
        int now = flows.places.after()[place];
        int then = flows.places.before()[place];
        return new Item(
                then,
                now,
                roll.named(roll.place(flows.from(entry)).code()),
                roll.named(roll.place(flows.to(entry)).code()),
                flows.village(entry),
                new Area(flows.places.area()[place]).toString(),
                now < 0 ? PatchList.told(before, then) : PatchList.told(after, now),
                now < 0 ? PatchList.box(before, then) : PatchList.box(after, now),
                causes,
                shapes ? GeoJsonTree.of(Causes.outline(flows.places, place, before, after)) : null);
    }

    private Map<Integer, List<Cause>> causesOf(
            YearPair.Pair pair, Flows flows, int[] places, Snapshot before, Snapshot after) {
        Map<Integer, List<Cause>> found = new LinkedHashMap<>();
        int[] built = IntStream.of(places).filter(isBuilt(pair, flows)).toArray();
        if (built.length == 0) return found;
        SnapshotRef ref = approvals(pair);
        try (SnapshotStore.Lease lease = ref == null ? null : store.open(ref.hash())) {
            Snapshot approvals = lease == null ? null : lease.snapshot();
            List<List<Causes.Part>> all = approvals == null
                    ? Causes.withoutApprovals(flows.places, built)
                    : Causes.of(flows.places, built, before, after, approvals);
            String field = pair.after().layer().causeField();
            for (List<Causes.Part> parts : all)
                found.put(
                        parts.getFirst().place(),
                        parts.stream()
                                .map(part -> keyed(part, flows, after, field))
                                .filter(keyed -> keyed.kind != null)
                                .map(keyed -> keyed.cause(approvals))
                                .toList());
        }
        return found;
    }

    /** A part with what explains it. @param kind null: nothing does */
    private record Keyed(@Nullable Kind kind, int approval, String named, long area) {
        Cause cause(@Nullable Snapshot approvals) {
            return new Cause(
                    Objects.requireNonNull(kind), number(approvals), name(approvals), new Area(area).toString());
        }

        String number(@Nullable Snapshot approvals) {
            return approval >= 0 ? text(Objects.requireNonNull(approvals), approval, "PZWH") : named;
        }

        String name(@Nullable Snapshot approvals) {
            return approval >= 0 ? text(Objects.requireNonNull(approvals), approval, "XMMC") : "";
        }
    }

    private static Keyed keyed(Causes.Part part, Flows flows, Snapshot after, @Nullable String field) {
        if (part.approval() >= 0) return new Keyed(Kind.APPROVAL, part.approval(), "", part.area());
        String named = Causes.named(flows.places, part.place(), after, field);
        return new Keyed(named.isEmpty() ? null : Kind.FIELD, -1, named, part.area());
    }

    /** All new construction of a division by cause, the largest first. */
    Explained explained(YearPair.Pair pair, Flows flows) {
        int[] places = IntStream.of(listPlaces(pair, flows, new Wanted(null, null, TableColumns.THREE)))
                .filter(isBuilt(pair, flows))
                .toArray();
        SnapshotRef ref = approvals(pair);
        List<List<Causes.Part>> parts = parts(pair, flows, places, ref);
        Map<Keyed, long[]> sums = new LinkedHashMap<>();
        try (SnapshotStore.Lease now = store.open(pair.later().hash());
                SnapshotStore.Lease lease = ref == null ? null : store.open(ref.hash())) {
            String field = pair.after().layer().causeField();
            for (List<Causes.Part> each : parts)
                for (Causes.Part part : each) {
                    Keyed keyed = keyed(part, flows, now.snapshot(), field);
                    long[] sum = sums.computeIfAbsent(
                            new Keyed(keyed.kind, keyed.approval, keyed.named, 0), first -> new long[2]);
                    sum[0] += part.area();
                    sum[1]++;
                }
            Snapshot approvals = lease == null ? null : lease.snapshot();
            List<Group> groups = sums.entrySet().stream()
                    .filter(each -> each.getKey().kind != null)
                    .sorted((a, b) -> Long.compare(b.getValue()[0], a.getValue()[0]))
                    .map(each -> new Group(
                            Objects.requireNonNull(each.getKey().kind),
                            each.getKey().number(approvals),
                            each.getKey().name(approvals),
                            text(each.getValue()[0]),
                            each.getValue()[1]))
                    .toList();
            return new Explained(
                    text(sum(sums, null) + sum(sums, Kind.APPROVAL) + sum(sums, Kind.FIELD)),
                    text(sum(sums, Kind.APPROVAL)),
                    text(sum(sums, Kind.FIELD)),
                    text(sum(sums, null)),
                    places.length,
                    groups);
        }
    }

    private static long sum(Map<Keyed, long[]> sums, @Nullable Kind kind) {
        return sums.entrySet().stream()
                .filter(each -> each.getKey().kind == kind)
                .mapToLong(each -> each.getValue()[0])
                .sum();
    }

    private List<List<Causes.Part>> parts(
            YearPair.Pair pair, Flows flows, int[] places, @Nullable SnapshotRef approvals) {
        if (approvals == null) return Causes.withoutApprovals(flows.places, places);
        String name = pair.earlier().hash()
                + pair.later().hash()
                + approvals.hash()
                + pair.division().code()
                + Arrays.hashCode(places)
                + pair.after().baseline().asOf();
        return causes.get(name, fresh -> made(pair, flows, places, approvals));
    }

    private List<List<Causes.Part>> made(YearPair.Pair pair, Flows flows, int[] places, SnapshotRef approvals) {
        try (SnapshotStore.Lease then = store.open(pair.earlier().hash());
                SnapshotStore.Lease now = store.open(pair.later().hash());
                SnapshotStore.Lease lease = store.open(approvals.hash())) {
            return Causes.of(flows.places, places, then.snapshot(), now.snapshot(), lease.snapshot());
        }
    }

    /** 新增建设用地: was not construction and is. */
    private static IntPredicate isBuilt(YearPair.Pair pair, Flows flows) {
        ClassRoll roll = pair.after().roll();
        return place -> {
            int entry = flows.places.entry()[place];
            return roll.place(flows.to(entry)).three().equals("J")
                    && !roll.place(flows.from(entry)).three().equals("J");
        };
    }

    private @Nullable SnapshotRef approvals(YearPair.Pair pair) {
        String layer = pair.after().layer().approvals();
        if (layer == null) return null;
        return Tallies.snapshot(pair.after().baseline(), layer)
                .filter(ref -> store.contains(ref.hash()))
                .orElse(null);
    }

    private static String text(long hundredths) {
        return new Area(hundredths).toString();
    }

    private static String text(Snapshot snapshot, int feature, String field) {
        Object value = snapshot.value(feature, field);
        return value == null ? "" : value.toString();
    }
}
