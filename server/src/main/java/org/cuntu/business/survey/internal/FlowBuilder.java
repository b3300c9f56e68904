package org.cuntu.business.survey.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects parts of patches, each with what it was and what it is, into {@link Flows}. For one thread. */
final class FlowBuilder {
    private static final int VILLAGE = 0;
    private static final int TO = 1;
    private static final int FROM = 2;

    private final Map<String, Integer> villages = new HashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private final Map<Long, Integer> entries = new HashMap<>();
    private long[] area = new long[256];
    private int[] pieces = new int[256];
    private int[][] places = new int[3][256];
    private long[] placeArea = new long[256];
    private int size;
    private int overlaps;

    /** @param before the earlier feature, −1 for none */
    void add(String village, String from, String to, int before, int after, long part) {
        if (part == 0) return;
        long key = ((long) number(villages, village) << 16 | number(classes, to)) << 16 | number(classes, from);
        int entry = entries.computeIfAbsent(key, fresh -> entries.size());
        if (entry == area.length) {
            area = Arrays.copyOf(area, 2 * entry);
            pieces = Arrays.copyOf(pieces, 2 * entry);
        }
        area[entry] = Math.addExact(area[entry], part);
        pieces[entry]++;
        if (!from.equals(to)) place(before, after, entry, part);
    }

    void overlap() {
        overlaps++;
    }

    private void place(int before, int after, int entry, long part) {
        if (size == placeArea.length) {
            for (int c = 0; c < places.length; c++) places[c] = Arrays.copyOf(places[c], 2 * size);
            placeArea = Arrays.copyOf(placeArea, 2 * size);
        }
        places[0][size] = before;
        places[1][size] = after;
        places[2][size] = entry;
        placeArea[size++] = part;
    }

    private static int number(Map<String, Integer> numbers, String word) {
        return numbers.computeIfAbsent(word, fresh -> numbers.size());
    }

    Flows flows() {
        Map<String, Integer> villageRank = ranked(villages);
        Map<String, Integer> classRank = ranked(classes);
        String[] villageOf = byNumber(villages);
        String[] classOf = byNumber(classes);
        TreeMap<Long, Integer> order = new TreeMap<>();
        entries.forEach((key, entry) -> {
            long ranked = villageRank.get(villageOf[(int) (key >>> 32)]);
            ranked = ranked << 16 | classRank.get(classOf[(int) (key >>> 16 & 0xFFFF)]);
            order.put(ranked << 16 | classRank.get(classOf[(int) (key & 0xFFFF)]), entry);
        });
        int count = order.size();
        int[][] columns = new int[3][count];
        long[] areas = new long[count];
        int[] counts = new int[count];
        int[] placeOf = new int[count];
        int at = 0;
        for (Map.Entry<Long, Integer> each : order.entrySet()) {
            long key = each.getKey();
            columns[VILLAGE][at] = (int) (key >>> 32);
            columns[TO][at] = (int) (key >>> 16 & 0xFFFF);
            columns[FROM][at] = (int) (key & 0xFFFF);
            areas[at] = area[each.getValue()];
            counts[at] = pieces[each.getValue()];
            placeOf[each.getValue()] = at++;
        }
        return new Flows(
                villageRank.keySet().toArray(String[]::new),
                classRank.keySet().toArray(String[]::new),
                columns[VILLAGE],
                columns[TO],
                columns[FROM],
                areas,
                counts,
                places(placeOf),
                overlaps);
    }

    private Flows.Places places(int[] placeOf) {
        int[] order = Descending.order(size, i -> placeArea[i]);
        int[][] sorted = new int[3][size];
        long[] sizes = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[0][i] = places[0][order[i]];
            sorted[1][i] = places[1][order[i]];
            sorted[2][i] = placeOf[places[2][order[i]]];
            sizes[i] = placeArea[order[i]];
        }
        return new Flows.Places(sorted[0], sorted[1], sorted[2], sizes);
    }

    private static TreeMap<String, Integer> ranked(Map<String, Integer> numbers) {
        TreeMap<String, Integer> ranks = new TreeMap<>(numbers);
        int rank = 0;
        for (Map.Entry<String, Integer> each : ranks.entrySet()) each.setValue(rank++);
        return ranks;
    }

    private static String[] byNumber(Map<String, Integer> numbers) {
        String[] names = new String[numbers.size()];
        numbers.forEach((name, number) -> names[number] = name);
        return names;
    }
}
