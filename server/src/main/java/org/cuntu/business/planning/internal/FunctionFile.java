package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.business.planning.Article;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's {@code functions.yaml}, read strictly: what the values of 主体功能定位 mean. */
@Component
class FunctionFile {
    private static final String FILE = "functions.yaml";

    private final YamlFile yaml;
    private final String layer;
    private final String townships;
    private final String codeField;
    private final String nameField;
    private final String zoneField;
    private final String overlayField;
    private final List<Zone> zones = new ArrayList<>();
    private final List<Overlay> overlays = new ArrayList<>();

    /** A zone (主体功能区). @param value as the layer says it; colour: of tokens.css */
    record Zone(
            String id,
            String value,
            String zh,
            String en,
            String colour,
            String saysZh,
            String saysEn,
            Article article) {}

    /** A function beside the main one (叠加功能). */
    record Overlay(String id, String value, String zh, String en, Article article) {}

    FunctionFile(CityFolder city, LayerRegister register) {
        yaml = YamlFile.read(city.file(FILE));
        YamlFile.Node top = yaml.root();
        layer = top.text("layer");
        townships = top.text("townships");
        LayerEntry entry = register.findLayer(layer).orElseThrow(() -> wrong("layer", layer));
        LayerEntry towns = register.findLayer(townships).orElseThrow(() -> wrong("townships", townships));
        codeField = field(towns, top.text("codeField"));
        nameField = field(towns, top.text("nameField"));
        zoneField = field(entry, top.text("zoneField"));
        overlayField = field(entry, top.text("overlayField"));
        for (YamlFile.Node node : top.nodes("zones")) {
            zones.add(new Zone(
                    node.text("id"),
                    node.text("value"),
                    node.text("zh"),
                    node.text("en"),
                    node.text("colour"),
                    node.text("saysZh"),
                    node.text("saysEn"),
                    article(node)));
            node.close();
        }
        for (YamlFile.Node node : top.nodes("overlays")) {
            overlays.add(
                    new Overlay(node.text("id"), node.text("value"), node.text("zh"), node.text("en"), article(node)));
            node.close();
        }
        top.close();
    }

    private static Article article(YamlFile.Node node) {
        return new Article(node.text("doc"), node.text("clause"), node.text("status"));
    }

    String layer() {
        return layer;
    }

    String townships() {
        return townships;
    }

    String codeField() {
        return codeField;
    }

    String nameField() {
        return nameField;
    }

    String zoneField() {
        return zoneField;
    }

    String overlayField() {
        return overlayField;
    }

    List<Zone> zones() {
        return List.copyOf(zones);
    }

    List<Overlay> overlays() {
        return List.copyOf(overlays);
    }

    Optional<Zone> findZone(@Nullable Object value) {
        return zones.stream()
                .filter(zone ->
                        value != null && zone.value().equals(value.toString().strip()))
                .findFirst();
    }

    Optional<Overlay> findOverlay(@Nullable Object value) {
        return overlays.stream()
                .filter(overlay ->
                        value != null && overlay.value().equals(value.toString().strip()))
                .findFirst();
    }

    private String field(LayerEntry entry, String code) {
        if (entry.schema().indexOf(code) < 0) throw wrong("field", entry.code() + "." + code);
        return code;
    }

    private RuntimeException wrong(String key, String value) {
        return yaml.refused("planning.functions-file", Problem.Place.UNKNOWN, "key", key, "value", value);
    }
}
