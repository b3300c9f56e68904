package org.cuntu.core.quality.internal;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.core.rules.FieldTests;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads {@code quality.yaml} of the city (docs/schema/quality-1.json); a city without it has no rules. */
final class QualityFile {
    static final String FILE = "quality.yaml";

    private final YamlFile yaml;
    private final LayerRegister register;
    private final FieldTests tests;
    private final CheckReader checks;
    private final List<QualityRule> rules = new ArrayList<>();
    private double refuse;
    private double warn;

    private QualityFile(YamlFile yaml, LayerRegister register, CodeFiles codes, FieldTests tests) {
        this.yaml = yaml;
        this.register = register;
        this.tests = tests;
        checks = new CheckReader(yaml, codes, register);
    }

    /** @throws org.cuntu.engine.problem.InputRefused for anything in it that is not understood */
    static QualityBook read(CityFolder city, LayerRegister register, CodeFiles codes, FieldTests tests) {
        if (!Files.exists(city.file(FILE))) return new QualityBook(0, 0, Map.of(), List.of());
        return new QualityFile(YamlFile.read(city.file(FILE)), register, codes, tests).book();
    }

    private QualityBook book() {
        YamlFile.Node top = yaml.root();
        YamlFile.Node score = top.node("score");
        refuse = score.number("refuse", 40);
        warn = score.number("warn", 10);
        score.close();
        int kept = top.integer("kept", 20_000);
        int plates = top.integer("plates", 12);
        Map<String, String> divisions = new LinkedHashMap<>();
        for (List<String> pair : top.lists("divisions")) {
            LayerSchema schema = layer("divisions", pair.getFirst()).schema();
            require("divisions", schema, pair.getLast());
            divisions.put(schema.layer(), pair.getLast());
        }
        for (YamlFile.Node node : top.nodes("rules")) rule(node);
        top.close();
        noContradictions();
        return new QualityBook(kept, plates, divisions, rules);
    }

    private void rule(YamlFile.Node node) {
        String id = node.text("id");
        LayerIssue.Severity severity = choice(id, node.text("severity"), LayerIssue.Severity.class);
        LayerIssue.Kind kind = choice(id, node.text("kind"), LayerIssue.Kind.class);
        List<LayerEntry> layers = layers(id, node.texts("layers"));
        String name = node.findText("check").orElse("");
        QualityCheck check = name.isEmpty() ? null : checks.read(id, name, node.nodeOrEmpty("with"));
        String where = node.findText("where").orElse("");
        Words title = words(node.node("title"));
        Words advice = words(node.node("advice"));
        String source = node.text("source");
        boolean verified = node.text("status").equals("verified");
        double weight = node.number("weight", severity == LayerIssue.Severity.REFUSE ? refuse : warn);
        InForce held = held(node.node("inForce"), node.findText("knownFrom").orElse(""));
        List<QualityRule.Example> examples = examples(node);
        node.close();
        if (check == null && where.isEmpty())
            throw yaml.refused("home.missing-key", Problem.Place.UNKNOWN, "key", node.path() + ".check");
        for (LayerEntry layer : layers) {
            if (!layer.isAreal() && ofAreas(check)) continue;
            LayerSchema schema = layer.schema();
            FieldTest test = where.isEmpty() ? null : tests.compile(FILE, id, where, schema);
            List<String> named = named(where, schema);
            QualityCheck asked = check != null ? check : new WhereHolds(Objects.requireNonNull(test), named);
            for (String field : fields(asked)) require(id, schema, field);
            rules.add(new QualityRule(
                    id,
                    kind,
                    severity,
                    schema.layer(),
                    asked,
                    check == null ? null : test,
                    named,
                    title,
                    advice,
                    source,
                    verified,
                    weight,
                    held,
                    examples));
        }
    }

    /** Whether a check speaks of ground: it is not asked of lines and points, and not reported as passed. */
    private static boolean ofAreas(@Nullable QualityCheck check) {
        return check instanceof QualityCheck.Shape || check instanceof Relation;
    }

    private static List<String> fields(QualityCheck check) {
        return switch (check) {
            case FieldCheck of -> of.fields();
            case WholeCheck of -> of.fields();
            case PlaceOfCode of -> List.of(of.field());
            case QualityCheck.Shape shape -> List.of();
            case Relation relation -> List.of();
        };
    }

    /** The fields that an expression names. */
    private static List<String> named(String expression, LayerSchema schema) {
        List<String> words = Arrays.asList(
                expression.replaceAll("'[^']*'|\"[^\"]*\"", " $0 ").split("[^A-Za-z0-9_]+"));
        return schema.fields().stream().map(Field::code).filter(words::contains).toList();
    }

    private List<LayerEntry> layers(String rule, List<String> names) {
        List<LayerEntry> layers = new ArrayList<>();
        for (String name : names) {
            List<LayerEntry> ofKind = register.listLayers().stream()
                    .filter(each ->
                            name.equals("*") || each.schema().kind().name().equals(name))
                    .toList();
            if (ofKind.isEmpty()) layers.add(layer(rule, name));
            else layers.addAll(ofKind);
        }
        return layers;
    }

    private LayerEntry layer(String rule, String code) {
        return register.findLayer(code)
                .orElseThrow(() -> unknown(
                        rule,
                        code,
                        register.listLayers().stream().map(LayerEntry::code).toList()));
    }

    private void require(String rule, LayerSchema schema, String field) {
        if (schema.indexOf(field) < 0)
            throw unknown(rule, field, schema.fields().stream().map(Field::code).toList());
    }

    private List<QualityRule.Example> examples(YamlFile.Node node) {
        List<QualityRule.Example> examples = new ArrayList<>();
        for (YamlFile.Node example : node.nodes("examples")) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (List<String> pair : example.lists("fields")) fields.put(pair.getFirst(), pair.getLast());
            examples.add(new QualityRule.Example(fields, example.flag("wrong", true)));
            example.close();
        }
        return examples;
    }

    private static Words words(YamlFile.Node node) {
        Words words = new Words(node.text("zh"), node.text("en"));
        node.close();
        return words;
    }

    private static InForce held(YamlFile.Node days, String known) {
        InForce held = new InForce(
                LocalDate.parse(days.text("from")),
                days.findText("to").map(LocalDate::parse).orElse(null),
                known.isEmpty() ? null : OffsetDateTime.parse(known).toInstant());
        days.close();
        return held;
    }

    private <E extends Enum<E>> E choice(String rule, String text, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(text)) throw unknown(rule, text, names);
        return Enum.valueOf(type, text);
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

    private void noContradictions() {
        for (int i = 0; i < rules.size(); i++)
            for (int j = 0; j < i; j++) {
                QualityRule one = rules.get(j);
                QualityRule other = rules.get(i);
                if (one.id().equals(other.id())
                        && one.layer().equals(other.layer())
                        && one.held().contradicts(other.held()))
                    throw yaml.refused("quality.versions-overlap", Problem.Place.UNKNOWN, "rule", one.id());
            }
    }
}
