package org.cuntu.core.onemap.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.YamlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register as read from the city's {@code layers.yaml}; anything in it that is not understood stops the start. */
@Component
class RegisterFile implements LayerRegister {
    private static final String FILE = "layers.yaml";

    private final Map<String, RegisteredLayer> layers = new LinkedHashMap<>();
    private final List<String> divisionFields;
    private final YamlFile yaml;
    private final String hash;

    RegisterFile(CityFolder city) {
        this.yaml = YamlFile.read(city.file(FILE));
        this.hash = sha256(city.bytes(FILE));
        YamlFile.Node top = yaml.root();
        List<RegisteredLayer.DatedSlivers> usual = slivers(top);
        for (YamlFile.Node node : top.nodes("layers")) {
            RegisteredLayer layer = layer(node, usual);
            if (layers.put(layer.entry().code(), layer) != null)
                throw yaml.refused(
                        "onemap.layer-twice",
                        Problem.Place.UNKNOWN,
                        "layer",
                        layer.entry().code());
        }
        divisionFields = top.texts("divisionFields");
        top.close();
    }

    @Override
    public Optional<String> divisionField(LayerSchema schema) {
        return divisionFields.stream()
                .filter(field -> schema.indexOf(field) >= 0)
                .findFirst();
    }

    @Override
    public List<LayerEntry> listLayers() {
        return layers.values().stream().map(RegisteredLayer::entry).toList();
    }

    @Override
    public Optional<LayerEntry> findLayer(String code) {
        return find(code).map(RegisteredLayer::entry);
    }

    @Override
    public Map<String, SearchBy> searchFields(String layer) {
        return find(layer).map(RegisteredLayer::search).orElse(Map.of());
    }

    @Override
    public String hash() {
        return hash;
    }

    /** The first eight digits of {@link #hash}: what tells one register from another in a tile's address. */
    String shortHash() {
        return hash.substring(0, 8);
    }

    /** In the order of the file. */
    List<RegisteredLayer> layers() {
        return List.copyOf(layers.values());
    }

    Optional<RegisteredLayer> find(String code) {
        return Optional.ofNullable(layers.get(code));
    }

    private RegisteredLayer layer(YamlFile.Node node, List<RegisteredLayer.DatedSlivers> usual) {
        String code = node.text("code");
        List<Field> fields = new ArrayList<>();
        List<String> tileFields = new ArrayList<>();
        Set<String> mandatory = new LinkedHashSet<>();
        Map<String, String> aliases = new LinkedHashMap<>();
        Map<String, SearchBy> search = new LinkedHashMap<>();
        for (YamlFile.Node field : node.nodes("fields")) {
            Field.Type type = choice(field, "type", Field.Type.class).orElse(Field.Type.TEXT);
            Field read = new Field(field.text("code"), type, field.text("zh"), field.text("en"));
            if (field.flag("tile", false)) tileFields.add(read.code());
            if (field.flag("mandatory", false)) mandatory.add(read.code());
            choice(field, "search", SearchBy.class).ifPresent(by -> search.put(read.code(), by));
            aliases.put(read.code().toUpperCase(Locale.ROOT), read.code());
            for (String alias : field.texts("aliases")) aliases.put(alias.toUpperCase(Locale.ROOT), read.code());
            field.close();
            fields.add(read);
        }
        LayerSchema schema = new LayerSchema(
                code,
                choice(node, "kind", LayerKind.class)
                        .orElseThrow(() ->
                                yaml.refused("home.missing-key", Problem.Place.UNKNOWN, "key", node.path() + ".kind")),
                fields,
                node.findText("classScheme").orElse(null),
                node.findText("classField").orElse(null));
        if (schema.classField() != null && schema.indexOf(schema.classField()) < 0)
            throw yaml.refused(
                    "onemap.class-field", Problem.Place.UNKNOWN, "layer", code, "field", schema.classField());
        List<RegisteredLayer.DatedSlivers> own = slivers(node);
        List<RegisteredLayer.DatedSlivers> dated = own.isEmpty() ? usual : own;
        LayerEntry entry = new LayerEntry(
                schema,
                node.text("group"),
                node.text("zh"),
                node.text("en"),
                node.text("owner"),
                node.integer("classification", 2),
                node.flag("required", false),
                node.findText("freshness").map(Period::parse).orElse(null),
                dimension(node, schema, !search.isEmpty()),
                dated.isEmpty() ? LayerEntry.Slivers.DEFAULT : dated.getLast().limits());
        Map<String, String> style = style(node.findNode("style").orElse(null));
        ScaleRange scales = scales(code, node.findNode("scales").orElse(null));
        node.close();
        return new RegisteredLayer(entry, tileFields, mandatory, aliases, search, style, scales, dated);
    }

    /** Lines and points cover nothing: their layer promises no ground, no review waits for it, and the search of places has none. */
    private Dimension dimension(YamlFile.Node node, LayerSchema schema, boolean searched) {
        Dimension dimension = choice(node, "geometry", Dimension.class).orElse(Dimension.AREA);
        boolean required = node.flag("required", false);
        if (dimension != Dimension.AREA && (schema.kind() != LayerKind.OVERLAPPING || required || searched))
            throw yaml.refused("onemap.thin-kind", Problem.Place.UNKNOWN, "layer", schema.layer());
        return dimension;
    }

    /** The dated limits under {@code slivers}, in the order of the file. */
    private static List<RegisteredLayer.DatedSlivers> slivers(YamlFile.Node owner) {
        LayerEntry.Slivers usual = LayerEntry.Slivers.DEFAULT;
        List<RegisteredLayer.DatedSlivers> dated = new ArrayList<>();
        for (YamlFile.Node node : owner.nodes("slivers")) {
            LayerEntry.Slivers limits = new LayerEntry.Slivers(
                    node.number("areaBelow", usual.areaBelow()),
                    node.number("widthBelow", usual.widthBelow()),
                    node.flag("count", usual.count()));
            YamlFile.Node days = node.node("inForce");
            InForce held = new InForce(
                    LocalDate.parse(days.text("from")),
                    days.findText("to").map(LocalDate::parse).orElse(null),
                    node.findText("knownFrom")
                            .map(text -> OffsetDateTime.parse(text).toInstant())
                            .orElse(null));
            days.close();
            node.close();
            dated.add(new RegisteredLayer.DatedSlivers(limits, held));
        }
        return dated;
    }

    private @Nullable ScaleRange scales(String layer, YamlFile.@Nullable Node node) {
        if (node == null) return null;
        int largest = node.integer("largest", 1);
        int smallest = node.integer("smallest", Integer.MAX_VALUE);
        node.close();
        if (largest < 1 || smallest <= largest)
            throw yaml.refused(
                    "onemap.scales", Problem.Place.UNKNOWN, "layer", layer, "largest", largest, "smallest", smallest);
        return new ScaleRange(largest, smallest);
    }

    private static Map<String, String> style(YamlFile.@Nullable Node node) {
        if (node == null) return Map.of();
        Map<String, String> style = new LinkedHashMap<>();
        for (String key : List.of("fill", "stroke", "pattern"))
            node.findText(key).ifPresent(value -> style.put(key, value));
        node.close();
        return style;
    }

    private <E extends Enum<E>> Optional<E> choice(YamlFile.Node node, String key, Class<E> type) {
        return node.findText(key).map(text -> {
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            if (names.contains(text)) return Enum.valueOf(type, text);
            throw yaml.refused(
                    "home.unknown-key",
                    Problem.Place.UNKNOWN,
                    "key",
                    node.path() + "." + key + ": " + text,
                    "nearest",
                    Nearest.to(text, names).orElse(String.join(", ", names)));
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
