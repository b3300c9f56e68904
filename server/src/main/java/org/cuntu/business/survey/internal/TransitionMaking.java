package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.TableColumns;

/** Adds flows up by groups of classes and by divisions, beside the tables of both years. */
final class TransitionMaking {
    private final ClassRoll roll;
    private final TableColumns level;
    private final DivisionRows.Rows rows;
    private final AreaUnit unit;
    private final int places;

    /** @param level THREE, FIRST, SECOND or FULL */
    TransitionMaking(ClassRoll roll, TableColumns level, DivisionRows.Rows rows, AreaUnit unit, int places) {
        this.roll = roll;
        this.level = level;
        this.rows = rows;
        this.unit = unit;
        this.places = places;
    }

    /** The key of a code's group at a level. */
    static String key(ClassRoll roll, TableColumns level, String code) {
        ClassRoll.Place place = roll.place(code);
        return switch (level) {
            case THREE -> place.three();
            case SECOND -> place.base();
            case FULL -> place.code();
            case FIRST, OWNERSHIP, TOWN, SLOPE, PLANTING -> place.first();
        };
    }

    Transition make(Flows flows, Tally before, Tally after) {
        List<ClassRoll.Named> classes = classes(before, after);
        List<String> keys = classes.stream().map(ClassRoll.Named::key).toList();
        Function<String, Integer> group = code -> keys.indexOf(key(roll, level, code));
        long[][] then = tables(before, group, keys.size());
        long[][] now = tables(after, group, keys.size());
        int n = keys.size();
        int[] groupOf = Arrays.stream(flows.classes)
                .mapToInt(code -> code.equals(Flows.NOTHING) ? -1 : group.apply(code))
                .toArray();
        int[] rowOf = Arrays.stream(flows.villages).mapToInt(rows::of).toArray();
        int count = rows.places().size();
        long[][] left = new long[count][n];
        long[][] came = new long[count][n];
        long[][] cells = new long[n + 1][n + 1];
        long[][] pieces = new long[n + 1][n + 1];
        long[] figures = flows.printed(unit, places, after);
        for (int e = 0; e < flows.entries(); e++) {
            int row = rowOf[flows.village[e]];
            if (row < 0) continue;
            int to = groupOf[flows.to[e]];
            int from = groupOf[flows.from[e]];
            int at = from < 0 ? n : from;
            int goes = to < 0 ? n : to;
            cells[at][goes] += figures[e];
            pieces[at][goes] += flows.pieces[e];
            if (from == to) continue;
            if (to >= 0) came[row][to] += figures[e];
            if (from >= 0) left[row][from] += figures[e];
        }
        List<Transition.Part> parts = new ArrayList<>();
        for (int r = 0; r < count; r++)
            parts.add(new Transition.Part(
                    rows.places().get(r),
                    boxed(row(then, r, n)),
                    boxed(minus(row(now, r, n), row(then, r, n))),
                    boxed(left[r]),
                    boxed(came[r])));
        return summed(classes, cells, pieces, sum(then, n), sum(now, n), parts, flows);
    }

    private Transition summed(
            List<ClassRoll.Named> classes,
            long[][] cells,
            long[][] pieces,
            long[] then,
            long[] now,
            List<Transition.Part> parts,
            Flows flows) {
        int n = classes.size();
        List<Transition.Cell> listed = new ArrayList<>();
        List<Transition.Sum> sums = new ArrayList<>();
        long changed = 0;
        for (int from = 0; from <= n; from++)
            for (int to = 0; to <= n; to++) {
                if (pieces[from][to] == 0) continue;
                listed.add(new Transition.Cell(
                        from == n ? -1 : from, to == n ? -1 : to, cells[from][to], pieces[from][to]));
                if (from != to && from < n && to < n) changed += cells[from][to];
            }
        for (int g = 0; g < n; g++) {
            long kept = cells[g][g];
            long left = Arrays.stream(cells[g]).sum() - kept;
            sums.add(new Transition.Sum(then[g], now[g], kept, left, now[g] - kept, then[g] - kept - left));
        }
        return new Transition(
                unit,
                places,
                classes,
                listed,
                sums,
                Arrays.stream(cells[n]).sum(),
                IntStream.range(0, n).mapToLong(g -> cells[g][n]).sum(),
                changed,
                Arrays.stream(now).sum(),
                Arrays.stream(then).sum(),
                parts,
                flows.overlaps,
                rows.isPartial());
    }

    private List<ClassRoll.Named> classes(Tally before, Tally after) {
        Set<String> used = new LinkedHashSet<>();
        for (Tally tally : List.of(before, after))
            for (String code : tally.words[Dim.CLASS.ordinal()]) used.add(key(roll, level, code));
        List<ClassRoll.Named> order = new ArrayList<>(
                switch (level) {
                    case THREE -> roll.listWays();
                    case SECOND -> roll.listLevel(2);
                    case FULL -> roll.listLevel(3);
                    case FIRST, OWNERSHIP, TOWN, SLOPE, PLANTING -> roll.listLevel(1);
                });
        order.removeIf(each -> !used.contains(each.key()));
        for (String key : used)
            if (order.stream().noneMatch(each -> each.key().equals(key))) order.add(roll.named(key));
        return order;
    }

    /** By row of the divisions, then group. */
    private long[][] tables(Tally tally, Function<String, Integer> group, int groups) {
        int[] rowOf = Arrays.stream(tally.villages).mapToInt(rows::of).toArray();
        int[] groupOf = Arrays.stream(tally.words[Dim.CLASS.ordinal()])
                .mapToInt(group::apply)
                .toArray();
        long[][] sums = new long[rows.places().size()][groups];
        long[] figures = tally.printed(unit, places);
        int[] codes = tally.codes[Dim.CLASS.ordinal()];
        for (int e = 0; e < tally.entries(); e++) {
            int row = rowOf[tally.village[e]];
            if (row >= 0) sums[row][groupOf[codes[e]]] += figures[e];
        }
        return sums;
    }

    private static long[] row(long[][] table, int row, int groups) {
        return row < table.length ? table[row] : new long[groups];
    }

    private static long[] sum(long[][] table, int groups) {
        long[] sum = new long[groups];
        for (long[] row : table) for (int g = 0; g < groups; g++) sum[g] += row[g];
        return sum;
    }

    private static long[] minus(long[] a, long[] b) {
        long[] difference = new long[a.length];
        for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
        return difference;
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
