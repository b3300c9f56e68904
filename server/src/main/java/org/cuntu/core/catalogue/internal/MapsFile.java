package org.cuntu.core.catalogue.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.catalogue.Named;
import org.cuntu.core.catalogue.NamedMap;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.springframework.stereotype.Component;

/** The city's {@code maps.yaml}: named views; anything that is not understood stops the start. */
@Component
class MapsFile {
    private static final String FILE = "maps.yaml";
    private static final int LEAST_OPACITY = 10;

    private final LayerRegister register;
    private final LayerSight sight;
    private final YamlFile yaml;
    private final List<NamedMap> maps = new ArrayList<>();

    MapsFile(CityFolder city, LayerRegister register, LayerSight sight) {
        this.register = register;
        this.sight = sight;
        this.yaml = YamlFile.read(city.file(FILE));
        CatalogueNodes nodes = new CatalogueNodes(yaml);
        YamlFile.Node top = yaml.root();
        for (YamlFile.Node node : top.nodes("maps")) {
            NamedMap map = map(node, nodes);
            boolean twice = maps.stream().anyMatch(each -> each.id().equals(map.id()));
            if (twice
                    || !map.id().matches("[a-z][a-z0-9-]{0,39}")
                    || map.layers().isEmpty())
                throw yaml.refused("catalogue.map", Problem.Place.UNKNOWN, "map", map.id());
            maps.add(map);
        }
        top.close();
    }

    private NamedMap map(YamlFile.Node node, CatalogueNodes nodes) {
        String id = node.text("id");
        Named name = nodes.named(node.node("name"));
        Named about = nodes.named(node.node("about"));
        List<NamedMap.Layer> layers = new ArrayList<>();
        for (YamlFile.Node layer : node.nodes("layers")) {
            layers.add(new NamedMap.Layer(
                    known(layer.text("layer")), layer.integer("opacity", 100), layer.flag("shown", true)));
            layer.close();
        }
        Optional<String> asOf = node.findText("asOf");
        node.close();
        boolean drawn = layers.stream().allMatch(each -> each.opacity() >= LEAST_OPACITY && each.opacity() <= 100)
                && layers.stream().map(NamedMap.Layer::code).distinct().count() == layers.size();
        if (!drawn || asOf.isPresent() && !isDate(asOf.get()))
            throw yaml.refused("catalogue.map", Problem.Place.UNKNOWN, "map", id);
        return new NamedMap(id, name, about, layers, false, asOf.orElse(null));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String known(String layer) {
        List<String> codes =
                register.listLayers().stream().map(LayerEntry::code).toList();
        if (codes.contains(layer)) return layer;
        throw yaml.refused(
                "catalogue.unknown-layer",
                Problem.Place.UNKNOWN,
                "layer",
                layer,
                "nearest",
                Nearest.to(layer, codes).orElse("-"));
    }

    /** The maps with the layers that whoever asks may see; one without any is not there. */
    List<NamedMap> seen() {
        List<NamedMap> seen = new ArrayList<>();
        for (NamedMap map : maps) {
            List<NamedMap.Layer> layers = map.layers().stream()
                    .filter(layer ->
                            register.findLayer(layer.code()).filter(sight::sees).isPresent())
                    .toList();
            boolean hidden = layers.size() < map.layers().size();
            if (!layers.isEmpty())
                seen.add(new NamedMap(map.id(), map.name(), map.about(), layers, hidden, map.asOf()));
        }
        return seen;
    }
}
