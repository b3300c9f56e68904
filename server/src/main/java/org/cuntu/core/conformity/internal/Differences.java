package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where two canonical results differ: one line a place, {@code /layers/3/area: 1200 → 1201}; at most fifty. */
public final class Differences {
    private static final int MOST = 50;

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    public static List<String> between(String stored, String now) {
        Differences differences = new Differences();
        differences.compare(
                "", JsonMapper.shared().readTree(stored), JsonMapper.shared().readTree(now));
        return differences.lines;
    }

    private void compare(String path, JsonNode one, JsonNode other) {
        if (lines.size() >= MOST || one.equals(other)) return;
        if (one.isObject() && other.isObject()) {
            Set<String> keys = new LinkedHashSet<>(one.propertyNames());
            keys.addAll(other.propertyNames());
            for (String key : keys) compare(path + "/" + key, one.path(key), other.path(key));
            return;
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) compare(path + "/" + i, one.get(i), other.get(i));
            return;
        }
        lines.add(path + ": " + brief(one) + " → " + brief(other));
    }

    private static String brief(JsonNode node) {
        if (node.isMissingNode()) return "–";
        if (node.isArray()) return "[" + node.size() + "]";
        if (node.isObject()) return "{…}";
        return node.asString();
    }
}
