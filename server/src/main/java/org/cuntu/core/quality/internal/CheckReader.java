package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.quality.TopologyCheck;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;

/** Makes a check of its name and its typed parameters. What it does not know stops the start. */
final class CheckReader {
    private static final List<String> NAMES = List.of(
            "mandatory",
            "lengths",
            "numbers",
            "codes",
            "name-of-code",
            "difference",
            "product",
            "area-of-shape",
            "smallest-patch",
            "unique",
            "same",
            "points-twice",
            "lines-cross",
            "outside-ground",
            "place-of-code",
            "control-sum",
            "invalid",
            "single-part",
            "vertices",
            "point-twice",
            "points-near",
            "spike",
            "sliver",
            "overlap",
            "gap",
            "within-division",
            "clear-of",
            "covered-by",
            "clear-of-neighbours",
            "matches-neighbours",
            "changed-unsaid",
            "identity-reused",
            "vanished",
            "total-kept",
            "package-identity",
            "package-coverage",
            "package-flow",
            "package-borders",
            "package-balance",
            "package-year",
            "package-idle",
            "package-control");

    private final YamlFile yaml;
    private final CodeFiles codes;
    private final LayerRegister register;

    CheckReader(YamlFile yaml, CodeFiles codes, LayerRegister register) {
        this.yaml = yaml;
        this.codes = codes;
        this.register = register;
    }

    /** @param with its parameters; they are closed here */
    QualityCheck read(String rule, String name, YamlFile.Node with) {
        QualityCheck check =
                switch (name) {
                    case "mandatory" -> new MandatoryFields(with.texts("fields"));
                    case "lengths" -> new TextLengths(lengths(rule, with));
                    case "numbers" -> new NumberForms(forms(rule, with));
                    case "codes" -> new CodeValues(with.text("field"), list(rule, with.text("list")));
                    case "name-of-code" ->
                        new NamesOfCodes(with.text("code"), with.text("name"), list(rule, with.text("list")));
                    case "difference" ->
                        new AreaEquations.Difference(with.text("result"), with.text("of"), with.text("less"));
                    case "product" ->
                        new AreaEquations.Product(
                                with.text("result"),
                                with.text("of"),
                                with.text("by"),
                                BigDecimal.valueOf(with.number("within", 0)));
                    case "area-of-shape" ->
                        new AreaOfShape(with.text("field"), with.number("within", 0), with.number("share", 0));
                    case "smallest-patch" -> smallest(rule, with);
                    case "unique" ->
                        new UniqueValues(
                                with.text("field"),
                                with.findText("within").orElse(null),
                                with.integer("digits", Integer.MAX_VALUE),
                                with.flag("released", false));
                    case "points-twice" -> new PointsTwice();
                    case "lines-cross" -> new LinesCross();
                    case "outside-ground" -> new OutsideGround(with.number("degrees", 1e-8));
                    case "same" -> new SameValue(with.text("field"));
                    case "place-of-code" -> placeOfCode(rule, with);
                    case "control-sum" -> controlSum(rule, with);
                    case "within-division", "clear-of", "covered-by", "clear-of-neighbours", "matches-neighbours" ->
                        relation(rule, name, with);
                    case "changed-unsaid" ->
                        new VersionBefore.ChangedUnsaid(
                                with.text("key"), with.texts("fields"), with.text("record"), with.number("above", 1));
                    case "identity-reused" ->
                        new VersionBefore.IdentityReused(with.text("key"), with.number("share", 0.01));
                    case "vanished" -> new VersionBefore.Vanished(with.text("key"), with.number("share", 0));
                    case "total-kept" ->
                        new VersionBefore.TotalKept(
                                with.text("field"),
                                with.text("by"),
                                with.integer("digits", 6),
                                BigDecimal.valueOf(with.number("within", 0)));
                    case "package-identity",
                            "package-coverage",
                            "package-flow",
                            "package-borders",
                            "package-balance",
                            "package-year",
                            "package-idle",
                            "package-control" -> packages(rule, name, with);
                    default -> new QualityCheck.Shape(shape(rule, name, with));
                };
        with.close();
        return check;
    }

    private PackageCheck packages(String rule, String name, YamlFile.Node with) {
        PackageGround.Fields fields = new PackageGround.Fields(
                with.text("key"), with.text("book"), with.text("old"), with.text("new"), with.text("area"));
        return switch (name) {
            case "package-identity" -> new PackageIdentity(fields);
            case "package-coverage" -> new PackageCoverage(fields, with.number("above", 0.01));
            case "package-flow" ->
                new PackageFlow(
                        fields,
                        with.text("class"),
                        with.text("from"),
                        with.text("to"),
                        StrictMath.round(100 * with.number("within", 0.01)),
                        with.number("above", 0.01));
            case "package-borders" -> {
                String layer = layer(rule, with.text("layer"));
                yield new PackageBorders(
                        fields,
                        with.text("by"),
                        with.integer("digits", 12),
                        layer,
                        field(rule, layer, with.text("of")),
                        with.number("above", 0.01));
            }
            case "package-balance" ->
                new PackageBalance(
                        fields,
                        with.text("by"),
                        with.texts("levels").stream().map(Integer::valueOf).toList());
            case "package-year" -> new PackageYear(fields, with.text("year"));
            case "package-control" -> new PackageControl(fields, controlSum(rule, with));
            default -> new PackageIdle(fields, with.texts("besides"));
        };
    }

    private TopologyCheck shape(String rule, String name, YamlFile.Node with) {
        return switch (name) {
            case "invalid" -> new TopologyCheck.Invalid();
            case "single-part" -> new TopologyCheck.SinglePart();
            case "vertices" -> new TopologyCheck.Vertices(with.integer("most", 100_000));
            case "point-twice" -> new TopologyCheck.PointTwice();
            case "points-near" -> new TopologyCheck.PointsNear(with.number("metres", 0.05));
            case "spike" -> new TopologyCheck.Spike(with.number("degrees", 5), with.number("metres", 0));
            case "sliver" -> new TopologyCheck.Sliver(with.number("width", 0), with.number("roundness", 0));
            case "overlap" -> new TopologyCheck.Overlap(with.number("above", 0.01));
            case "gap" ->
                new TopologyCheck.Gap(
                        with.number("above", 0.01), with.number("narrowerThan", Double.POSITIVE_INFINITY));
            default -> throw unknown(rule, name, NAMES);
        };
    }

    private SmallestPatch smallest(String rule, YamlFile.Node with) {
        String scheme = with.text("list");
        list(rule, scheme);
        return new SmallestPatch(
                with.text("field"),
                numbers(rule, with.lists("codes")),
                numbers(rule, with.lists("groups")),
                codes.groups(scheme));
    }

    private PlaceOfCode placeOfCode(String rule, YamlFile.Node with) {
        String layer = layer(rule, with.text("layer"));
        return new PlaceOfCode(
                with.text("field"), with.integer("digits", 12), layer, field(rule, layer, with.text("by")));
    }

    private ControlSums controlSum(String rule, YamlFile.Node with) {
        String layer = layer(rule, with.text("layer"));
        return new ControlSums(
                with.text("field"),
                with.text("by"),
                with.integer("digits", 12),
                layer,
                field(rule, layer, with.text("of")),
                field(rule, layer, with.text("control")));
    }

    private Relation relation(String rule, String name, YamlFile.Node with) {
        Relation.Kind kind = Relation.Kind.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
        boolean ofOthers = kind == Relation.Kind.CLEAR_OF_NEIGHBOURS || kind == Relation.Kind.MATCHES_NEIGHBOURS;
        String layer = ofOthers ? "" : layer(rule, with.text("layer"));
        String field = ofOthers ? "" : with.findText("field").orElse("");
        return new Relation(
                kind,
                layer,
                field.isEmpty() ? "" : field(rule, layer, field),
                with.texts("begins"),
                with.number("above", 0.01),
                with.number("same", 0.001),
                with.number("within", 1));
    }

    private List<TextLengths.Length> lengths(String rule, YamlFile.Node with) {
        List<TextLengths.Length> lengths = new ArrayList<>();
        for (List<String> item : with.lists("fields"))
            lengths.add(new TextLengths.Length(
                    item.getFirst(),
                    whole(rule, item, 1),
                    item.size() > 2 && item.get(2).equals("exact")));
        return lengths;
    }

    private List<NumberForms.Form> forms(String rule, YamlFile.Node with) {
        List<NumberForms.Form> forms = new ArrayList<>();
        for (List<String> item : with.lists("fields"))
            forms.add(new NumberForms.Form(item.getFirst(), whole(rule, item, 1), whole(rule, item, 2)));
        return forms;
    }

    private Map<String, Double> numbers(String rule, List<List<String>> items) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (List<String> item : items) numbers.put(item.getFirst(), (double) whole(rule, item, 1));
        return numbers;
    }

    private int whole(String rule, List<String> item, int at) {
        if (at >= item.size() || !item.get(at).matches("[0-9]{1,9}"))
            throw yaml.refused("quality.parameter", Problem.Place.UNKNOWN, "rule", rule, "value", item);
        return Integer.parseInt(item.get(at));
    }

    private CodeList list(String rule, String name) {
        return codes.find(name)
                .orElseThrow(
                        () -> yaml.refused("quality.unknown-list", Problem.Place.UNKNOWN, "rule", rule, "list", name));
    }

    private String layer(String rule, String code) {
        if (register.findLayer(code).isPresent()) return code;
        throw unknown(
                rule,
                code,
                register.listLayers().stream().map(each -> each.code()).toList());
    }

    private String field(String rule, String layer, String code) {
        LayerSchema schema = register.findLayer(layer).orElseThrow().schema();
        if (schema.indexOf(code) >= 0) return code;
        throw unknown(
                rule, code, schema.fields().stream().map(each -> each.code()).toList());
    }

    private RuntimeException unknown(String rule, String word, List<String> known) {
        return yaml.refused(
                "quality.unknown-word",
                Problem.Place.UNKNOWN,
                "rule",
                rule,
                "word",
                word,
                "nearest",
                Nearest.to(word, known).orElse("-"));
    }
}
