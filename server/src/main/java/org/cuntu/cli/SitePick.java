package org.cuntu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One site out of a GeoJSON of many ({@code --site}): the features of that id are its plots, numbered from 1 in their
 * order; their properties may say what the project is. The showcase is such a file.
 *
 * @param geojson the site alone
 * @param name what the file calls it
 * @param project the members kind, purpose, level, appliedOn, documents as far as they are given
 */
record SitePick(JsonNode geojson, String name, JsonNode project) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SitePick of(Path file, String id, String language) {
        ArrayNode picked = JSON.createArrayNode();
        Set<String> ids = new LinkedHashSet<>();
        String name = "";
        JsonNode project = JSON.createObjectNode();
        JsonNode root = read(file);
        int position = 0;
        for (JsonNode feature : root.path("features")) {
            JsonNode properties = feature.path("properties");
            String own = id(feature, ++position);
            ids.add(own);
            if (!own.equals(id)) continue;
            if (picked.isEmpty()) {
                name = word(properties, "name", language, id);
                project = properties.path("project").isObject() ? properties.path("project") : properties;
            }
            picked.add(plot(feature, picked.size() + 1, name, project));
        }
        if (picked.isEmpty())
            throw Stopped.with(
                    Exit.INPUT_REFUSED,
                    "cli.unknown-site",
                    "site",
                    id,
                    "file",
                    file.getFileName(),
                    "known",
                    String.join(", ", ids));
        ObjectNode site = JSON.createObjectNode();
        site.put("type", "FeatureCollection");
        if (root.has("crs")) site.set("crs", root.get("crs"));
        site.set("features", picked);
        return new SitePick(site, name, project);
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw Stopped.with(Exit.INPUT_REFUSED, "cli.site-needs-geojson", "file", file.getFileName());
        }
    }

    /** As the page reads it: {@code site}, {@code id}, the feature's id, {@code number}, the position. */
    private static String id(JsonNode feature, int position) {
        JsonNode properties = feature.path("properties");
        for (JsonNode candidate : new JsonNode[] {
            properties.path("site"), properties.path("id"), feature.path("id"), properties.path("number")
        }) if (candidate.isValueNode() && !candidate.isNull()) return candidate.asString("");
        return String.valueOf(position);
    }

    private static JsonNode plot(JsonNode feature, int number, String name, JsonNode project) {
        JsonNode properties = feature.path("properties");
        ObjectNode plot = JSON.createObjectNode();
        plot.put("DKBH", String.valueOf(number));
        plot.put("DKMC", properties.path("plot").asString(name));
        plot.put("DKYT", properties.path("use").asString(project.path("purpose").asString("")));
        ObjectNode copy = JSON.createObjectNode();
        copy.put("type", "Feature");
        copy.set("properties", plot);
        copy.set("geometry", feature.path("geometry"));
        return copy;
    }

    /** A text in the language: an object {zh, en}, name_zh/name_en, or one text for both. */
    private static String word(JsonNode properties, String key, String language, String otherwise) {
        JsonNode node = properties.path(key);
        if (node.isObject()) return node.path(language).asString(node.path("zh").asString(otherwise));
        String suffix = language.equals("en") ? "En" : "Zh";
        String plain = node.isString() ? node.asString("") : otherwise;
        return properties
                .path(key + "_" + language)
                .asString(properties.path(key + suffix).asString(plain));
    }

    @Nullable
    String text(String member) {
        String text = project.path(member).asString("");
        return text.isEmpty() ? null : text;
    }

    List<String> documents() {
        List<String> documents = new ArrayList<>();
        for (JsonNode document : project.path("documents"))
            if (!document.isObject()) documents.add(document.asString(""));
        return documents;
    }

    Path write(Path file) throws IOException {
        return Files.write(file, JSON.writeValueAsBytes(geojson));
    }
}
