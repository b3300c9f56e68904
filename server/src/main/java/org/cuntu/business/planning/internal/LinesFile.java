package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.planning.Article;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.LineRule;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code lines.yaml}, read strictly: lines, rules and ways that are dated, documents, the letters of numbers. */
@Component
class LinesFile implements ControlLines {
    private static final String FILE = "lines.yaml";

    private final LayerRegister register;
    private final YamlFile yaml;
    private final String number;
    private final Map<String, List<ControlLine.Step>> ways = new LinkedHashMap<>();
    private final List<DocumentType> documents;
    private final List<Dated<ControlLine>> lines = new ArrayList<>();
    private final Map<String, List<Dated<LineRule>>> rules = new LinkedHashMap<>();

    private record Dated<T>(T what, InForce held, List<String> rules) {}

    LinesFile(CityFolder city, LayerRegister register) {
        this.register = register;
        yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        number = top.text("number");
        for (YamlFile.Node way : top.nodes("ways")) way(way);
        documents = top.nodes("documents").stream().map(LinesFile::document).toList();
        for (YamlFile.Node rule : top.nodes("rules")) rule(rule);
        for (YamlFile.Node line : top.nodes("lines")) line(line);
        top.close();
    }

    /** The letters that a proposal's number begins with. */
    String numberLetters() {
        return number;
    }

    @Override
    public List<DocumentType> listDocumentTypes() {
        return documents;
    }

    @Override
    public List<ControlLine> listLines(LocalDate day) {
        return lines.stream()
                .map(each -> each.what.layer())
                .distinct()
                .flatMap(layer -> findLine(layer, day).stream())
                .toList();
    }

    @Override
    public Optional<ControlLine> findLine(String layer, LocalDate day) {
        List<Dated<ControlLine>> versions =
                lines.stream().filter(each -> each.what.layer().equals(layer)).toList();
        return InForce.choose(versions, Dated::held, day, null).map(found -> with(found.what, rulesOf(found, day)));
    }

    private List<LineRule> rulesOf(Dated<ControlLine> line, LocalDate day) {
        List<LineRule> chosen = new ArrayList<>();
        for (String id : line.rules)
            InForce.choose(rules.getOrDefault(id, List.of()), Dated::held, day, null)
                    .ifPresent(found -> chosen.add(found.what));
        return chosen;
    }

    private static ControlLine with(ControlLine l, List<LineRule> rules) {
        return new ControlLine(
                l.layer(),
                l.key(),
                l.bound(),
                l.classField(),
                l.countyField(),
                l.fields(),
                l.split(),
                l.ask(),
                l.choices(),
                l.steps(),
                l.needs(),
                l.affects(),
                l.grounds(),
                rules);
    }

    private void way(YamlFile.Node node) {
        ways.put(
                node.text("id"),
                node.nodes("steps").stream().map(LinesFile::step).toList());
        node.close();
    }

    static ControlLine.Step step(YamlFile.Node node) {
        ControlLine.Step step = new ControlLine.Step(
                node.text("id"), node.text("zh"), node.text("en"), node.text("role"), node.flag("countyOnly", false));
        node.close();
        return step;
    }

    private static DocumentType document(YamlFile.Node node) {
        DocumentType type = new DocumentType(node.text("id"), node.text("zh"), node.text("en"));
        node.close();
        return type;
    }

    private void line(YamlFile.Node node) {
        String layer = node.text("layer");
        LayerEntry entry = register.findLayer(layer).orElseThrow(() -> wrong("layer", layer));
        String way = node.text("way");
        List<ControlLine.Step> steps = Optional.ofNullable(ways.get(way)).orElseThrow(() -> wrong("way", way));
        List<String> needs = node.texts("needs");
        for (String id : needs)
            if (documents.stream().noneMatch(type -> type.id().equals(id))) throw wrong("needs", id);
        List<String> named = node.texts("rules");
        for (String id : named) if (!rules.containsKey(id)) throw wrong("rules", id);
        ControlLine line = new ControlLine(
                layer,
                field(entry, node.text("key")),
                ControlLine.Bound.valueOf(node.text("bound")),
                field(entry, node.findText("classField").orElse(null)),
                field(entry, node.findText("countyField").orElse(null)),
                fields(entry, node.node("fields")),
                node.findText("split").orElse(null),
                node.texts("ask").stream()
                        .map(code -> (String) field(entry, code))
                        .toList(),
                node.nodes("choices").stream().map(LinesFile::choice).toList(),
                steps,
                needs,
                node.texts("affects"),
                node.nodes("grounds").stream().map(LinesFile::ground).toList(),
                List.of());
        lines.add(new Dated<>(line, held(node), named));
        node.close();
    }

    private ControlLine.Fields fields(LayerEntry entry, YamlFile.Node node) {
        ControlLine.Fields fields = new ControlLine.Fields(
                field(entry, node.findText("gross").orElse(null)),
                field(entry, node.findText("net").orElse(null)),
                field(entry, node.findText("ratio").orElse(null)));
        node.close();
        return fields;
    }

    private static ControlLine.Choice choice(YamlFile.Node node) {
        ControlLine.Choice choice = new ControlLine.Choice(node.texts("values"), node.text("zh"), node.text("en"));
        node.close();
        return choice;
    }

    private static ControlLine.Ground ground(YamlFile.Node node) {
        ControlLine.Ground ground =
                new ControlLine.Ground(node.text("id"), node.text("zh"), node.text("en"), article(node));
        node.close();
        return ground;
    }

    private static Article article(YamlFile.Node node) {
        return new Article(node.text("doc"), node.text("clause"), node.text("status"));
    }

    private void rule(YamlFile.Node node) {
        LineRule rule = new LineRule(
                node.text("id"),
                node.text("zh"),
                node.text("en"),
                LineRule.Severity.valueOf(node.text("severity")),
                article(node),
                test(node));
        rules.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(new Dated<>(rule, held(node), List.of()));
        node.close();
    }

    private LineRule.Test test(YamlFile.Node node) {
        String word = node.text("test");
        return switch (word) {
            case "off", "only" ->
                new LineRule.OnLayer(
                        known(node.text("layer")),
                        node.findText("field").orElse(null),
                        node.texts("values"),
                        word.equals("only"));
            case "target" -> new LineRule.TargetKept();
            case "mean" ->
                new LineRule.Mean(known(node.text("layer")), node.text("field"), node.text("of"), node.texts("values"));
            case "crumbs" -> new LineRule.Crumbs(node.number("limit", 0));
            case "contiguous" -> new LineRule.Contiguous(node.number("limit", 0));
            case "compact" -> new LineRule.Compact(node.number("limit", 0));
            case "documents" -> new LineRule.Documents();
            case "sound" -> new LineRule.Sound();
            default -> throw wrong("test", word);
        };
    }

    private String known(String layer) {
        if (register.findLayer(layer).isEmpty()) throw wrong("layer", layer);
        return layer;
    }

    static InForce held(YamlFile.Node node) {
        YamlFile.Node held = node.node("inForce");
        InForce when = new InForce(
                LocalDate.parse(held.text("from")),
                held.findText("to").map(LocalDate::parse).orElse(null),
                null);
        held.close();
        return when;
    }

    @org.jspecify.annotations.NullUnmarked
    private String field(LayerEntry layer, String code) {
        if (code != null && layer.schema().indexOf(code) < 0) throw wrong("field", layer.code() + "." + code);
        return code;
    }

    private RuntimeException wrong(String key, @Nullable String value) {
        return yaml.refused("planning.lines-file", Problem.Place.UNKNOWN, "key", key, "value", String.valueOf(value));
    }
}
