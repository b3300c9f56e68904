package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cuntu.core.conformity.ConversionPart;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Table;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Selection;
import org.cuntu.core.rules.Verdict;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the report (handbook 5.6). A table is made only of layers whose leaves add up to the site; ground that a
 * layer does not answer for has its own row or column, so that every table ends at the same total.
 */
public final class Tables {
    static final String SURVEY = "DLTB";
    static final String FARMLAND = "YJJBNTBHTB";
    static final String RED_LINE = "STBHHX";
    static final String BOUNDARY = "CZKFBJ";
    private static final String ZONES = "GHFQ";
    private static final String PLOTS = "KGDK";

    private final ReviewResult review;
    private final LandClass.Schemes classes;
    /** The very leaves that each finding took: a layer may have many thousands. */
    private final Map<Finding, Set<Leaf>> took = new IdentityHashMap<>();

    public Tables(ReviewResult review, LandClass.Schemes classes) {
        this.review = review;
        this.classes = classes;
        for (Finding finding : review.findings()) {
            Set<Leaf> leaves = Collections.newSetFromMap(new IdentityHashMap<>());
            finding.pieces().forEach(piece -> leaves.add(piece.leaf()));
            took.put(finding, leaves);
        }
    }

    public List<Table> all() {
        List<Table> tables = new ArrayList<>();
        LayerResult survey = summed(SURVEY);
        if (survey != null) {
            List<LandUseLeaf> leaves = LandUseLeaf.of(survey, classes);
            tables.add(new LandUseTable(
                            leaves,
                            classes,
                            String.valueOf(survey.entry().schema().classScheme()))
                    .table());
            tables.add(cropland(leaves));
        }
        LayerResult zones = summed(ZONES);
        if (zones != null) tables.add(zones(zones));
        LayerResult plots = summed(PLOTS);
        if (plots != null) tables.add(plots(plots));
        tables.add(controlLines());
        if (!review.conversions().isEmpty()) tables.add(new ConversionTable(review, this::zone).table());
        tables.add(new ItemsTable(review).table());
        return tables;
    }

    /** Table 2, first half: plot × plan zone. */
    private Table zones(LayerResult layer) {
        List<Table.Column> columns = List.of(
                text("plot"), text("zoneCode"), text("zoneName"), figure("hectares"), figure("share"), text("verdict"));
        return new Table("planZones", "ha", columns, byKey(layer, leaf -> new Words[] {
            plot(leaf), named(leaf, "GHFQDM"), className(ZONES, leaf, "GHFQDM", "GHFQMC"),
        }));
    }

    /** Table 2, second half: plot × detailed-plan plot, and whether the wanted use agrees. */
    private Table plots(LayerResult layer) {
        List<Table.Column> columns = List.of(
                text("plot"),
                text("planPlot"),
                text("useCode"),
                text("useName"),
                figure("hectares"),
                figure("share"),
                text("agrees"));
        return new Table("planPlots", "ha", columns, byKey(layer, leaf -> new Words[] {
            plot(leaf), named(leaf, "DKBH"), named(leaf, "YDYHFLDM"), className(PLOTS, leaf, "YDYHFLDM", "YDYHFLMC"),
        }));
    }

    private interface Key {
        Words[] of(Leaf leaf);
    }

    private List<Table.Row> byKey(LayerResult layer, Key key) {
        Map<List<Words>, List<Leaf>> groups = new LinkedHashMap<>();
        for (Leaf leaf : layer.leaves())
            groups.computeIfAbsent(List.of(key.of(leaf)), k -> new ArrayList<>())
                    .add(leaf);
        List<Table.Row> rows = new ArrayList<>();
        int width = 0;
        for (Map.Entry<List<Words>, List<Leaf>> group : groups.entrySet()) {
            List<Words> cells = new ArrayList<>(group.getKey());
            width = cells.size();
            sums(cells, group.getValue());
            cells.add(verdict(layer, group.getValue()));
            rows.add(new Table.Row(Table.Kind.ROW, cells));
        }
        List<Words> cells = new ArrayList<>();
        cells.add(ReviewWords.of("table.total"));
        while (cells.size() < width) cells.add(ReviewWords.same(""));
        sums(cells, layer.leaves());
        cells.add(ReviewWords.same(""));
        rows.add(new Table.Row(Table.Kind.TOTAL, cells));
        return rows;
    }

    private static void sums(List<Words> cells, List<Leaf> leaves) {
        long hectares = 0;
        int share = 0;
        for (Leaf leaf : leaves) {
            hectares += leaf.hectares();
            share += leaf.share().hundredthsOfPercent();
        }
        cells.add(ReviewWords.same(Figures.hectares(hectares)));
        cells.add(Figures.cell(new Share(share)));
    }

    /** Table 3: the three control lines, each feature; farmland gross and net of the ridge. */
    private Table controlLines() {
        List<Table.Column> columns = List.of(
                text("line"),
                text("type"),
                text("feature"),
                figure("squareMetres"),
                figure("hectares"),
                figure("share"),
                figure("net"),
                figure("paddy"),
                text("verdict"));
        List<Table.Row> rows = new ArrayList<>();
        addLine(FARMLAND, "DLMC", "YJJBNTTBBH", rows);
        addLine(RED_LINE, "LHLX", "HXMC", rows);
        addLine(BOUNDARY, "GHFQMC", "GHFQDM", rows);
        return new Table("controlLines", "ha", columns, rows);
    }

    private void addLine(String code, String typeField, String nameField, List<Table.Row> rows) {
        LayerResult layer = review.findLayer(code).orElse(null);
        if (layer == null) return;
        Words line = new Words(layer.entry().zh(), layer.entry().en());
        if (!layer.scaled() || layer.leaves().isEmpty()) {
            rows.add(new Table.Row(Table.Kind.ROW, silent(line)));
            return;
        }
        boolean farmland = code.equals(FARMLAND);
        List<Leaf> pieces = layer.leaves().stream()
                .filter(leaf -> leaf.kind() == Leaf.Kind.PIECE)
                .toList();
        for (List<Leaf> group : groups(pieces, typeField, nameField)) {
            Leaf first = group.getFirst();
            List<Words> cells =
                    new ArrayList<>(List.of(line, type(code, first), ReviewWords.same(first.text(nameField))));
            measures(cells, group, farmland);
            cells.add(verdict(layer, group));
            rows.add(new Table.Row(Table.Kind.ROW, cells));
        }
        boolean boundary = code.equals(BOUNDARY);
        addSum(Table.Kind.SUBTOTAL, line, boundary ? "table.inside" : "table.occupied", pieces, farmland, rows);
        for (Leaf.Kind kind : List.of(Leaf.Kind.REST, Leaf.Kind.OUTSIDE_COVERAGE)) {
            List<Leaf> computed =
                    layer.leaves().stream().filter(leaf -> leaf.kind() == kind).toList();
            if (computed.isEmpty()) continue;
            List<Words> cells = new ArrayList<>(List.of(line, kind(code, kind), ReviewWords.same("")));
            measures(cells, computed, false);
            cells.add(verdict(layer, computed));
            rows.add(new Table.Row(Table.Kind.ROW, cells));
        }
        addSum(Table.Kind.TOTAL, line, "table.total", layer.leaves(), farmland, rows);
    }

    /** Farmland is named by its land class, the boundary by its plan zone, the red line by a type of its own. */
    private Words type(String line, Leaf leaf) {
        return switch (line) {
            case FARMLAND -> className(SURVEY, leaf, "DLBM", "DLMC");
            case BOUNDARY -> className(ZONES, leaf, "GHFQDM", "GHFQMC");
            default -> ReviewWords.same(leaf.text("LHLX"));
        };
    }

    /** A class as the layer names it; in English as the scheme of another layer does, whose codes these are. */
    private Words className(String schemeOf, Leaf leaf, String codeField, String nameField) {
        Words own = named(leaf, nameField);
        return leaf.kind() == Leaf.Kind.PIECE ? translated(schemeOf, leaf.text(codeField), own.zh()) : own;
    }

    private Words zone(ConversionPart part) {
        return part.zone() < 0
                ? ReviewWords.of("conversion.no-zone")
                : translated(ZONES, part.zoneCode(), part.zoneName());
    }

    private Words translated(String schemeOf, String code, String own) {
        String scheme = review.findLayer(schemeOf)
                .map(layer -> layer.entry().schema().classScheme())
                .orElse(null);
        if (scheme == null || code.isEmpty()) return ReviewWords.same(own);
        String english = classes.get(scheme, code).name().en();
        return new Words(own, english.equals(code) ? own : english);
    }

    private static Collection<List<Leaf>> groups(List<Leaf> leaves, String... fields) {
        Map<List<String>, List<Leaf>> groups = new LinkedHashMap<>();
        for (Leaf leaf : leaves)
            groups.computeIfAbsent(Arrays.stream(fields).map(leaf::text).toList(), k -> new ArrayList<>())
                    .add(leaf);
        return groups.values();
    }

    private static void addSum(
            Table.Kind kind, Words line, String word, List<Leaf> leaves, boolean farmland, List<Table.Row> rows) {
        List<Words> cells = new ArrayList<>(List.of(line, ReviewWords.of(word), ReviewWords.same("")));
        measures(cells, leaves, farmland);
        cells.add(ReviewWords.same(""));
        rows.add(new Table.Row(kind, cells));
    }

    private static Words kind(String layer, Leaf.Kind kind) {
        if (layer.equals(BOUNDARY) && kind == Leaf.Kind.REST) return ReviewWords.of("leaf.outside-boundary");
        return ReviewWords.of("leaf." + kind.code());
    }

    private static List<Words> silent(Words line) {
        List<Words> cells = new ArrayList<>(List.of(line));
        for (int i = 0; i < 7; i++) cells.add(Figures.NONE);
        cells.add(ReviewWords.of("verdict.NOT_ANSWERED"));
        return cells;
    }

    private static void measures(List<Words> cells, List<Leaf> leaves, boolean farmland) {
        Area gross = Area.ZERO;
        long net = 0;
        long paddy = 0;
        for (Leaf leaf : leaves) {
            gross = gross.plus(leaf.area());
            if (leaf.kind() != Leaf.Kind.PIECE) continue;
            net += leaf.hectares() - leaf.ridgeHectares();
            if (leaf.text("DLBM").startsWith("0101")) paddy += leaf.hectares() - leaf.ridgeHectares();
        }
        cells.add(Figures.cell(gross));
        sums(cells, leaves);
        cells.add(farmland ? ReviewWords.same(Figures.hectares(net)) : Figures.NONE);
        cells.add(farmland ? ReviewWords.same(Figures.hectares(paddy)) : Figures.NONE);
    }

    /** Table 4: cropland occupied by class and slope, net of the ridge, and what is to be replaced. */
    private static Table cropland(List<LandUseLeaf> leaves) {
        List<Table.Column> columns = List.of(
                text("class"),
                text("slope"),
                figure("squareMetres"),
                figure("hectares"),
                figure("replace"),
                figure("paddy"));
        TreeMap<String, List<LandUseLeaf>> groups = new TreeMap<>();
        for (LandUseLeaf leaf : leaves)
            if (leaf.isCropland())
                groups.computeIfAbsent(leaf.landClass().code() + "/" + leaf.slope(), k -> new ArrayList<>())
                        .add(leaf);
        List<Table.Row> rows = new ArrayList<>();
        List<LandUseLeaf> all = new ArrayList<>();
        for (List<LandUseLeaf> group : groups.values()) {
            all.addAll(group);
            LandUseLeaf first = group.getFirst();
            rows.add(croplandRow(Table.Kind.ROW, first.landClass().name(), ReviewWords.same(first.slope()), group));
        }
        rows.add(croplandRow(Table.Kind.TOTAL, ReviewWords.of("table.total"), ReviewWords.same(""), all));
        return new Table("cropland", "ha", columns, rows);
    }

    private static Table.Row croplandRow(Table.Kind kind, Words name, Words slope, List<LandUseLeaf> leaves) {
        Area area = Area.ZERO;
        long hectares = 0;
        long paddy = 0;
        for (LandUseLeaf leaf : leaves) {
            area = area.plus(leaf.area());
            hectares += leaf.hectares();
            if (leaf.isPaddy()) paddy += leaf.hectares();
        }
        Words printed = ReviewWords.same(Figures.hectares(hectares));
        return new Table.Row(
                kind,
                List.of(name, slope, Figures.cell(area), printed, printed, ReviewWords.same(Figures.hectares(paddy))));
    }

    /** The worst of the findings that took one of these leaves; a dash where no rule could take them. */
    private Words verdict(LayerResult layer, List<Leaf> leaves) {
        Leaf.Kind kind = leaves.getFirst().kind();
        if (kind == Leaf.Kind.OUTSIDE_COVERAGE) return ReviewWords.of("verdict.NOT_ANSWERED");
        List<Verdict> verdicts = new ArrayList<>();
        for (Finding finding : review.findings()) {
            if (!finding.rule().select().layer().equals(layer.entry().code())) continue;
            if (kind == Leaf.Kind.REST && finding.rule().select().relation() == Selection.Relation.OVERLAPS) continue;
            boolean tookOne = leaves.stream().anyMatch(took.getOrDefault(finding, Set.of())::contains);
            verdicts.add(tookOne || finding.verdict() == Verdict.NOT_ANSWERED ? finding.verdict() : Verdict.PASS);
        }
        return verdicts.isEmpty() ? Figures.NONE : ReviewWords.of("verdict." + Verdict.worst(verdicts));
    }

    private Words plot(Leaf leaf) {
        return ReviewWords.same(review.input().plots().get(leaf.plot()).number());
    }

    private static Words named(Leaf leaf, String field) {
        if (leaf.kind() == Leaf.Kind.PIECE) return ReviewWords.same(leaf.text(field));
        if (!field.endsWith("MC")) return ReviewWords.same("");
        boolean unplanned = field.equals("YDYHFLMC") && leaf.kind() == Leaf.Kind.REST;
        return ReviewWords.of(
                unplanned ? "leaf.unplanned" : "leaf." + leaf.kind().code());
    }

    private static Table.Column text(String key) {
        return new Table.Column(key, ReviewWords.of("column." + key), ReviewWords.same(""), false);
    }

    private static Table.Column figure(String key) {
        return new Table.Column(key, ReviewWords.of("column." + key), ReviewWords.same(""), true);
    }

    /** A layer whose leaves add up to the site; null when there is none. */
    private @Nullable LayerResult summed(String code) {
        return review.findLayer(code)
                .filter(layer -> layer.scaled() && !layer.leaves().isEmpty())
                .orElse(null);
    }

    /** The documents of an article in words. */
    static Words article(List<Article> articles) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Article article : articles) {
            if (!zh.isEmpty()) {
                zh.append("；");
                en.append("; ");
            }
            String name = (article.doc() + " " + article.clause()).strip();
            zh.append(name);
            en.append(name);
            if (article.status() == Article.Status.UNVERIFIED) {
                zh.append(ReviewWords.of("article.UNVERIFIED").zh());
                en.append(ReviewWords.of("article.UNVERIFIED").en());
            }
        }
        return new Words(zh.toString(), en.toString());
    }

    /** Findings, the worst first, then in the order of the rule set. */
    static List<Finding> worstFirst(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(finding -> switch (finding.verdict()) {
            case FAIL -> 0;
            case NOT_ANSWERED -> 1;
            case CONDITIONAL -> 2;
            case INFO -> 3;
            case PASS -> 4;
        }));
        return sorted;
    }
}
