package org.cuntu.business.survey.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.engine.measure.Apportionment;

/**
 * One version of a survey counted (统计底数): an entry for each village and combination of class and attributes that occurs, with its
 * book area and its patches. Every printed figure is a sum of entries. Entries are in the order of village, class and attributes,
 * patches in that of the file. Immutable and thread safe.
 */
final class Tally {
    /** The words of each dimension; an empty word is a missing value. */
    final String[] villages;

    final String[][] words;
    /** By entry. */
    final int[] village;

    /** By dimension, then entry: the word's number. */
    final int[][] codes;

    final long[] area;
    /** Entry e has the patches from first[e] to first[e + 1]. */
    final int[] first;

    final int[] features;
    /** What of a patch counts in its entry, hundredths of a square metre. */
    final long[] parts;

    final SurveyTable.Faults faults;
    private final Map<AreaUnit, long[]> printed = new EnumMap<>(AreaUnit.class);

    Tally(
            String[] villages,
            String[][] words,
            int[] village,
            int[][] codes,
            int[] first,
            int[] features,
            long[] parts,
            SurveyTable.Faults faults) {
        this.villages = villages;
        this.words = words;
        this.village = village;
        this.codes = codes;
        this.first = first;
        this.features = features;
        this.parts = parts;
        this.faults = faults;
        area = new long[village.length];
        for (int e = 0; e < area.length; e++)
            for (int p = first[e]; p < first[e + 1]; p++) area[e] = Math.addExact(area[e], parts[p]);
    }

    int entries() {
        return area.length;
    }

    String word(Dim dim, int entry) {
        return words[dim.ordinal()][codes[dim.ordinal()][entry]];
    }

    int patches(int entry) {
        return first[entry + 1] - first[entry];
    }

    long total() {
        return Arrays.stream(area).sum();
    }

    /**
     * The entries in whole last places of a unit (handbook 3.8, printed tables): the layer's total is rounded once, the leaves
     * village × class are balanced to it, and the entries of a leaf to the leaf.
     */
    synchronized long[] printed(AreaUnit unit, int places) {
        return printed.computeIfAbsent(unit, wanted -> wanted == AreaUnit.M2 ? area : balanced(wanted, places));
    }

    private long[] balanced(AreaUnit unit, int places) {
        int[] leaves = leaves();
        long[] sizes = new long[leaves.length - 1];
        for (int leaf = 0; leaf < sizes.length; leaf++)
            sizes[leaf] = Arrays.stream(area, leaves[leaf], leaves[leaf + 1]).sum();
        long[] whole = Apportionment.apportion(sizes, unit.steps(total(), places));
        long[] figures = new long[area.length];
        for (int leaf = 0; leaf < sizes.length; leaf++) {
            int from = leaves[leaf];
            if (leaves[leaf + 1] == from + 1) {
                figures[from] = whole[leaf];
                continue;
            }
            long[] own = Arrays.copyOfRange(area, from, leaves[leaf + 1]);
            long[] shares = Apportionment.apportion(own, whole[leaf]);
            System.arraycopy(shares, 0, figures, from, shares.length);
        }
        return figures;
    }

    /** Where the leaves village × class begin, and the end. */
    private int[] leaves() {
        int[] classes = codes[Dim.CLASS.ordinal()];
        int[] starts = new int[entries() + 1];
        int count = 0;
        for (int e = 0; e < entries(); e++)
            if (e == 0 || village[e] != village[e - 1] || classes[e] != classes[e - 1]) starts[count++] = e;
        starts[count] = entries();
        return Arrays.copyOf(starts, count + 1);
    }

    /** The places in {@link #features} of the entries that are chosen, the largest part first. */
    int[] listParts(IntPredicate chosen) {
        int size = 0;
        for (int e = 0; e < entries(); e++) if (chosen.test(e)) size += patches(e);
        int[] places = new int[size];
        int n = 0;
        for (int e = 0; e < entries(); e++)
            if (chosen.test(e)) for (int p = first[e]; p < first[e + 1]; p++) places[n++] = p;
        int[] order = Descending.order(size, i -> parts[places[i]]);
        for (int i = 0; i < size; i++) order[i] = places[order[i]];
        return order;
    }
}
