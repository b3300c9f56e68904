package org.cuntu.core.catalogue.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.core.catalogue.Named;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.cuntu.platform.identity.Organisation;
import org.springframework.stereotype.Component;

/**
 * The city's {@code catalogue.yaml}: every layer of the register is described in it, and nothing else; anything that is not
 * understood stops the start.
 */
@Component
class CatalogueFile {
    private static final String FILE = "catalogue.yaml";

    private final YamlFile yaml;
    private final CatalogueNodes nodes;
    private final Map<String, Described> layers = new LinkedHashMap<>();
    private final Map<String, Named> resources = new LinkedHashMap<>();
    private final List<Dated.Thresholds> thresholds = new ArrayList<>();
    private final List<Dated.Core> core = new ArrayList<>();
    private final String provider;
    private final Named providerName;

    CatalogueFile(CityFolder city, LayerRegister register, Organisation organisation, CityClock clock) {
        this.yaml = YamlFile.read(city.file(FILE));
        this.nodes = new CatalogueNodes(yaml);
        List<String> codes =
                register.listLayers().stream().map(LayerEntry::code).toList();
        Set<String> units = new HashSet<>();
        organisation.listUnits(clock.today()).forEach(unit -> units.add(unit.id()));
        YamlFile.Node top = yaml.root();
        YamlFile.Node given = top.node("provider");
        this.provider = given.text("code");
        this.providerName = nodes.named(given);
        if (!CreditCode.isWhole(provider)) throw refused("catalogue.credit-code", "code", provider);
        top.nodes("resources").forEach(this::resource);
        for (YamlFile.Node node : top.nodes("layers")) add(node, codes, units);
        for (YamlFile.Node node : top.nodes("thresholds")) thresholds.add(thresholds(node));
        for (YamlFile.Node node : top.nodes("core")) core.add(core(node, codes));
        top.close();
        for (String code : codes)
            if (!layers.containsKey(code)) throw refused("catalogue.layer-missing", "layer", code);
        if (thresholds.isEmpty()) throw refused("catalogue.thresholds");
        layers.keySet().forEach(code -> ancestors(code, new ArrayList<>()));
    }

    private void resource(YamlFile.Node node) {
        String code = node.text("code");
        int length = code.length();
        boolean composed = code.matches("[1-9]([0-9]{2}([0-9]{3})?)?");
        boolean under = length == 1 || composed && resources.containsKey(code.substring(0, length == 3 ? 1 : 3));
        if (!composed || !under || resources.put(code, nodes.named(node)) != null)
            throw refused("catalogue.resource-code", "code", code);
    }

    private void add(YamlFile.Node node, List<String> codes, Set<String> units) {
        String layer = known(node.text("layer"), codes);
        String unit = node.text("unit");
        if (!units.contains(unit))
            throw refused(
                    "catalogue.unknown-unit",
                    "unit",
                    unit,
                    "nearest",
                    Nearest.to(unit, units).orElse("-"));
        YamlFile.Node code = node.node("resource");
        ResourceCode resource = new ResourceCode(code.text("under"), code.text("detail"), code.text("sequence"));
        code.close();
        Named group = resources.get(resource.under());
        boolean used = layers.values().stream().anyMatch(each -> each.code().equals(resource));
        if (group == null || used || !resource.isComposed())
            throw refused("catalogue.resource-code", "code", resource.toString());
        Described described = new Described(
                layer,
                unit,
                resource,
                group,
                node.text("standard"),
                nodes.named(node.node("description")),
                node.texts("formats"),
                nodes.share(node.node("share")),
                nodes.open(node.node("open")),
                known(node.texts("parents"), codes),
                known(node.texts("related"), codes),
                node.nodes("due").stream().map(nodes::duty).toList());
        node.close();
        if (layers.put(layer, described) != null) throw refused("catalogue.layer-twice", "layer", layer);
    }

    private Dated.Thresholds thresholds(YamlFile.Node node) {
        double score = node.number("score", 100);
        double coverage = node.number("coverage", 100);
        Dated.Thresholds read = new Dated.Thresholds(
                score, (int) StrictMath.round(coverage * 100), nodes.period(node, "window"), nodes.held(node));
        node.close();
        boolean within = score >= 0 && score <= 100 && coverage > 0 && coverage <= 100;
        if (!within || read.window().isNegative() || read.window().isZero()) throw refused("catalogue.thresholds");
        return read;
    }

    private Dated.Core core(YamlFile.Node node, List<String> codes) {
        Dated.Core read = new Dated.Core(known(node.text("layer"), codes), node.integer("weight", 1), nodes.held(node));
        node.close();
        if (read.weight() < 0) throw refused("catalogue.thresholds");
        return read;
    }

    private List<String> known(List<String> given, List<String> codes) {
        return given.stream().map(each -> known(each, codes)).toList();
    }

    private String known(String layer, List<String> codes) {
        if (codes.contains(layer)) return layer;
        throw refused(
                "catalogue.unknown-layer",
                "layer",
                layer,
                "nearest",
                Nearest.to(layer, codes).orElse("-"));
    }

    /** No layer is made from itself, by whatever way. */
    private void ancestors(String code, List<String> way) {
        if (way.contains(code)) throw refused("catalogue.lineage", "layer", code);
        way.add(code);
        Described described = layers.get(code);
        if (described != null) described.parents().forEach(parent -> ancestors(parent, way));
        way.removeLast();
    }

    private InputRefused refused(String code, Object... args) {
        return yaml.refused(code, Problem.Place.UNKNOWN, args);
    }

    /** @throws IllegalArgumentException for a layer that the register does not have */
    Described described(String layer) {
        Described found = layers.get(layer);
        if (found == null) throw new IllegalArgumentException("not in the register: " + layer);
        return found;
    }

    List<Described> layers() {
        return List.copyOf(layers.values());
    }

    List<Dated.Thresholds> thresholds() {
        return List.copyOf(thresholds);
    }

    List<Dated.Core> core() {
        return List.copyOf(core);
    }

    String provider() {
        return provider;
    }

    Named providerName() {
        return providerName;
    }
}
