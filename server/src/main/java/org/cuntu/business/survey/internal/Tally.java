package org.cuntu.business.survey.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyTable;

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
     * The entries in whole last places of a unit (handbook 3.8: the parent is fixed, its children are balanced to it): the layer's total is
     * rounded once, then divided among the counties, a county among its classes, a county's class among its townships, a township's class
     * among its villages, a village's class among its entries. So counties and their classes are printed as near to their areas as can be,
     * and everything else is a sum.
     */
    synchronized long[] printed(AreaUnit unit, int places) {
        return printed.computeIfAbsent(
                unit,
                wanted -> wanted == AreaUnit.M2 ? area : new Balancing(this).balanced(wanted.steps(total(), places)));
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
