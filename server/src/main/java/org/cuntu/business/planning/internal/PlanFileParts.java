package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanKind;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanTest;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads the parts of {@code plans.yaml} and refuses what does not fit the register or the file itself. */
final class PlanFileParts {
    private final YamlFile yaml;
    private final LayerRegister register;

    PlanFileParts(YamlFile yaml, LayerRegister register) {
        this.yaml = yaml;
        this.register = register;
    }

    PlanKind kind(String word) {
        return word(PlanKind.class, "kind", word);
    }

    LineRule.Severity severity(String word) {
        return word(LineRule.Severity.class, "severity", word);
    }

    private <E extends Enum<E>> E word(Class<E> type, String key, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(key, word));
    }

    PlanScheme.Material material(YamlFile.Node node) {
        PlanScheme.Material material = new PlanScheme.Material(
                node.text("id"),
                word(PlanScheme.Role.class, "role", node.text("role")),
                node.text("zh"),
                node.text("en"),
                node.flag("mandatory", false));
        node.close();
        return material;
    }

    PlanScheme.MapLayer layer(YamlFile.Node node) {
        String code = node.text("layer");
        String classField = node.findText("classField").orElse(null);
        PlanScheme.Replaces replaces = word(PlanScheme.Replaces.class, "replaces", node.text("replaces"));
        List<Field> own = node.nodes("fields").stream().map(this::field).toList();
        LayerSchema schema = own.isEmpty()
                ? register.findLayer(code).map(LayerEntry::schema).orElseThrow(() -> wrong("layer", code))
                : new LayerSchema(code, LayerKind.DISJOINT, own, classField == null ? null : "YDYH2023", classField);
        if (!own.isEmpty()
                && (replaces != PlanScheme.Replaces.NOTHING
                        || register.findLayer(code).isPresent())) throw wrong("replaces", code);
        PlanScheme.MapLayer layer = new PlanScheme.MapLayer(
                schema,
                known(schema, node.text("key")),
                node.findText("unit").map(field -> known(schema, field)).orElse(null),
                classField == null ? null : known(schema, classField),
                replaces,
                node.texts("affects"));
        if (layer.replaces() == PlanScheme.Replaces.UNITS && layer.unit() == null) throw wrong("unit", code);
        node.close();
        return layer;
    }

    private Field field(YamlFile.Node node) {
        Field field = new Field(
                node.text("code"),
                word(Field.Type.class, "type", node.text("type").toUpperCase(Locale.ROOT)),
                node.text("zh"),
                node.text("en"));
        node.close();
        return field;
    }

    PlanIndicator indicator(YamlFile.Node node) {
        PlanIndicator indicator = new PlanIndicator(
                node.text("id"),
                node.text("zh"),
                node.text("en"),
                node.text("unit"),
                node.integer("places", 2),
                node.flag("binding", false),
                node.texts("names"),
                node.texts("words"),
                formula(node),
                node.texts("parts"));
        boolean area = indicator.formula() != null && indicator.formula().sum() == PlanIndicator.Sum.AREA;
        if (area && !AreaUnit.isKnown(indicator.unit())) throw wrong("unit", indicator.unit());
        node.close();
        return indicator;
    }

    private PlanIndicator.@Nullable Formula formula(YamlFile.Node node) {
        String sum = node.findText("sum").orElse(null);
        if (sum == null) return null;
        return new PlanIndicator.Formula(
                word(PlanIndicator.Sum.class, "sum", sum),
                node.text("layer"),
                node.findText("field").orElse(null),
                node.texts("values"),
                node.findText("number").orElse(null));
    }

    LineRule.Test test(YamlFile.Node node) {
        String word = node.text("test");
        return switch (word) {
            case "agree" -> new PlanTest.Agreement();
            case "materials" -> new PlanTest.Materials();
            case "quality" -> new PlanTest.MapQuality();
            case "division" -> new PlanTest.InDivision();
            case "sums" -> new PlanTest.AddsUp();
            case "keys" -> new PlanTest.UniqueKeys();
            case "off", "only" ->
                new PlanTest.OwnGround(
                        node.text("of"),
                        node.texts("uses"),
                        new LineRule.OnLayer(
                                registered(node.text("layer")),
                                node.findText("field").orElse(null),
                                node.texts("values"),
                                word.equals("only")));
            case "assigned" -> new PlanTest.WithinTarget(node.text("indicator"), registered(node.text("line")));
            case "superior" ->
                new PlanTest.WithinSuperior(
                        node.text("indicator"),
                        kind(node.text("above")),
                        node.text("other"),
                        word(ControlLine.Bound.class, "bound", node.text("bound")));
            default -> throw wrong("test", word);
        };
    }

    /** What names another part of the file names one that is there. */
    void check(PlanScheme scheme, List<String> named, Map<String, List<LineRule.Test>> rules) {
        for (String id : named) if (!rules.containsKey(id)) throw wrong("rules", id);
        for (String id : named) for (LineRule.Test test : rules.getOrDefault(id, List.of())) check(scheme, test);
        for (PlanScheme.Material material : scheme.materials())
            if (material.role() == PlanScheme.Role.MAP
                    && scheme.findLayer(material.id()).isEmpty()) throw wrong("materials", material.id());
        List<String> ids = new ArrayList<>();
        for (PlanIndicator indicator : scheme.indicators()) ids.add(indicator.id());
        for (PlanIndicator indicator : scheme.indicators()) {
            for (String part : indicator.parts()) if (!ids.contains(part)) throw wrong("parts", part);
            PlanIndicator.Formula formula = indicator.formula();
            if (formula == null) continue;
            LayerSchema schema = scheme.findLayer(formula.layer())
                    .orElseThrow(() -> wrong("layer", formula.layer()))
                    .schema();
            if (formula.field() != null) known(schema, formula.field());
            if (formula.sum() == PlanIndicator.Sum.FIELD)
                known(schema, formula.number() == null ? "" : formula.number());
        }
    }

    /** A rule speaks of layers and indicators that its kind has. */
    private void check(PlanScheme scheme, LineRule.Test test) {
        if (test instanceof PlanTest.OwnGround own && scheme.findLayer(own.of()).isEmpty()) throw wrong("of", own.of());
        if (test instanceof PlanTest.WithinTarget target) known(scheme, target.indicator());
        if (test instanceof PlanTest.WithinSuperior superior) known(scheme, superior.indicator());
    }

    private void known(PlanScheme scheme, String indicator) {
        if (scheme.indicators().stream().noneMatch(each -> each.id().equals(indicator)))
            throw wrong("indicator", indicator);
    }

    private String registered(String layer) {
        if (register.findLayer(layer).isEmpty()) throw wrong("layer", layer);
        return layer;
    }

    private String known(LayerSchema schema, String code) {
        if (schema.indexOf(code) < 0) throw wrong("field", schema.layer() + "." + code);
        return code;
    }

    InputRefused wrong(String key, String value) {
        return yaml.refused("planning.plans-file", Problem.Place.UNKNOWN, "key", key, "value", value);
    }
}
