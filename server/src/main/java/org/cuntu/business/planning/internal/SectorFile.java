package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.planning.Article;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.SectorRule;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code sector-plans.yaml}, read strictly: sectors and rules that are dated. */
@Component
class SectorFile {
    private static final String FILE = "sector-plans.yaml";

    private final LayerRegister register;
    private final YamlFile yaml;
    private final String number;
    private final int overdue;
    private final Map<String, List<Dated<SectorRule>>> rules = new LinkedHashMap<>();
    private final List<Dated<Sector>> sectors = new ArrayList<>();

    private record Dated<T>(T what, InForce held) {}

    /** A sector, and who usually makes its plans. @param rules ids, in the order in which they are put */
    record Sector(String id, String zh, String en, String makerZh, String makerEn, List<String> rules) {}

    SectorFile(CityFolder city, LayerRegister register) {
        this.register = register;
        yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        number = top.text("number");
        overdue = top.integer("overdue", 20);
        for (YamlFile.Node rule : top.nodes("rules")) rule(rule);
        for (YamlFile.Node sector : top.nodes("sectors")) sector(sector);
        top.close();
    }

    /** The letters that an entry's code begins with. */
    String numberLetters() {
        return number;
    }

    /** Working days past the deadline from which an entry is very late. */
    int overdue() {
        return overdue;
    }

    List<Sector> listSectors(LocalDate day) {
        return sectors.stream()
                .map(each -> each.what.id())
                .distinct()
                .flatMap(id -> findSector(id, day).stream())
                .toList();
    }

    Optional<Sector> findSector(String id, LocalDate day) {
        List<Dated<Sector>> versions =
                sectors.stream().filter(each -> each.what.id().equals(id)).toList();
        return InForce.choose(versions, Dated::held, day, null).map(Dated::what);
    }

    /** Those in force of a sector. */
    List<SectorRule> listRules(String sector, LocalDate day) {
        return findSector(sector, day).stream()
                .flatMap(found -> found.rules().stream())
                .flatMap(id -> InForce.choose(rules.getOrDefault(id, List.of()), Dated::held, day, null).stream())
                .map(Dated::what)
                .toList();
    }

    private void sector(YamlFile.Node node) {
        List<String> named = node.texts("rules");
        for (String id : named) if (!rules.containsKey(id)) throw wrong("rules", id);
        Sector sector = new Sector(
                node.text("id"), node.text("zh"), node.text("en"), node.text("makerZh"), node.text("makerEn"), named);
        sectors.add(new Dated<>(sector, held(node)));
        node.close();
    }

    private void rule(YamlFile.Node node) {
        String word = node.text("test");
        if (!word.equals("off") && !word.equals("only")) throw wrong("test", word);
        String layer = node.text("layer");
        LayerEntry entry = register.findLayer(layer).orElseThrow(() -> wrong("layer", layer));
        String field = node.findText("field").orElse(null);
        if (field != null && entry.schema().indexOf(field) < 0) throw wrong("field", layer + "." + field);
        Verdict failing =
                switch (node.text("failing")) {
                    case "FAIL" -> Verdict.FAIL;
                    case "CONDITIONAL" -> Verdict.CONDITIONAL;
                    case "INFO" -> Verdict.INFO;
                    default -> throw wrong("failing", node.text("failing"));
                };
        String needs = failing == Verdict.CONDITIONAL ? node.text("needsZh") : "";
        LineRule rule = new LineRule(
                node.text("id"),
                node.text("zh"),
                node.text("en"),
                failing == Verdict.FAIL ? LineRule.Severity.REFUSE : LineRule.Severity.WARN,
                new Article(node.text("doc"), node.text("clause"), node.text("status")),
                new LineRule.OnLayer(layer, field, node.texts("values"), word.equals("only")));
        SectorRule made = new SectorRule(rule, failing, needs, needs.isEmpty() ? "" : node.text("needsEn"));
        rules.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(new Dated<>(made, held(node)));
        node.close();
    }

    private static InForce held(YamlFile.Node node) {
        YamlFile.Node held = node.node("inForce");
        InForce when = new InForce(
                LocalDate.parse(held.text("from")),
                held.findText("to").map(LocalDate::parse).orElse(null),
                null);
        held.close();
        return when;
    }

    private RuntimeException wrong(String key, String value) {
        return yaml.refused("planning.sectors-file", Problem.Place.UNKNOWN, "key", key, "value", value);
    }
}
