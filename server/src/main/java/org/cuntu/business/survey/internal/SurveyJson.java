package org.cuntu.business.survey.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.business.survey.TableColumns;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** The statistics as the interface gives them; areas are decimal strings of the unit that was asked for. */
final class SurveyJson {
    private SurveyJson() {}

    /** @param columns what its tables can be laid out by */
    record LayerView(
            String layer, String zh, String en, @Nullable String scheme, List<TableColumns> columns) {
        static LayerView of(SurveyLayer layer) {
            List<TableColumns> columns = new ArrayList<>();
            if (layer.scheme() != null) columns.add(TableColumns.THREE);
            columns.add(TableColumns.FIRST);
            if (layer.scheme() != null) columns.addAll(List.of(TableColumns.SECOND, TableColumns.FULL));
            if (layer.owner() != null) columns.add(TableColumns.OWNERSHIP);
            if (layer.town() != null) columns.add(TableColumns.TOWN);
            if (layer.slope() != null) columns.add(TableColumns.SLOPE);
            if (layer.planting() != null) columns.add(TableColumns.PLANTING);
            return new LayerView(layer.layer(), layer.zh(), layer.en(), layer.scheme(), columns);
        }
    }

    record VersionView(String hash, String inForceFrom, String knownFrom, boolean invented, String source) {
        static @Nullable VersionView of(@Nullable SnapshotRef ref) {
            return ref == null
                    ? null
                    : new VersionView(
                            ref.hash(),
                            ref.inForceFrom().toString(),
                            ref.knownFrom().toString(),
                            ref.invented(),
                            ref.source());
        }
    }

    /**
     * @param book and control in m²
     * @param differs control less book, m²; null when there is no control area
     */
    record RowView(
            SurveyTable.Place place,
            long patches,
            String total,
            String book,
            @Nullable String control,
            @Nullable String differs,
            List<String> cells) {
        static RowView of(SurveyTable table, SurveyTable.Row row) {
            Long control = row.control();
            return new RowView(
                    row.place(),
                    row.patches(),
                    table.text(row.total()),
                    new Area(row.book()).toString(),
                    control == null ? null : new Area(control).toString(),
                    control == null ? null : new Area(control - row.book()).toString(),
                    row.cells().stream().map(table::text).toList());
        }
    }

    record TableView(
            String asOf,
            @Nullable String known,
            LayerView layer,
            @Nullable VersionView snapshot,
            @Nullable String reason,
            SurveyTable.Place division,
            String level,
            String unit,
            int places,
            List<SurveyTable.Column> columns,
            List<RowView> rows,
            RowView sum,
            SurveyTable.Faults faults,
            boolean controlled,
            boolean partial) {
        static TableView of(SurveyTable table) {
            return new TableView(
                    table.asOf().toString(),
                    table.known() == null ? null : table.known().toString(),
                    LayerView.of(table.layer()),
                    VersionView.of(table.snapshot()),
                    table.reason() == null ? null : table.reason().code(),
                    table.division(),
                    table.level().name().toLowerCase(Locale.ROOT),
                    table.unit().code(),
                    table.places(),
                    table.columns(),
                    table.rows().stream().map(row -> RowView.of(table, row)).toList(),
                    RowView.of(table, table.sum()),
                    table.faults(),
                    table.isControlled(),
                    table.partial());
        }
    }

    record CellView(int from, int to, String area, long pieces) {}

    record SumView(String before, String after, String kept, String left, String came, String adjustment) {}

    record PartView(
            SurveyTable.Place place, List<String> before, List<String> net, List<String> left, List<String> came) {}

    /**
     * @param state {@code ready}, or {@code making}: then done and total say how far, and the rest is empty
     */
    record TransitionView(
            String state,
            long done,
            long total,
            String from,
            String to,
            @Nullable String known,
            @Nullable VersionView earlier,
            @Nullable VersionView later,
            @Nullable String reason,
            SurveyTable.Place division,
            String level,
            String unit,
            int places,
            List<ClassRoll.Named> classes,
            List<CellView> cells,
            List<SumView> sums,
            String appeared,
            String gone,
            String changed,
            String before,
            String after,
            List<PartView> parts,
            int overlaps,
            boolean partial) {
        static TransitionView of(YearPair.Pair pair, Transition made) {
            return new TransitionView(
                    "ready",
                    0,
                    0,
                    pair.before().baseline().asOf().toString(),
                    pair.after().baseline().asOf().toString(),
                    text(pair.after().baseline().known()),
                    VersionView.of(pair.earlier()),
                    VersionView.of(pair.later()),
                    reason(pair),
                    DivisionRows.place(pair.division()),
                    pair.level().name().toLowerCase(Locale.ROOT),
                    made.unit().code(),
                    made.places(),
                    made.classes(),
                    made.cells().stream()
                            .map(cell -> new CellView(cell.from(), cell.to(), made.text(cell.area()), cell.pieces()))
                            .toList(),
                    made.sums().stream()
                            .map(sum -> new SumView(
                                    made.text(sum.before()),
                                    made.text(sum.after()),
                                    made.text(sum.kept()),
                                    made.text(sum.left()),
                                    made.text(sum.came()),
                                    made.text(sum.adjustment())))
                            .toList(),
                    made.text(made.appeared()),
                    made.text(made.gone()),
                    made.text(made.changed()),
                    made.text(made.before()),
                    made.text(made.total()),
                    made.parts().stream()
                            .map(part -> new PartView(
                                    part.place(),
                                    texts(made, part.before()),
                                    texts(made, part.net()),
                                    texts(made, part.left()),
                                    texts(made, part.came())))
                            .toList(),
                    made.overlaps(),
                    made.partial());
        }

        static TransitionView making(YearPair.Pair pair, FlowsKept.Progress progress, AreaUnit unit) {
            return new TransitionView(
                    "making",
                    progress.done(),
                    progress.total(),
                    pair.before().baseline().asOf().toString(),
                    pair.after().baseline().asOf().toString(),
                    text(pair.after().baseline().known()),
                    VersionView.of(pair.earlier()),
                    VersionView.of(pair.later()),
                    reason(pair),
                    DivisionRows.place(pair.division()),
                    pair.level().name().toLowerCase(Locale.ROOT),
                    unit.code(),
                    2,
                    List.of(),
                    List.of(),
                    List.of(),
                    "0.00",
                    "0.00",
                    "0.00",
                    "0.00",
                    "0.00",
                    List.of(),
                    0,
                    false);
        }

        private static List<String> texts(Transition made, List<Long> steps) {
            return steps.stream().map(made::text).toList();
        }

        private static @Nullable String reason(YearPair.Pair pair) {
            NotAnsweredReason reason = pair.before().reason() == null
                    ? pair.after().reason()
                    : pair.before().reason();
            return reason == null ? null : reason.code();
        }

        private static @Nullable String text(@Nullable Instant known) {
            return known == null ? null : known.toString();
        }
    }
}
