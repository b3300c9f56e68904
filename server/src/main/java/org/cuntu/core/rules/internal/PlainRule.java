package org.cuntu.core.rules.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Trees as plain values, for the canonical text of a rule set. */
final class PlainRule {
    /** What proves or explains a rule and changes no result. */
    private static final Set<String> ASIDE = Set.of("examples", "row", "inWords", "knownFrom");

    private PlainRule() {}

    /** The rule without what only people read. */
    static Object of(JsonNode tree) {
        Map<String, Object> map = new LinkedHashMap<>();
        tree.properties().forEach(member -> {
            if (!ASIDE.contains(member.getKey())) map.put(member.getKey(), plain(member.getValue()));
        });
        return map;
    }

    static Object plain(JsonNode node) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        if (node.isBoolean()) return node.asBoolean();
        if (node.isIntegralNumber()) return node.asLong();
        return node.asString();
    }
}
