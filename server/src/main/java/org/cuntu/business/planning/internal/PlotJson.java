package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cuntu.business.planning.Article;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.PlotFigures;
import org.cuntu.business.planning.PlotLimit;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plots as the page sees them: areas are decimal strings in m² with two places, limits strings as the plan has them. */
@Component
class PlotJson {
    static final String SCHEME = "YDYH2023";

    private final PlanningWords words;
    private final PlotsFile file;
    private final ClassSchemes schemes;

    PlotJson(PlanningWords words, PlotsFile file, ClassSchemes schemes) {
        this.words = words;
        this.file = file;
        this.schemes = schemes;
    }

    Map<String, @Nullable Object> card(PlotCard card) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("asOf", card.asOf().toString());
        tree.put("known", card.known() == null ? null : card.known().toString());
        tree.put("answer", card.answer().name());
        tree.put("reason", code(card.reason()));
        tree.put("version", version(card.version()));
        tree.put("plots", card.plots().stream().map(this::plot).toList());
        tree.put("governing", card.governing().stream().map(this::governing).toList());
        return tree;
    }

    Map<String, @Nullable Object> plot(PlotCard.Plot plot) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("feature", plot.feature());
        tree.put("unit", plot.unit());
        tree.put("number", plot.number());
        tree.put("status", plot.status().name());
        tree.put("statusSaid", plot.statusSaid());
        tree.put("use", plot.use());
        tree.put("useName", use(plot.use(), plot.useName()));
        tree.put(
                "compatible",
                plot.compatible().stream()
                        .map(code -> Map.of("code", code, "name", use(code, code)))
                        .toList());
        tree.put("compatibleMost", plain(plot.compatibleMost()));
        tree.put("ratio", limit(plot.ratio()));
        tree.put("density", limit(plot.density()));
        tree.put("green", limit(plot.green()));
        tree.put("height", limit(plot.height()));
        tree.put("legal", plot.legal().toString());
        tree.put("stated", text(plot.stated()));
        tree.put("statedDiffers", plot.statedDiffers());
        tree.put("figures", figures(plot.figures()));
        tree.put("division", plot.division());
        tree.put(
                "divisionNames",
                plot.division().isEmpty()
                        ? List.of()
                        : List.of(words.division(plot.division().substring(0, 6)), words.division(plot.division())));
        tree.put("linesReason", code(plot.linesReason()));
        tree.put("lines", plot.lines().stream().map(this::line).toList());
        tree.put("controls", plot.controls().stream().map(this::control).toList());
        tree.put("history", plot.history().stream().map(PlotJson::history).toList());
        tree.put("geometry", GroundShapes.json(plot.ground()));
        tree.put("box", GroundShapes.box(plot.ground()));
        return tree;
    }

    /** The class in both languages; the record's own name where the scheme has no such code. */
    Map<String, String> use(String code, String otherwise) {
        return schemes.find(SCHEME).stream()
                .flatMap(List::stream)
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> Map.of("zh", each.name(), "en", each.en()))
                .orElse(Map.of("zh", otherwise, "en", otherwise));
    }

    static Map<String, @Nullable Object> limit(PlotLimit limit) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("operator", limit.operator().name());
        tree.put("value", plain(limit.value()));
        tree.put("least", plain(limit.least()));
        return tree;
    }

    static Map<String, @Nullable Object> figures(PlotFigures figures) {
        return figures(figures, PlotJson::text);
    }

    static Map<String, @Nullable Object> figures(PlotFigures f, Function<@Nullable Area, @Nullable Object> as) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("mostFloor", as.apply(f.mostFloor()));
        tree.put("leastFloor", as.apply(f.leastFloor()));
        tree.put("mostBase", as.apply(f.mostBase()));
        tree.put("leastBase", as.apply(f.leastBase()));
        tree.put("mostGreen", as.apply(f.mostGreen()));
        tree.put("leastGreen", as.apply(f.leastGreen()));
        return tree;
    }

    private Map<String, @Nullable Object> line(PlotCard.OnLine line) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("type", line.type());
        tree.put(
                "typeName",
                file.findLine(line.type())
                        .map(each -> Map.of("zh", each.zh(), "en", each.en()))
                        .orElse(Map.of("zh", line.type(), "en", line.type())));
        tree.put("name", line.name());
        tree.put("area", line.area().toString());
        tree.put("metres", StrictMath.rint(line.metres() * 100) / 100);
        tree.put("setback", plain(line.setback()));
        tree.put(
                "setbackStatus",
                file.findLine(line.type()).map(each -> each.article().status()).orElse(null));
        return tree;
    }

    private Map<String, @Nullable Object> control(PlotCard.Control control) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("layer", control.layer());
        tree.put("layerName", words.layer(control.layer()));
        tree.put("answer", control.answer().name());
        tree.put("reason", code(control.reason()));
        tree.put("version", version(control.version()));
        tree.put("area", control.area().toString());
        tree.put(
                "pieces",
                control.pieces().stream()
                        .map(piece -> Map.of(
                                "label", piece.label(), "area", piece.area().toString()))
                        .toList());
        return tree;
    }

    private Map<String, @Nullable Object> governing(PlotCard.Governing governing) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("layer", governing.layer());
        tree.put(
                "layerName",
                governing.layer().equals(PlotGoverning.VILLAGE_PLAN)
                        ? Map.of("zh", "村庄规划", "en", "Village plan")
                        : words.layer(governing.layer()));
        tree.put("answer", governing.answer().name());
        tree.put("reason", code(governing.reason()));
        tree.put("version", version(governing.version()));
        tree.put("value", governing.value());
        PlotCard.Rule rule = governing.rule();
        tree.put(
                "rule",
                rule == null ? null : Map.of("zh", rule.zh(), "en", rule.en(), "article", article(rule.article())));
        return tree;
    }

    static Map<String, String> article(Article article) {
        return Map.of("doc", article.doc(), "clause", article.clause(), "status", article.status());
    }

    private static Map<String, @Nullable Object> history(PlotCard.Version version) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("version", version(version.version()));
        tree.put("present", version.present());
        tree.put("changes", version.changes());
        return tree;
    }

    static @Nullable Map<String, @Nullable Object> version(@Nullable SnapshotRef version) {
        if (version == null) return null;
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("hash", version.hash());
        tree.put("inForceFrom", version.inForceFrom().toString());
        tree.put("knownFrom", version.knownFrom().toString());
        tree.put("source", version.source());
        tree.put("invented", version.invented());
        return tree;
    }

    static @Nullable String code(@Nullable NotAnsweredReason reason) {
        return reason == null ? null : reason.code();
    }

    static @Nullable String text(@Nullable Area area) {
        return area == null ? null : area.toString();
    }

    /** As written, without trailing zeros. */
    static @Nullable String plain(@Nullable BigDecimal value) {
        if (value == null) return null;
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** What the page may choose of when a sheet is drafted. */
    Map<String, @Nullable Object> choices() {
        PlotsFile.Sheets sheets = file.sheets();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("purposes", sheets.purposes());
        tree.put(
                "requirements",
                sheets.requirements().stream().map(PlotJson::requirement).toList());
        tree.put("validity", sheets.validity().toString());
        tree.put("validityStatus", sheets.validityStatus());
        tree.put(
                "groups",
                sheets.requirements().stream()
                        .map(PlotsFile.Requirement::group)
                        .distinct()
                        .toList());
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
}
