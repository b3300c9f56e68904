package org.cuntu.business.permitting.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.core.rules.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A certificate's content as text and back. */
final class PermitTree {
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private PermitTree() {}

    /** The canonical text with this number. */
    static String numbered(Map<String, @Nullable Object> tree, String number) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(tree);
        all.put("number", number);
        return CanonicalJson.write(all);
    }

    /** The same content with another number. */
    static String renumbered(String content, String number) {
        return numbered(JsonMapper.shared().readValue(content, MAP), number);
    }

    static JsonNode read(String content) {
        return JsonMapper.shared().readTree(content);
    }
}
