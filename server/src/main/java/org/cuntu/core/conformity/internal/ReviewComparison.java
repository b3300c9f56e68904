package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cuntu.core.conformity.Comparison;
import org.cuntu.core.conformity.Comparison.Cause;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares two reviews: a function of the two and of how the register's layers are classed. */
public final class ReviewComparison {
    private final ComparedSide a;
    private final ComparedSide b;
    private final Function<String, @Nullable LayerSchema> schemas;

    private ReviewComparison(ComparedSide a, ComparedSide b, Function<String, @Nullable LayerSchema> schemas) {
        this.a = a;
        this.b = b;
        this.schemas = schemas;
    }

    public static Comparison of(ComparedSide a, ComparedSide b, Function<String, @Nullable LayerSchema> schemas) {
        return new ReviewComparison(a, b, schemas).comparison();
    }

    private Comparison comparison() {
        List<Comparison.Layer> layers = new ArrayList<>();
        List<Comparison.Sheet> sheets = new ArrayList<>();
        for (String code : both(a.layers(), b.layers())) {
            JsonNode one = a.layers().get(code);
            JsonNode other = b.layers().get(code);
            layers.add(layer(code, one, other));
            Comparison.Sheet sheet = new ComparedClasses(schemas.apply(code))
                    .sheet(code, name(one, other), side(a, one), side(b, other));
            if (sheet != null) sheets.add(sheet);
        }
        List<Comparison.Ruling> rulings = new ArrayList<>();
        for (String rule : both(a.findings(), b.findings())) rulings.add(ruling(rule));
        return new Comparison(causes(layers), layers, rulings, sheets);
    }

    private static ComparedClasses.Ground side(ComparedSide side, @Nullable JsonNode layer) {
        return new ComparedClasses.Ground(
                layer, Area.parse(side.review().path("site").path("legalArea").asString("0")));
    }

    private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private static String name(@Nullable JsonNode one, @Nullable JsonNode other) {
        JsonNode known = other == null ? one : other;
        return known == null ? "" : known.path("name").asString("");
    }

    private static Comparison.Layer layer(String code, @Nullable JsonNode one, @Nullable JsonNode other) {
        Comparison.Said first = said(one);
        Comparison.Said second = said(other);
        boolean otherVersion =
                first == null || second == null || !first.snapshot().equals(second.snapshot());
        return new Comparison.Layer(code, name(one, other), first, second, otherVersion);
    }

    private static Comparison.@Nullable Said said(@Nullable JsonNode layer) {
        if (layer == null) return null;
        return new Comparison.Said(
                LayerAnswer.valueOf(layer.required("answer").asString()),
                layer.path("reason").asString(""),
                Area.parse(layer.path("area").asString("0")),
                layer.path("snapshot").asString(""),
                layer.path("inForceFrom").asString(""));
    }

    private static Comparison.@Nullable Judged judged(@Nullable JsonNode finding) {
        if (finding == null) return null;
        return new Comparison.Judged(
                Verdict.valueOf(finding.required("verdict").asString()),
                Area.parse(finding.path("area").asString("0")),
                finding.path("ruleVersion").asInt());
    }

    private Comparison.Ruling ruling(String rule) {
        JsonNode one = a.findings().get(rule);
        JsonNode other = b.findings().get(rule);
        JsonNode known = other == null ? one : other;
        String title = known == null ? rule : known.path("title").asString(rule);
        Comparison.Ruling bare =
                new Comparison.Ruling(rule, title, judged(one), judged(other), EnumSet.noneOf(Cause.class), List.of());
        if (!bare.changed()) return bare;
        List<String> layers = otherLayers(rule);
        return new Comparison.Ruling(rule, title, bare.a(), bare.b(), because(rule, layers), layers);
    }

    /** Of the layers that a rule reads, those that are of another version or could not be asked alike. */
    private List<String> otherLayers(String rule) {
        Set<String> read = new LinkedHashSet<>();
        for (ComparedSide side : List.of(a, b)) {
            JsonNode text = side.rulesById().get(rule);
            if (text == null) continue;
            read.add(text.path("select").path("layer").asString(""));
            for (JsonNode layer : text.path("layers"))
                read.add(layer.path("name").asString(""));
        }
        return read.stream()
                .filter(code -> isOther(a.layers().get(code), b.layers().get(code)))
                .toList();
    }

    private static boolean isOther(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null) return one != other;
        return !one.path("snapshot").equals(other.path("snapshot"))
                || isSilent(one) != isSilent(other) && !one.path("reason").equals(other.path("reason"));
    }

    private static boolean isSilent(JsonNode layer) {
        return List.of("no-snapshot", "stale", "fault")
                .contains(layer.path("reason").asString(""));
    }

    private Set<Cause> because(String rule, List<String> layers) {
        Set<Cause> because = EnumSet.noneOf(Cause.class);
        if (otherSite()) because.add(Cause.GEOMETRY);
        if (!layers.isEmpty()) because.add(Cause.LAYER);
        JsonNode one = a.rulesById().get(rule);
        JsonNode other = b.rulesById().get(rule);
        if (one == null || !one.equals(other)) because.add(Cause.RULE);
        String text = String.valueOf(other == null ? one : other);
        for (String setting : otherSettings()) if (text.contains(setting)) because.add(Cause.SETTING);
        if (otherProject()) because.add(Cause.PROJECT);
        if (because.isEmpty() && otherEngine()) because.add(Cause.ENGINE);
        return because;
    }

    private Set<Cause> causes(List<Comparison.Layer> layers) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (otherSite()) causes.add(Cause.GEOMETRY);
        if (!a.review().path("asOf").equals(b.review().path("asOf"))) causes.add(Cause.DATE);
        if (layers.stream().anyMatch(Comparison.Layer::otherVersion)) causes.add(Cause.LAYER);
        if (!a.rules().path("rules").equals(b.rules().path("rules"))) causes.add(Cause.RULE);
        if (!otherSettings().isEmpty()) causes.add(Cause.SETTING);
        if (otherProject()) causes.add(Cause.PROJECT);
        if (otherEngine()) causes.add(Cause.ENGINE);
        return causes;
    }

    private boolean otherSite() {
        return !a.review()
                .path("site")
                .path("hash")
                .equals(b.review().path("site").path("hash"));
    }

    private boolean otherProject() {
        return !a.review().path("project").equals(b.review().path("project"));
    }

    private boolean otherEngine() {
        return a.review().path("engine").asInt() != b.review().path("engine").asInt();
    }

    private List<String> otherSettings() {
        JsonNode one = a.rules().path("settings");
        JsonNode other = b.rules().path("settings");
        Set<String> names = new LinkedHashSet<>(one.propertyNames());
        names.addAll(other.propertyNames());
        return names.stream().filter(n -> !one.path(n).equals(other.path(n))).toList();
    }
}
