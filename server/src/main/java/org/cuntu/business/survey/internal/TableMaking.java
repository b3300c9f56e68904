package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.DivisionLevel;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.SurveyTable.Column;
import org.cuntu.business.survey.SurveyTable.Place;
import org.cuntu.business.survey.SurveyTable.Row;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.business.survey.TableQuestion;
import org.jspecify.annotations.Nullable;

/** Adds the entries of a tally up into the rows and columns of a table: one pass, no figure rounded here. */
final class TableMaking {
    private final Tally tally;
    private final long[] figures;
    private final DivisionRows.Rows rows;
    private final ColumnSet columns;
    private final Choosing choosing;

    TableMaking(Tally tally, long[] figures, DivisionRows.Rows rows, ColumnSet columns, Choosing choosing) {
        this.tally = tally;
        this.figures = figures;
        this.rows = rows;
        this.columns = columns;
        this.choosing = choosing;
    }

    /** The sums of one row. */
    private static final class Sums {
        private final long[] cells;
        private long total;
        private long book;
        private long patches;

        Sums(int columns) {
            cells = new long[columns];
        }

        Row row(Place place, @Nullable Long control) {
            return new Row(
                    place,
                    patches,
                    total,
                    book,
                    control,
                    Arrays.stream(cells).boxed().toList());
        }
    }

    /** @param controls by the code of a row's division; empty where they do not apply */
    List<Row> rows(Map<String, Long> controls, Place whole) {
        List<Column> heads = columns.list();
        List<Sums> sums = new ArrayList<>();
        Sums all = new Sums(heads.size());
        int[] rowOf = Arrays.stream(tally.villages).mapToInt(rows::of).toArray();
        int[][] in = columns.positions(tally.words[columns.dim().ordinal()]);
        int[] codes = tally.codes[columns.dim().ordinal()];
        int ridges = Arrays.binarySearch(tally.words[Dim.CLASS.ordinal()], PatchBook.RIDGE);
        for (int e = 0; e < tally.entries(); e++) {
            int row = rowOf[tally.village[e]];
            if (row < 0 || !choosing.accepts(e)) continue;
            while (sums.size() <= row) sums.add(new Sums(heads.size()));
            // a ridge is part of a cropland patch that is counted already
            int patches = tally.codes[Dim.CLASS.ordinal()][e] == ridges ? 0 : tally.patches(e);
            for (Sums to : List.of(sums.get(row), all)) {
                to.total += figures[e];
                to.book += tally.area[e];
                to.patches += patches;
                for (int column : in[codes[e]]) to.cells[column] += figures[e];
            }
        }
        List<Place> places = rows.places();
        while (sums.size() < places.size()) sums.add(new Sums(heads.size()));
        List<Row> made = new ArrayList<>();
        Long control = controls.isEmpty() ? null : 0L;
        for (int r = 0; r < places.size(); r++) {
            Long own = controls.get(places.get(r).code());
            control = control == null || own == null ? null : control + own;
            made.add(sums.get(r).row(places.get(r), own));
        }
        made.add(all.row(whole, control));
        return made;
    }

    /** A table of one question. */
    static SurveyTable of(
            StandingSurveys.Standing standing,
            @Nullable Tally tally,
            TableQuestion question,
            Place whole,
            DivisionLevel level,
            DivisionRows.Rows rows,
            CodeWords codes,
            Map<String, Long> controls,
            int places) {
        AreaUnit unit = question.unit();
        List<Row> made = new ArrayList<>();
        ColumnSet columns = new ColumnSet(Dim.CLASS);
        SurveyTable.Faults faults = new SurveyTable.Faults(0, 0, 0);
        if (tally == null) made.add(new Sums(0).row(whole, null));
        else {
            columns = new ColumnMaking(standing.roll(), codes, standing.layer()).columns(question.columns(), tally);
            boolean cropland = question.columns() == TableColumns.SLOPE || question.columns() == TableColumns.PLANTING;
            Choosing choosing = new Choosing(tally, standing.roll(), question.only(), cropland);
            boolean everything = question.only().equals(TableQuestion.Only.ALL) && !cropland;
            made.addAll(new TableMaking(tally, tally.printed(unit, places), rows, columns, choosing)
                    .rows(everything ? controls : Map.of(), whole));
            faults = tally.faults;
        }
        return new SurveyTable(
                standing.baseline().asOf(),
                standing.baseline().known(),
                standing.layer(),
                standing.snapshot(),
                standing.reason(),
                whole,
                level,
                unit,
                places,
                columns.list(),
                made.subList(0, made.size() - 1),
                made.getLast(),
                faults,
                rows.isPartial());
    }
}
