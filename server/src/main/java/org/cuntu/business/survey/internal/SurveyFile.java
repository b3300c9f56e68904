package org.cuntu.business.survey.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.business.survey.SurveyIndex;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code survey.yaml}: which layers are surveys and how they are rolled up. What is not understood stops the start. */
@Component
class SurveyFile {
    private static final String FILE = "survey.yaml";

    /**
     * Where a roll-up is disputed: what this city counts, dated.
     *
     * @param threeWay the three-way class of the code and its suffixed forms
     */
    record Ruling(String scheme, String code, String threeWay, InForce held) {}

    /** A division's earlier code: patches that carry it count in the later one. */
    record Alias(String code, String now) {}

    private final YamlFile yaml;
    private final List<SurveyLayer> layers = new ArrayList<>();
    private final List<SurveyIndex> indexes = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final int hectares;
    private final int mu;

    SurveyFile(CityFolder city, LayerRegister register, ClassSchemes schemes) {
        this.yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        YamlFile.Node places = top.node("places");
        hectares = places.integer("ha", 2);
        mu = places.integer("mu", 2);
        places.close();
        if (hectares < 0 || hectares > 4 || mu < 0 || mu > 4) throw refused("survey.places");
        for (YamlFile.Node node : top.nodes("layers")) layers.add(layer(node, register, schemes));
        for (YamlFile.Node node : top.nodes("indexes")) indexes.add(index(node, register));
        for (YamlFile.Node node : top.nodes("exceptions")) rulings.add(ruling(node, schemes));
        for (YamlFile.Node node : top.nodes("aliases")) {
            aliases.add(new Alias(node.text("code"), node.text("now")));
            node.close();
        }
        top.close();
    }

    private SurveyLayer layer(YamlFile.Node node, LayerRegister register, ClassSchemes schemes) {
        String code = node.text("layer");
        List<String> known =
                register.listLayers().stream().map(LayerEntry::code).toList();
        LayerEntry entry = register.findLayer(code)
                .orElseThrow(() -> refused(
                        "survey.unknown-layer-in-file",
                        "layer",
                        code,
                        "nearest",
                        Nearest.to(code, known).orElse("-")));
        String scheme = node.findText("scheme").orElse(null);
        if (scheme != null && schemes.find(scheme).isEmpty()) throw refused("survey.unknown-scheme", "scheme", scheme);
        SurveyLayer layer = new SurveyLayer(
                code,
                node.text("zh"),
                node.text("en"),
                scheme,
                field(entry, node.text("class")),
                field(entry, node, "division"),
                field(entry, node, "book"),
                field(entry, node, "net"),
                field(entry, node, "deductedClass"),
                field(entry, node, "owner"),
                field(entry, node, "town"),
                field(entry, node, "slope"),
                field(entry, node, "planting"),
                node.findText("approvals").orElse(null),
                field(entry, node, "causeField"));
        node.close();
        if (layer.approvals() != null && register.findLayer(layer.approvals()).isEmpty())
            throw refused("survey.unknown-layer-in-file", "layer", layer.approvals(), "nearest", "-");
        return layer;
    }

    private SurveyIndex index(YamlFile.Node node, LayerRegister register) {
        String id = node.text("id");
        String zh = node.text("zh");
        String en = node.text("en");
        SurveyIndex.Ground part = ground(node.node("part"));
        String mean = node.findText("mean").orElse(null);
        if (mean != null) field(register.findLayer(part.layer()).orElseThrow(), mean);
        SurveyIndex index = new SurveyIndex(
                id,
                zh,
                en,
                part,
                mean == null ? ground(node.node("whole")) : part,
                mean,
                node.text("unit"),
                node.integer("places", 2),
                node.text("source"),
                node.text("status").equals("verified"));
        node.close();
        if (index.places() < 0 || index.places() > 6) throw refused("survey.places");
        return index;
    }

    private SurveyIndex.Ground ground(YamlFile.Node node) {
        String layer = node.text("layer");
        if (find(layer).isEmpty()) throw refused("survey.unknown-layer-in-file", "layer", layer, "nearest", "-");
        SurveyIndex.Ground ground = new SurveyIndex.Ground(layer, node.texts("classes"));
        node.close();
        return ground;
    }

    private @Nullable String field(LayerEntry entry, YamlFile.Node node, String key) {
        String field = node.findText(key).orElse(null);
        return field == null ? null : field(entry, field);
    }

    private String field(LayerEntry entry, String field) {
        if (entry.schema().indexOf(field) >= 0) return field;
        throw refused("survey.unknown-field", "layer", entry.code(), "field", field);
    }

    private Ruling ruling(YamlFile.Node node, ClassSchemes schemes) {
        String scheme = node.text("scheme");
        String code = node.text("code");
        String threeWay = node.text("threeWay");
        node.text("why");
        YamlFile.Node when = node.node("inForce");
        try {
            InForce held = new InForce(
                    LocalDate.parse(when.text("from")),
                    when.findText("to").map(LocalDate::parse).orElse(null),
                    node.findText("knownFrom").map(SurveyFile::instant).orElse(null));
            when.close();
            node.close();
            List<ClassSchemes.Entry> all = schemes.find(scheme).orElse(List.of());
            boolean there = all.stream().anyMatch(each -> each.code().equals(code));
            boolean way = all.stream().anyMatch(each -> each.threeWay().equals(threeWay));
            if (!there || !way) throw refused("survey.exception", "code", code, "threeWay", threeWay);
            return new Ruling(scheme, code, threeWay, held);
        } catch (DateTimeException e) {
            throw refused("survey.exception", "code", code, "threeWay", threeWay);
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private InputRefused refused(String code, Object... args) {
        return yaml.refused(code, Problem.Place.UNKNOWN, args);
    }

    List<SurveyLayer> layers() {
        return List.copyOf(layers);
    }

    List<SurveyIndex> indexes() {
        return List.copyOf(indexes);
    }

    Optional<SurveyLayer> find(String layer) {
        return layers.stream().filter(each -> each.layer().equals(layer)).findFirst();
    }

    /** The three-way class of a code where the city says it, at T as known at K. */
    Optional<String> threeWay(String scheme, String code, LocalDate day, @Nullable Instant known) {
        List<Ruling> own = rulings.stream()
                .filter(each -> each.scheme.equals(scheme) && each.code.equals(code))
                .toList();
        return InForce.choose(own, Ruling::held, day, known).map(Ruling::threeWay);
    }

    List<Alias> aliases() {
        return List.copyOf(aliases);
    }

    /** The decimals of a unit's tables. */
    int places(AreaUnit unit) {
        return switch (unit) {
            case M2 -> 2;
            case HA -> hectares;
            case MU -> mu;
        };
    }
}
