package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyTable;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts tables and transitions into words for files: the official form, classes as columns, divisions as rows, the unit in the head. */
@Component
class SheetMaking {
    private final CityClock clock;

    SheetMaking(CityClock clock) {
        this.clock = clock;
    }

    Sheet of(SurveyTable table, String columns, SurveyWords words) {
        List<Sheet.Head> heads = new ArrayList<>();
        heads.add(new Sheet.Head(words.of("division"), "", false));
        heads.add(new Sheet.Head(words.of("code"), "", false));
        heads.add(new Sheet.Head(words.of("total"), "", true));
        for (SurveyTable.Column column : table.columns()) {
            String name = words.pick(column.zh(), column.en());
            String shown = column.part() ? words.of("of-which") + name : name;
            heads.add(new Sheet.Head(shown + code(column.key()), group(table, column, words), true));
        }
        List<Sheet.Row> rows = new ArrayList<>();
        for (SurveyTable.Row row : table.rows()) rows.add(row(table, row, words, false));
        rows.add(row(table, table.sum(), words, true));
        List<Sheet.Fact> facts = new ArrayList<>();
        facts.add(new Sheet.Fact(words.of("in-force"), table.asOf().toString()));
        facts.add(new Sheet.Fact(words.of("known"), table.known() == null ? "–" : clock.text(table.known())));
        version(facts, table.snapshot(), words, "");
        if (table.reason() != null)
            facts.add(new Sheet.Fact(words.of("unsure"), table.reason().code()));
        if (table.partial()) facts.add(new Sheet.Fact(words.of("partial"), words.of("partial-more")));
        facts.add(new Sheet.Fact(words.of("adds-up"), words.of("adds-up-more")));
        return new Sheet(
                words.of("sheet"),
                words.pick(table.layer().zh(), table.layer().en()) + " · " + words.of("title." + columns) + " · "
                        + words.pick(table.division().zh(), table.division().en()),
                about(
                        table.asOf().toString(),
                        table.known() == null ? null : clock.text(table.known()),
                        table.unit(),
                        words),
                heads,
                rows,
                facts);
    }

    private static String group(SurveyTable table, SurveyTable.Column column, SurveyWords words) {
        String parent = column.parent();
        if (parent == null) return "";
        return table.columns().stream()
                .filter(each -> each.key().equals(parent))
                .findFirst()
                .map(each -> words.pick(each.zh(), each.en()))
                .orElse("");
    }

    /** Class codes stand beside their names. */
    private static String code(String key) {
        return key.matches("[123]\\.[0-9A-Z]+") ? " " + key.substring(2) : "";
    }

    private static Sheet.Row row(SurveyTable table, SurveyTable.Row row, SurveyWords words, boolean total) {
        List<String> cells = new ArrayList<>();
        cells.add(
                total
                        ? words.of("total")
                        : words.pick(row.place().zh(), row.place().en())
                                + (row.place().listed() ? "" : words.of("unlisted")));
        cells.add(total ? "" : row.place().code());
        boolean none = row.patches() == 0 && row.book() == 0;
        cells.add(none ? "–" : table.text(row.total()));
        row.cells().forEach(cell -> cells.add(none ? "–" : table.text(cell)));
        return new Sheet.Row(cells, total);
    }

    Sheet of(YearPair.Pair pair, Transition made, SurveyWords words) {
        List<Sheet.Head> heads = new ArrayList<>();
        heads.add(new Sheet.Head(words.of("from-class"), "", false));
        made.classes()
                .forEach(each -> heads.add(new Sheet.Head(
                        words.pick(each.zh(), each.en()) + code(each.key()), words.of("to-class"), true)));
        if (made.gone() != 0) heads.add(new Sheet.Head(words.of("nothing-any-more"), "", true));
        heads.add(new Sheet.Head(words.of("adjustment"), "", true));
        heads.add(new Sheet.Head(words.of("before"), "", true));
        List<Sheet.Row> rows = new ArrayList<>();
        int n = made.classes().size();
        long adjustment = 0;
        for (int from = 0; from < n; from++) {
            ClassRoll.Named named = made.classes().get(from);
            Transition.Sum sum = made.sums().get(from);
            adjustment += sum.adjustment();
            rows.add(cells(
                    made,
                    from,
                    words.pick(named.zh(), named.en()) + code(named.key()),
                    List.of(made.text(sum.adjustment()), made.text(sum.before()))));
        }
        if (made.appeared() != 0) rows.add(cells(made, -1, words.of("nothing"), List.of("", made.text(0))));
        List<String> last = new ArrayList<>(List.of(words.of("after")));
        made.sums().forEach(sum -> last.add(made.text(sum.after())));
        if (made.gone() != 0) last.add(made.text(made.gone()));
        last.add(made.text(adjustment));
        last.add(made.text(made.before()));
        rows.add(new Sheet.Row(last, true));
        String from = pair.before().baseline().asOf().toString();
        String to = pair.after().baseline().asOf().toString();
        Instant known = pair.after().baseline().known();
        List<Sheet.Fact> facts = new ArrayList<>();
        facts.add(new Sheet.Fact(words.of("in-force"), from + " → " + to));
        facts.add(new Sheet.Fact(words.of("known"), known == null ? "–" : clock.text(known)));
        version(facts, pair.earlier(), words, from + " ");
        version(facts, pair.later(), words, to + " ");
        facts.add(new Sheet.Fact(words.of("adjustment"), words.of("adjustment-more")));
        return new Sheet(
                words.of("sheet-transition"),
                words.pick(pair.after().layer().zh(), pair.after().layer().en()) + " · " + words.of("title.transition")
                        + " · "
                        + words.pick(
                                pair.division().zh(),
                                DivisionRows.place(pair.division()).en()),
                about(from + " → " + to, known == null ? null : clock.text(known), made.unit(), words),
                heads,
                rows,
                facts);
    }

    /** Indexes as columns, divisions as rows; where each comes from is among the facts. */
    Sheet of(IndexMaking.IndexTable table, @Nullable String known, SurveyWords words) {
        List<Sheet.Head> heads = new ArrayList<>();
        heads.add(new Sheet.Head(words.of("division"), "", false));
        heads.add(new Sheet.Head(words.of("code"), "", false));
        List<Sheet.Fact> facts = new ArrayList<>();
        facts.add(new Sheet.Fact(words.of("in-force"), table.asOf().toString()));
        facts.add(new Sheet.Fact(words.of("known"), known == null ? "–" : known));
        List<String> whole = new ArrayList<>(List.of(
                words.pick(table.division().zh(), table.division().en()),
                table.division().code()));
        for (IndexMaking.IndexView index : table.indexes()) {
            String name = words.pick(index.zh(), index.en()) + " (" + index.unit() + ")";
            heads.add(new Sheet.Head(name, "", true));
            whole.add(index.value() == null ? "–" : index.value());
            String checked = index.verified() ? "" : " · " + words.of("unverified");
            facts.add(new Sheet.Fact(name, index.source() + checked));
        }
        List<Sheet.Row> rows = new ArrayList<>();
        for (IndexMaking.IndexRow row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    words.pick(row.place().zh(), row.place().en())
                            + (row.place().listed() ? "" : words.of("unlisted")),
                    row.place().code()));
            row.values().forEach(value -> cells.add(value == null ? "–" : value));
            rows.add(new Sheet.Row(cells, false));
        }
        rows.add(new Sheet.Row(whole, true));
        return new Sheet(
                words.of("sheet-indexes"),
                words.of("title.indexes") + " · "
                        + words.pick(table.division().zh(), table.division().en()),
                words.of("in-force") + " " + table.asOf() + "  " + words.of("known") + " "
                        + (known == null ? "–" : known),
                heads,
                rows,
                facts);
    }

    private static Sheet.Row cells(Transition made, int from, String name, List<String> tail) {
        String[] cells = new String[made.classes().size() + (made.gone() == 0 ? 0 : 1)];
        Arrays.fill(cells, BigDecimal.valueOf(0, made.places()).toPlainString());
        for (Transition.Cell cell : made.cells()) {
            int at = cell.to() < 0 ? made.classes().size() : cell.to();
            if (cell.from() == from && at < cells.length) cells[at] = made.text(cell.area());
        }
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(List.of(cells));
        row.addAll(tail);
        return new Sheet.Row(row, false);
    }

    private void version(List<Sheet.Fact> facts, @Nullable SnapshotRef ref, SurveyWords words, String which) {
        if (ref == null) return;
        facts.add(new Sheet.Fact(which + words.of("version"), ref.hash()));
        facts.add(new Sheet.Fact(
                which + words.of("version-when"), ref.inForceFrom() + " · " + clock.text(ref.knownFrom())));
        facts.add(new Sheet.Fact(which + words.of("version-source"), ref.source()));
        if (ref.invented()) facts.add(new Sheet.Fact(words.of("invented"), words.of("invented-more")));
    }

    private static String about(String asOf, @Nullable String known, AreaUnit unit, SurveyWords words) {
        return words.of("in-force") + " " + asOf + "  " + words.of("known") + " " + (known == null ? "–" : known) + "  "
                + words.of("unit") + words.of("unit." + unit.name().toLowerCase(Locale.ROOT));
    }
}
