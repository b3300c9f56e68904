package org.cuntu.business.survey.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.business.survey.SurveyTable;

/** Collects parts of patches into the entries of a {@link Tally}. For one thread; parts come in the order of the patches. */
final class TallyBuilder {
    private static final int DIMS = Dim.values().length;
    private static final int BITS = 10;
    private static final int MOST_WORDS = 1 << BITS;
    private static final int MOST_VILLAGES = 1 << 63 - BITS * DIMS;
    /** What stands for all words beyond the most that are told apart: data gone wrong, in one column of its own. */
    private static final String OTHER = "?";

    private final Map<String, Integer> villages = new HashMap<>();
    private final Map<String, Integer>[] words;
    private final Map<Long, Integer> entries = new HashMap<>();
    private int[] entryOf = new int[1024];
    private int[] features = new int[1024];
    private long[] parts = new long[1024];
    private int size;
    private int noArea;
    private int noClass;
    private int unbalanced;

    @SuppressWarnings("unchecked") // an array of maps
    TallyBuilder() {
        words = new Map[DIMS];
        for (int d = 0; d < DIMS; d++) words[d] = new HashMap<>();
    }

    /** @param values one word a dimension, empty where there is none */
    void add(String village, String[] values, int feature, long part) {
        long key = number(villages, village, MOST_VILLAGES);
        for (int d = 0; d < DIMS; d++) key = key << BITS | number(words[d], values[d], MOST_WORDS);
        if (size == parts.length) {
            entryOf = Arrays.copyOf(entryOf, 2 * size);
            features = Arrays.copyOf(features, 2 * size);
            parts = Arrays.copyOf(parts, 2 * size);
        }
        entryOf[size] = entries.computeIfAbsent(key, fresh -> entries.size());
        features[size] = feature;
        parts[size++] = part;
    }

    void noArea() {
        noArea++;
    }

    void noClass() {
        noClass++;
    }

    void unbalanced() {
        unbalanced++;
    }

    private static int number(Map<String, Integer> numbers, String word, int most) {
        Integer known = numbers.get(word);
        if (known != null) return known;
        String kept = numbers.size() < most - 1 ? word : OTHER;
        return numbers.computeIfAbsent(kept, fresh -> numbers.size());
    }

    Tally tally() {
        int[] villageRank = ranks(villages);
        int[][] ranks = new int[DIMS][];
        for (int d = 0; d < DIMS; d++) ranks[d] = ranks(words[d]);
        long[] keys = new long[entries.size()];
        entries.forEach((key, entry) -> keys[entry] = ranked(key, villageRank, ranks));
        Integer[] order = new Integer[keys.length];
        for (int e = 0; e < order.length; e++) order[e] = e;
        Arrays.sort(order, Comparator.comparingLong(e -> keys[e]));
        int[] place = new int[order.length];
        int[] village = new int[order.length];
        int[][] codes = new int[DIMS][order.length];
        for (int e = 0; e < order.length; e++) {
            place[order[e]] = e;
            long key = keys[order[e]];
            for (int d = DIMS - 1; d >= 0; d--, key >>>= BITS) codes[d][e] = (int) (key & MOST_WORDS - 1);
            village[e] = (int) key;
        }
        int[] first = new int[order.length + 1];
        for (int p = 0; p < size; p++) first[place[entryOf[p]] + 1]++;
        for (int e = 0; e < order.length; e++) first[e + 1] += first[e];
        int[] next = first.clone();
        int[] sorted = new int[size];
        long[] sortedParts = new long[size];
        for (int p = 0; p < size; p++) {
            int at = next[place[entryOf[p]]]++;
            sorted[at] = features[p];
            sortedParts[at] = parts[p];
        }
        String[][] names = new String[DIMS][];
        for (int d = 0; d < DIMS; d++) names[d] = names(words[d]);
        return new Tally(
                names(villages),
                names,
                village,
                codes,
                first,
                sorted,
                sortedParts,
                new SurveyTable.Faults(noArea, noClass, unbalanced));
    }

    private static long ranked(long key, int[] villageRank, int[][] ranks) {
        long ranked = villageRank[(int) (key >>> BITS * DIMS)];
        for (int d = 0; d < DIMS; d++)
            ranked = ranked << BITS | ranks[d][(int) (key >>> BITS * (DIMS - 1 - d) & MOST_WORDS - 1)];
        return ranked;
    }

    /** The place of each number among the words in their order: figures do not depend on which patch came first. */
    private static int[] ranks(Map<String, Integer> numbers) {
        int[] ranks = new int[numbers.size()];
        int rank = 0;
        for (int number : new TreeMap<>(numbers).values()) ranks[number] = rank++;
        return ranks;
    }

    private static String[] names(Map<String, Integer> numbers) {
        return new TreeMap<>(numbers).keySet().toArray(String[]::new);
    }
}
