package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.business.planning.Article;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code village-plans.yaml}, read strictly. */
@Component
class VillageFile {
    private static final String FILE = "village-plans.yaml";

    private final YamlFile yaml;
    private final String layer;
    private final String codeField;
    private final String nameField;
    private final int digits;
    private final List<Dated> types = new ArrayList<>();
    private final List<CommonRules> rules = new ArrayList<>();

    private record Dated(Type type, InForce held) {}

    /** A type of villages (村庄类型). @param must whether a village of it must have a plan; rules: id of common rules */
    record Type(String id, String zh, String en, boolean must, String rules) {}

    /** What holds where no village plan is (通则). */
    record CommonRules(String id, String zh, String en, Article article) {}

    VillageFile(CityFolder city, LayerRegister register) {
        yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        layer = top.text("layer");
        LayerEntry entry = register.findLayer(layer).orElseThrow(() -> wrong("layer", layer));
        codeField = field(entry, top.text("codeField"));
        nameField = field(entry, top.text("nameField"));
        digits = top.integer("digits", 12);
        for (YamlFile.Node node : top.nodes("commonRules")) {
            rules.add(new CommonRules(
                    node.text("id"),
                    node.text("zh"),
                    node.text("en"),
                    new Article(node.text("doc"), node.text("clause"), node.text("status"))));
            node.close();
        }
        for (YamlFile.Node node : top.nodes("types")) type(node);
        top.close();
    }

    private void type(YamlFile.Node node) {
        String named = node.text("rules");
        if (rules.stream().noneMatch(each -> each.id().equals(named))) throw wrong("rules", named);
        Type type = new Type(node.text("id"), node.text("zh"), node.text("en"), node.flag("must", false), named);
        YamlFile.Node held = node.node("inForce");
        InForce when = new InForce(
                LocalDate.parse(held.text("from")),
                held.findText("to").map(LocalDate::parse).orElse(null),
                null);
        held.close();
        types.add(new Dated(type, when));
        node.close();
    }

    String layer() {
        return layer;
    }

    String codeField() {
        return codeField;
    }

    String nameField() {
        return nameField;
    }

    int digits() {
        return digits;
    }

    List<Type> listTypes(LocalDate day) {
        return types.stream()
                .map(each -> each.type.id())
                .distinct()
                .flatMap(id -> findType(id, day).stream())
                .toList();
    }

    Optional<Type> findType(String id, LocalDate day) {
        List<Dated> versions =
                types.stream().filter(each -> each.type.id().equals(id)).toList();
        return InForce.choose(versions, Dated::held, day, null).map(Dated::type);
    }

    List<CommonRules> listRules() {
        return List.copyOf(rules);
    }

    private String field(LayerEntry entry, String code) {
        if (entry.schema().indexOf(code) < 0) throw wrong("field", entry.code() + "." + code);
        return code;
    }

    private RuntimeException wrong(String key, String value) {
        return yaml.refused("planning.villages-file", Problem.Place.UNKNOWN, "key", key, "value", value);
    }
}
