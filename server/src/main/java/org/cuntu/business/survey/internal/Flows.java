package org.cuntu.business.survey.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.engine.measure.Apportionment;

/**
 * What became of what between two versions of a survey (地类流量): an entry for each village and pair of classes that occurs, and every
 * place whose class is another. In the order of village, later class, earlier class; places with the largest first. The entries of a
 * village and later class add up to those of the later version's {@link Tally}. Immutable and thread safe.
 */
final class Flows {
    /** The earlier class of ground where no patch was, and the later one where none is any more. */
    static final String NOTHING = "";

    final String[] villages;
    final String[] classes;
    /** By entry. */
    final int[] village;

    final int[] to;
    final int[] from;
    final long[] area;
    /** How many parts of patches. */
    final int[] pieces;

    final Places places;
    /** Patches of the later version in which earlier ones overlap by more than may be scaled away (contracts 3). */
    final int overlaps;

    private final Map<AreaUnit, long[]> printed = new HashMap<>();

    /**
     * Changed places, column by column.
     *
     * @param before the earlier feature, −1 where there was none
     * @param after the later feature, −1 where there is none any more
     * @param entry the entry in which it counts
     * @param area hundredths of a square metre
     */
    record Places(int[] before, int[] after, int[] entry, long[] area) {
        int size() {
            return after.length;
        }
    }

    Flows(
            String[] villages,
            String[] classes,
            int[] village,
            int[] to,
            int[] from,
            long[] area,
            int[] pieces,
            Places places,
            int overlaps) {
        this.villages = villages;
        this.classes = classes;
        this.village = village;
        this.to = to;
        this.from = from;
        this.area = area;
        this.pieces = pieces;
        this.places = places;
        this.overlaps = overlaps;
    }

    int entries() {
        return area.length;
    }

    String from(int entry) {
        return classes[from[entry]];
    }

    String to(int entry) {
        return classes[to[entry]];
    }

    String village(int entry) {
        return villages[village[entry]];
    }

    /**
     * The entries in whole last places of a unit: those of a village and later class balanced to what the later version's table prints
     * of it, so that the columns of a matrix are that table.
     */
    synchronized long[] printed(AreaUnit unit, int places, Tally after) {
        return printed.computeIfAbsent(unit, wanted -> wanted == AreaUnit.M2 ? area : balanced(wanted, places, after));
    }

    private long[] balanced(AreaUnit unit, int places, Tally after) {
        Map<String, Long> leaves = new HashMap<>();
        long[] figures = after.printed(unit, places);
        for (int e = 0; e < after.entries(); e++)
            leaves.merge(after.villages[after.village[e]] + ' ' + after.word(Dim.CLASS, e), figures[e], Math::addExact);
        long[] balanced = new long[entries()];
        for (int e = 0; e < entries(); ) {
            int end = e + 1;
            while (end < entries() && village[end] == village[e] && to[end] == to[e]) end++;
            long sum = Arrays.stream(area, e, end).sum();
            long whole =
                    to(e).equals(NOTHING) ? unit.steps(sum, places) : leaves.getOrDefault(village(e) + ' ' + to(e), 0L);
            long[] parts = Arrays.copyOfRange(area, e, end);
            boolean none = sum == 0;
            if (!none) {
                long[] shares = Apportionment.apportion(parts, whole);
                System.arraycopy(shares, 0, balanced, e, shares.length);
            }
            e = end;
        }
        return balanced;
    }
}
