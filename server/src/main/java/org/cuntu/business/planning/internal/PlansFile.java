package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.planning.Article;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.PlanKind;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanSchemes;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code plans.yaml}, read strictly: kinds, occasions and rules that are dated, ways, and the heads of tables. */
@Component
class PlansFile implements PlanSchemes {
    private static final String FILE = "plans.yaml";

    private final Heads heads;
    private final Map<String, List<ControlLine.Step>> ways = new LinkedHashMap<>();
    private final Map<String, List<Dated<PlanScheme.Occasion>>> occasions = new LinkedHashMap<>();
    private final Map<String, List<Dated<LineRule>>> rules = new LinkedHashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final PlanFileParts parts;

    private record Dated<T>(T what, InForce held) {}

    /** @param rules, occasions ids */
    private record Kind(PlanScheme what, InForce held, List<String> rules, List<String> occasions) {}

    PlansFile(CityFolder city, LayerRegister register) {
        YamlFile yaml = YamlFile.read(city.file(FILE));
        parts = new PlanFileParts(yaml, register);
        YamlFile.Node top = yaml.root();
        YamlFile.Node table = top.node("table");
        heads = new Heads(table.texts("names"), table.texts("values"), table.texts("units"));
        table.close();
        for (YamlFile.Node way : top.nodes("ways")) way(way);
        for (YamlFile.Node occasion : top.nodes("occasions")) occasion(occasion);
        for (YamlFile.Node kind : top.nodes("kinds")) kind(kind);
        for (YamlFile.Node rule : top.nodes("rules")) rule(rule);
        top.close();
        Map<String, List<LineRule.Test>> tests = new LinkedHashMap<>();
        rules.forEach((id, dated) ->
                tests.put(id, dated.stream().map(each -> each.what.test()).toList()));
        for (Kind kind : kinds) parts.check(kind.what, kind.rules, tests);
    }

    @Override
    public Heads heads() {
        return heads;
    }

    @Override
    public List<PlanScheme> listSchemes(LocalDate day) {
        return kinds.stream()
                .map(each -> each.what.kind())
                .distinct()
                .flatMap(kind -> findScheme(kind, day).stream())
                .toList();
    }

    @Override
    public Optional<PlanScheme> findScheme(PlanKind kind, LocalDate day) {
        List<Kind> versions =
                kinds.stream().filter(each -> each.what.kind() == kind).toList();
        return InForce.choose(versions, Kind::held, day, null).map(found -> {
            PlanScheme s = found.what;
            return new PlanScheme(
                    s.kind(),
                    s.letters(),
                    s.zh(),
                    s.en(),
                    s.materials(),
                    s.layers(),
                    s.indicators(),
                    chosen(rules, found.rules, day),
                    chosen(occasions, found.occasions, day));
        });
    }

    private static <T> List<T> chosen(Map<String, List<Dated<T>>> from, List<String> ids, LocalDate day) {
        List<T> found = new ArrayList<>();
        for (String id : ids)
            InForce.choose(from.getOrDefault(id, List.of()), Dated::held, day, null)
                    .ifPresent(each -> found.add(each.what));
        return found;
    }

    private void way(YamlFile.Node node) {
        ways.put(
                node.text("id"),
                node.nodes("steps").stream().map(LinesFile::step).toList());
        node.close();
    }

    private void occasion(YamlFile.Node node) {
        String way = node.text("way");
        List<ControlLine.Step> steps = ways.get(way);
        if (steps == null) throw parts.wrong("way", way);
        PlanScheme.Occasion occasion = new PlanScheme.Occasion(
                node.text("id"),
                node.text("zh"),
                node.text("en"),
                node.flag("amends", false),
                node.integer("displayDays", 0),
                node.texts("needs"),
                steps,
                new Article(node.text("doc"), node.text("clause"), node.text("status")));
        occasions
                .computeIfAbsent(occasion.id(), id -> new ArrayList<>())
                .add(new Dated<>(occasion, LinesFile.held(node)));
        node.close();
    }

    private void kind(YamlFile.Node node) {
        List<String> named = node.texts("occasions");
        for (String id : named) if (!occasions.containsKey(id)) throw parts.wrong("occasions", id);
        PlanScheme scheme = new PlanScheme(
                parts.kind(node.text("kind")),
                node.text("letters"),
                node.text("zh"),
                node.text("en"),
                node.nodes("materials").stream().map(parts::material).toList(),
                node.nodes("layers").stream().map(parts::layer).toList(),
                node.nodes("indicators").stream().map(parts::indicator).toList(),
                List.of(),
                List.of());
        kinds.add(new Kind(scheme, LinesFile.held(node), node.texts("rules"), named));
        node.close();
    }

    private void rule(YamlFile.Node node) {
        LineRule rule = new LineRule(
                node.text("id"),
                node.text("zh"),
                node.text("en"),
                parts.severity(node.text("severity")),
                new Article(node.text("doc"), node.text("clause"), node.text("status")),
                parts.test(node));
        rules.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(new Dated<>(rule, LinesFile.held(node)));
        node.close();
    }
}
