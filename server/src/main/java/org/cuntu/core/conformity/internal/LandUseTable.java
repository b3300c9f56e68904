package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.Table;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * Table 1, 现状地类面积表: owner × nature by class, in hectares. Every printed figure is a sum of leaves. Columns without
 * data are left out, but 水田, 旱地 and the totals of the three ways.
 */
final class LandUseTable {
    private record Column(Table.Column head, Predicate<LandUseLeaf> holds) {}

    private final List<LandUseLeaf> leaves;
    private final List<Column> columns = new ArrayList<>();

    LandUseTable(List<LandUseLeaf> leaves, LandClass.Schemes classes, String scheme) {
        this.leaves = leaves;
        column("total", ReviewWords.of("table.total"), null, leaf -> true);
        for (LandClass.Group group : LandClass.Group.values()) addGroup(group, classes, scheme);
    }

    Table table() {
        List<Table.Column> heads = new ArrayList<>();
        heads.add(new Table.Column("owner", ReviewWords.of("table.owner"), ReviewWords.same(""), false));
        heads.add(new Table.Column("nature", ReviewWords.of("table.nature"), ReviewWords.same(""), false));
        columns.forEach(column -> heads.add(column.head()));
        List<Table.Row> rows = new ArrayList<>();
        for (LandUseLeaf.Nature nature : LandUseLeaf.Nature.values()) addNature(nature, rows);
        rows.add(row(Table.Kind.TOTAL, ReviewWords.of("table.total"), ReviewWords.same(""), leaf -> true));
        return new Table("landUse", "ha", heads, rows);
    }

    private void addGroup(LandClass.Group group, LandClass.Schemes classes, String scheme) {
        Words name = ReviewWords.of("group." + group);
        boolean any = leaves.stream().anyMatch(leaf -> leaf.landClass().group() == group);
        if (group == LandClass.Group.UNKNOWN && !any) return;
        column(
                group + ".total",
                ReviewWords.of("table.subtotal"),
                name,
                leaf -> leaf.landClass().group() == group);
        if (group == LandClass.Group.UNKNOWN) return;
        TreeMap<String, Words> shown = new TreeMap<>();
        if (group == LandClass.Group.AGRICULTURAL)
            for (String code : List.of("0101", "0103"))
                shown.put(code, classes.get(scheme, code).name());
        for (LandUseLeaf leaf : leaves)
            if (leaf.landClass().group() == group)
                shown.put(leaf.landClass().code(), leaf.landClass().name());
        if (group == LandClass.Group.AGRICULTURAL)
            column("cropland", ReviewWords.of("table.cropland"), name, LandUseLeaf::isCropland);
        shown.forEach((code, title) ->
                column(code, title, name, leaf -> leaf.landClass().code().equals(code)));
    }

    private void column(String key, Words title, @Nullable Words group, Predicate<LandUseLeaf> holds) {
        Words over = group == null ? ReviewWords.same("") : group;
        columns.add(new Column(new Table.Column(key, title, over, true), holds));
    }

    private void addNature(LandUseLeaf.Nature nature, List<Table.Row> rows) {
        List<LandUseLeaf> own =
                leaves.stream().filter(leaf -> leaf.nature() == nature).toList();
        if (own.isEmpty() && nature == LandUseLeaf.Nature.UNKNOWN) return;
        Set<String> owners = new LinkedHashSet<>(own.stream()
                .map(LandUseLeaf::owner)
                .sorted(Comparator.naturalOrder())
                .toList());
        Words name = ReviewWords.of("nature." + nature);
        for (String owner : owners)
            rows.add(row(
                    Table.Kind.ROW,
                    owner.isEmpty() ? ReviewWords.of("owner.unknown") : ReviewWords.same(owner),
                    name,
                    leaf -> leaf.nature() == nature && leaf.owner().equals(owner)));
        rows.add(row(
                Table.Kind.SUBTOTAL,
                ReviewWords.of("nature." + nature + ".subtotal"),
                ReviewWords.same(""),
                leaf -> leaf.nature() == nature));
    }

    private Table.Row row(Table.Kind kind, Words first, Words second, Predicate<LandUseLeaf> mine) {
        long[] sums = new long[columns.size()];
        for (LandUseLeaf leaf : leaves) {
            if (!mine.test(leaf)) continue;
            for (int i = 0; i < sums.length; i++) if (columns.get(i).holds().test(leaf)) sums[i] += leaf.hectares();
        }
        List<Words> cells = new ArrayList<>();
        cells.add(first);
        cells.add(second);
        cells.add(ReviewWords.same(Figures.hectares(sums[0])));
        Arrays.stream(sums).skip(1).forEach(sum -> cells.add(Figures.cell(sum)));
        return new Table.Row(kind, cells);
    }
}
