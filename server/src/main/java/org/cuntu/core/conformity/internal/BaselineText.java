package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The baseline of a stored review: its layers in order, each with its hash or the reason why it was not asked, and the
 * settings of the register that the result depends on; so a register that has changed does not change a replay.
 */
final class BaselineText {
    private BaselineText() {}

    static String write(Baseline baseline) {
        List<Object> layers = new ArrayList<>();
        for (Baseline.Layer layer : baseline.layers()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            SnapshotRef snapshot = layer.snapshot();
            NotAnsweredReason reason = layer.reason();
            one.put("layer", layer.entry().code());
            one.put("hash", snapshot == null ? null : snapshot.hash());
            one.put("reason", reason == null ? null : reason.name());
            one.put("required", layer.entry().required());
            one.put("areaBelow", Double.toString(layer.entry().slivers().areaBelow()));
            one.put("widthBelow", Double.toString(layer.entry().slivers().widthBelow()));
            one.put("count", layer.entry().slivers().count());
            layers.add(one);
        }
        return CanonicalJson.write(layers);
    }

    /** The hashes by layer code, as {@code Baselines.replay} takes them. */
    static Map<String, String> hashes(String text) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (JsonNode layer : JsonMapper.shared().readTree(text)) {
            String hash = layer.path("hash").asString("");
            if (!hash.isEmpty()) hashes.put(layer.required("layer").asString(), hash);
        }
        return hashes;
    }

    /** The layers as they were, on what the register and the releases say of them now. */
    static Baseline restore(String text, Baseline now) {
        Map<String, Baseline.Layer> known = new LinkedHashMap<>();
        now.layers().forEach(layer -> known.put(layer.entry().code(), layer));
        List<Baseline.Layer> layers = new ArrayList<>();
        for (JsonNode stored : JsonMapper.shared().readTree(text)) {
            Baseline.Layer layer = known.get(stored.required("layer").asString());
            if (layer == null) continue;
            String reason = stored.path("reason").asString("");
            layers.add(new Baseline.Layer(
                    entry(layer.entry(), stored),
                    layer.snapshot(),
                    reason.isEmpty() ? missing(layer) : NotAnsweredReason.valueOf(reason)));
        }
        return new Baseline(now.asOf(), now.known(), layers);
    }

    private static @Nullable NotAnsweredReason missing(Baseline.Layer layer) {
        return layer.snapshot() == null ? NotAnsweredReason.FAULT : null;
    }

    private static LayerEntry entry(LayerEntry now, JsonNode stored) {
        return new LayerEntry(
                now.schema(),
                now.group(),
                now.zh(),
                now.en(),
                now.owner(),
                now.classification(),
                stored.required("required").asBoolean(),
                now.freshness(),
                new LayerEntry.Slivers(
                        Double.parseDouble(stored.required("areaBelow").asString()),
                        Double.parseDouble(stored.required("widthBelow").asString()),
                        stored.required("count").asBoolean()));
    }
}
