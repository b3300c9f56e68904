package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ProposalFindings;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What is not as it was between two versions of a line: features by their keys, and ground by class. Ground that only changes
 * its class is in {@link #byClass} and not in {@link #in} and {@link #out}.
 *
 * @param gone features of the base that changed or are no longer there
 * @param come features of the candidate that changed or are new
 */
record GroundChange(
        Geometry in,
        Geometry out,
        Map<ClassKey, Moved> byClass,
        List<Integer> gone,
        List<Integer> come,
        int added,
        int reshaped,
        int removed) {
    /** A class with a ratio. */
    record ClassKey(String code, double ratio) implements Comparable<ClassKey> {
        @Override
        public int compareTo(ClassKey other) {
            int order = code.compareTo(other.code);
            return order != 0 ? order : Double.compare(ratio, other.ratio);
        }
    }

    /** Ground that comes to a class and that leaves it. */
    record Moved(Geometry in, Geometry out) {}

    /**
     * How features are told apart and gathered.
     *
     * @param keys fields that together are a feature's name
     * @param ratio field of what is taken off; null: none
     */
    record Telling(
            List<String> keys,
            @Nullable String classField,
            @Nullable String ratio) {
        String key(Snapshot snapshot, int feature) {
            StringBuilder key = new StringBuilder();
            for (String field : keys) key.append(snapshot.value(feature, field)).append('\u0000');
            return key.toString();
        }
    }

    static GroundChange between(ControlLine line, @Nullable Snapshot base, Snapshot candidate) {
        Telling telling = new Telling(
                List.of(line.key()), line.classField(), line.fields().ratio());
        return between(telling, base, candidate);
    }

    static GroundChange between(Telling line, @Nullable Snapshot base, Snapshot candidate) {
        Map<String, Integer> before = new LinkedHashMap<>();
        if (base != null) for (int i = 0; i < base.size(); i++) before.put(line.key(base, i) + "#" + i, i);
        Map<String, List<Integer>> byKey = new LinkedHashMap<>();
        before.forEach((key, i) -> byKey.computeIfAbsent(key.substring(0, key.lastIndexOf('#')), k -> new ArrayList<>())
                .add(i));
        List<Integer> gone = new ArrayList<>();
        List<Integer> come = new ArrayList<>();
        int added = 0;
        int reshaped = 0;
        for (int i = 0; i < candidate.size(); i++) {
            List<Integer> were = byKey.get(line.key(candidate, i));
            Integer was = were == null || base == null ? null : twin(base, were, candidate, i);
            if (were == null || was == null) {
                come.add(i);
                added++;
                continue;
            }
            were.remove(was);
            if (base != null && isAlike(base, was, candidate, i)) continue;
            gone.add(was);
            come.add(i);
            reshaped++;
        }
        int removed = 0;
        for (List<Integer> left : byKey.values()) {
            gone.addAll(left);
            removed += left.size();
        }
        return of(line, base, candidate, gone, come, new int[] {added, reshaped, removed});
    }

    /** Of features with one key the one that is alike, else the first. */
    private static @Nullable Integer twin(Snapshot base, List<Integer> were, Snapshot candidate, int now) {
        for (Integer each : were) if (isAlike(base, each, candidate, now)) return each;
        return were.isEmpty() ? null : were.getFirst();
    }

    static boolean isAlike(Snapshot base, int was, Snapshot candidate, int is) {
        if (base.integral(was) != candidate.integral(is)) return false;
        for (int f = 0; f < candidate.schema().fields().size(); f++)
            if (!isEqual(base.value(was, f), candidate.value(is, f))) return false;
        return base.geometry(was).equalsExact(candidate.geometry(is));
    }

    /** Numbers by what they are worth, however many zeros they are written with; no text and an empty one are one. */
    static boolean isEqual(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) return a.compareTo(b) == 0;
        return Objects.equals("".equals(one) ? null : one, "".equals(other) ? null : other);
    }

    private static GroundChange of(
            Telling line,
            @Nullable Snapshot base,
            Snapshot candidate,
            List<Integer> gone,
            List<Integer> come,
            int[] counts) {
        Map<ClassKey, List<Geometry>> was = new TreeMap<>();
        if (base != null) for (int i : gone) add(was, line, base, i);
        Map<ClassKey, List<Geometry>> is = new TreeMap<>();
        for (int i : come) add(is, line, candidate, i);
        Map<ClassKey, Moved> byClass = new TreeMap<>();
        TreeSet<ClassKey> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (ClassKey key : keys) {
            Geometry before = GroundShapes.union(was.getOrDefault(key, List.of()));
            Geometry after = GroundShapes.union(is.getOrDefault(key, List.of()));
            byClass.put(key, new Moved(GroundShapes.minus(after, before), GroundShapes.minus(before, after)));
        }
        Geometry before = all(was);
        Geometry after = all(is);
        return new GroundChange(
                GroundShapes.minus(after, before),
                GroundShapes.minus(before, after),
                byClass,
                List.copyOf(gone),
                List.copyOf(come),
                counts[0],
                counts[1],
                counts[2]);
    }

    private static Geometry all(Map<ClassKey, List<Geometry>> parts) {
        return GroundShapes.union(parts.values().stream().flatMap(List::stream).toList());
    }

    private static void add(Map<ClassKey, List<Geometry>> to, Telling line, Snapshot snapshot, int feature) {
        Object code = line.classField() == null ? null : snapshot.value(feature, line.classField());
        String field = line.ratio();
        double ratio = field == null ? 0 : LineStatements.ratio(snapshot.value(feature, field));
        to.computeIfAbsent(new ClassKey(code == null ? "" : code.toString(), ratio), key -> new ArrayList<>())
                .add(snapshot.geometry(feature));
    }

    /** All ground of it. */
    Geometry ground() {
        List<Geometry> all = new ArrayList<>();
        for (Moved moved : byClass.values()) {
            if (!moved.in().isEmpty()) all.add(moved.in());
            if (!moved.out().isEmpty()) all.add(moved.out());
        }
        return GroundShapes.union(all);
    }

    ProposalFindings.Changed figures() {
        return new ProposalFindings.Changed(
                GroundShapes.json(in),
                GroundShapes.json(out),
                Area.ofSquareMetres(GroundShapes.integral(in)),
                Area.ofSquareMetres(GroundShapes.integral(out)),
                added,
                reshaped,
                removed,
                GroundShapes.box(ground()));
    }
}
