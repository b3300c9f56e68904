package org.cuntu.business.planning.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cuntu.business.planning.Article;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.PlotFigures;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * The canonical content of a sheet (contracts 5), schema {@code plan-condition-1}: what was copied, in whole 0.01 m² and strings as
 * the plan has them, and what was asked besides, with its sentences in both languages.
 */
final class ConditionContent {
    private static final double MILLIMETRES = 1000;

    private ConditionContent() {}

    /** @param values of {@link ConditionMaking.Made} @param terms of {@link #terms}, or as they were kept */
    static String text(Map<String, @Nullable Object> values, Object terms) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("schema", "plan-condition-1");
        tree.put("values", values);
        tree.put("terms", terms);
        return CanonicalJson.write(tree);
    }

    static Map<String, @Nullable Object> layer(String code, PlotBaseline open) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Baseline.Layer layer = open.layer(code).orElse(null);
        SnapshotRef version = layer == null ? null : layer.snapshot();
        tree.put("layer", code);
        tree.put("hash", version == null ? null : version.hash());
        tree.put("inForceFrom", version == null ? null : version.inForceFrom().toString());
        tree.put("knownFrom", version == null ? null : version.knownFrom().toString());
        tree.put("source", version == null ? null : version.source());
        tree.put("reason", layer == null ? "no-snapshot" : PlotJson.code(layer.reason()));
        return tree;
    }

    static Map<String, @Nullable Object> plot(PlotCard.Plot plot) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", plot.number());
        tree.put("use", plot.use());
        tree.put("useName", plot.useName());
        tree.put("compatible", plot.compatible());
        tree.put("compatibleMost", PlotJson.plain(plot.compatibleMost()));
        tree.put("status", plot.statusSaid());
        tree.put("ratio", PlotJson.limit(plot.ratio()));
        tree.put("density", PlotJson.limit(plot.density()));
        tree.put("green", PlotJson.limit(plot.green()));
        tree.put("height", PlotJson.limit(plot.height()));
        tree.put("legal", plot.legal().hundredths());
        tree.put("stated", hundredths(plot.stated()));
        tree.put("figures", PlotJson.figures(plot.figures(), ConditionContent::hundredths));
        tree.put("fields", plot.values());
        tree.put("ground", PlotRecord.fingerprint(plot.ground()));
        tree.put("linesReason", PlotJson.code(plot.linesReason()));
        tree.put("lines", plot.lines().stream().map(ConditionContent::line).toList());
        tree.put(
                "controls",
                plot.controls().stream().map(ConditionContent::control).toList());
        return tree;
    }

    private static @Nullable Object hundredths(@Nullable Area area) {
        return area == null ? null : area.hundredths();
    }

    private static Map<String, @Nullable Object> line(PlotCard.OnLine line) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("type", line.type());
        tree.put("name", line.name());
        tree.put("area", line.area().hundredths());
        tree.put("millimetres", (long) StrictMath.rint(line.metres() * MILLIMETRES));
        tree.put("setback", PlotJson.plain(line.setback()));
        return tree;
    }

    private static Map<String, @Nullable Object> control(PlotCard.Control control) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("layer", control.layer());
        tree.put("answer", control.answer().name());
        tree.put("reason", PlotJson.code(control.reason()));
        tree.put("area", control.area().hundredths());
        tree.put(
                "pieces",
                control.pieces().stream()
                        .map(piece -> Map.of(
                                "label", piece.label(), "area", piece.area().hundredths()))
                        .toList());
        return tree;
    }

    /** Sums over the plots; a sum is there when every plot has the figure. */
    static Map<String, @Nullable Object> totals(List<PlotCard.Plot> plots) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("legal", sum(plots, PlotCard.Plot::legal));
        tree.put("mostFloor", sum(plots, each(PlotFigures::mostFloor)));
        tree.put("mostBase", sum(plots, each(PlotFigures::mostBase)));
        tree.put("leastGreen", sum(plots, each(PlotFigures::leastGreen)));
        return tree;
    }

    private static Function<PlotCard.Plot, @Nullable Area> each(Function<PlotFigures, @Nullable Area> figure) {
        return plot -> figure.apply(plot.figures());
    }

    private static @Nullable Long sum(List<PlotCard.Plot> plots, Function<PlotCard.Plot, @Nullable Area> figure) {
        long sum = 0;
        for (PlotCard.Plot plot : plots) {
            Area one = figure.apply(plot);
            if (one == null) return null;
            sum = Math.addExact(sum, one.hundredths());
        }
        return plots.isEmpty() ? null : sum;
    }

    static Map<String, @Nullable Object> terms(
            PlanConditions.Order order, PlotsFile.Sheets sheets, @Nullable String replaced) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", order.name().strip());
        tree.put("applicant", order.applicant().strip());
        tree.put(
                "purpose",
                sheets.purposes().stream()
                        .filter(each -> each.id().equals(order.purpose()))
                        .findFirst()
                        .map(each -> Map.of("id", each.id(), "zh", each.zh(), "en", each.en()))
                        .orElseThrow());
        tree.put("basis", sheets.basis().stream().map(ConditionContent::article).toList());
        tree.put(
                "requirements",
                sheets.requirements().stream()
                        .filter(each -> order.requirements().contains(each.id()))
                        .map(ConditionContent::requirement)
                        .toList());
        tree.put("remarks", order.remarks().strip());
        tree.put("validity", sheets.validity().toString());
        tree.put("validityStatus", sheets.validityStatus());
        tree.put("replaces", replaced);
        return tree;
    }

    private static Map<String, Object> requirement(PlotsFile.Requirement each) {
        return Map.of(
                "id", each.id(),
                "group", each.group(),
                "zh", each.zh(),
                "en", each.en(),
                "article", article(each.article()));
    }

    private static Map<String, String> article(Article article) {
        return PlotJson.article(article);
    }
}
