package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.engine.measure.Apportionment;

/** Divides a printed total among the entries of a tally, from the top down. For one thread. */
final class Balancing {
    private final Tally tally;
    private final long[] figures;
    /** By which number entries fall apart, step by step. */
    private final List<IntUnaryOperator> steps;

    Balancing(Tally tally) {
        this.tally = tally;
        figures = new long[tally.entries()];
        int[] counties = numbers(DivisionLevel.COUNTY);
        int[] townships = numbers(DivisionLevel.TOWNSHIP);
        int[] classes = tally.codes[Dim.CLASS.ordinal()];
        steps = List.of(
                e -> counties[tally.village[e]],
                e -> classes[e],
                e -> townships[tally.village[e]],
                e -> tally.village[e],
                e -> e);
    }

    /** By the number of a village: the number of the division that it is in. */
    private int[] numbers(DivisionLevel level) {
        Map<String, Integer> known = new HashMap<>();
        int[] numbers = new int[tally.villages.length];
        for (int v = 0; v < numbers.length; v++) {
            String code = tally.villages[v];
            String key = code.length() > level.digits() ? code.substring(0, level.digits()) : code;
            numbers[v] = known.computeIfAbsent(key, fresh -> known.size());
        }
        return numbers;
    }

    /** By entry, in the total's unit; together the total. */
    long[] balanced(long total) {
        divide(IntStream.range(0, tally.entries()).toArray(), total, 0);
        return figures;
    }

    private void divide(int[] entries, long whole, int step) {
        if (entries.length == 1) {
            figures[entries[0]] = whole;
            return;
        }
        List<int[]> parts = parts(entries, steps.get(step));
        if (parts.size() == 1) {
            divide(entries, whole, step + 1);
            return;
        }
        long[] sizes = new long[parts.size()];
        for (int p = 0; p < sizes.length; p++)
            sizes[p] = IntStream.of(parts.get(p)).mapToLong(e -> tally.area[e]).sum();
        long[] shares = Apportionment.apportion(sizes, whole);
        for (int p = 0; p < shares.length; p++) if (shares[p] != 0) divide(parts.get(p), shares[p], step + 1);
    }

    /** In the order in which they come. */
    private static List<int[]> parts(int[] entries, IntUnaryOperator step) {
        Map<Integer, IntStream.Builder> parts = new LinkedHashMap<>();
        for (int entry : entries)
            parts.computeIfAbsent(step.applyAsInt(entry), fresh -> IntStream.builder())
                    .add(entry);
        List<int[]> list = new ArrayList<>(parts.size());
        for (IntStream.Builder part : parts.values()) list.add(part.build().toArray());
        return list;
    }
}
