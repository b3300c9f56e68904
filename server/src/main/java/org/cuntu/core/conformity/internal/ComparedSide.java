package org.cuntu.core.conformity.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.format.Plot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One review of a comparison.
 *
 * @param review by {@code docs/schema/review-1.json}
 * @param rules the canonical text of its rule set
 */
public record ComparedSide(JsonNode review, JsonNode rules, List<Plot> plots) {
    public static ComparedSide of(JsonNode review, String rules, List<Plot> plots) {
        return new ComparedSide(review, JsonMapper.shared().readTree(rules), plots);
    }

    /** The rules by id, as texts. */
    Map<String, JsonNode> rulesById() {
        return by(rules.path("rules"), "id");
    }

    Map<String, JsonNode> layers() {
        return by(review.path("layers"), "layer");
    }

    Map<String, JsonNode> findings() {
        return by(review.path("findings"), "rule");
    }

    private static Map<String, JsonNode> by(JsonNode list, String key) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        for (JsonNode one : list) map.put(one.path(key).asString(""), one);
        return map;
    }
}
