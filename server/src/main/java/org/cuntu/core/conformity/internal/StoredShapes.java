package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.ReviewGround;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A kept review for the eye: its plots, and of each finding that does not pass the pieces, as GeoJSON in EPSG:4490. */
final class StoredShapes {
    private StoredShapes() {}

    static Map<String, Object> of(JsonNode review, ReviewGround ground, Cutter cutter) {
        PieceShapes shapes = new PieceShapes(review, ground, cutter);
        List<Object> plots = new ArrayList<>();
        for (int i = 0; i < ground.plots().size(); i++) {
            var plot = ground.plots().get(i);
            plots.add(feature(
                    Map.of("number", plot.number(), "name", plot.name()),
                    GeoJsonTree.of(shapes.plots().get(i))));
        }
        List<Object> pieces = new ArrayList<>();
        for (JsonNode finding : review.path("findings")) {
            if (finding.path("verdict").asString("").equals("PASS")) continue;
            String layer = finding.path("layer").asString("");
            for (JsonNode piece : finding.path("pieces"))
                shapes.find(layer, piece)
                        .ifPresent(shape -> pieces.add(feature(properties(finding, piece), GeoJsonTree.of(shape))));
        }
        List<String> missing = new ArrayList<>();
        for (JsonNode layer : review.path("layers"))
            if (!layer.path("snapshot").asString("").isEmpty()
                    && !ground.snapshots().containsKey(layer.path("layer").asString("")))
                missing.add(layer.path("layer").asString(""));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("plots", collection(plots));
        answer.put("pieces", collection(pieces));
        answer.put("missing", missing);
        return answer;
    }

    private static Map<String, @Nullable Object> properties(JsonNode finding, JsonNode piece) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("rule", finding.path("rule").asString(""));
        properties.put("layer", finding.path("layer").asString(""));
        properties.put("verdict", finding.path("verdict").asString(""));
        properties.put("area", piece.path("area").asString(""));
        properties.put(
                "feature",
                piece.path("feature").isNumber()
                        ? (Object) piece.path("feature").asInt()
                        : null);
        properties.put("plot", piece.path("plot").asString(""));
        return properties;
    }

    private static Map<String, Object> feature(Map<String, ? extends @Nullable Object> properties, Object geometry) {
        return Map.of("type", "Feature", "properties", properties, "geometry", geometry);
    }

    private static Map<String, Object> collection(List<Object> features) {
        return Map.of("type", "FeatureCollection", "features", features);
    }
}
