package org.cuntu.core.conformity.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.core.conformity.Draft;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drafts as the page sends and gets them: {@code {"name", "plots": […], "project": {…}}}. */
final class DraftJson {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 16 << 20;

    private DraftJson() {}

    /** @throws InputRefused when it has no name, no list of plots, is too long, or holds what no database takes */
    static Draft.Content read(JsonNode body) {
        JsonNode plots = body.path("plots");
        if (!plots.isArray()) throw request("plots");
        for (JsonNode plot : plots)
            if (!plot.path("geometry").path("coordinates").isArray()) throw request("plots.geometry");
        ObjectNode kept = JsonMapper.shared().createObjectNode();
        kept.set("plots", plots);
        kept.set("project", body.path("project").isObject() ? body.path("project") : kept.objectNode());
        String text = kept.toString();
        if (text.length() > LONGEST) throw refused("draft.too-large", "limit", LONGEST >> 20);
        if (!isText(text)) throw request("plots, project");
        return new Draft.Content(name(body), text, plots.size());
    }

    /** @throws InputRefused {@code draft.name} */
    static String name(JsonNode body) {
        String name = body.path("name").asString("").strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !isText(name)
                || name.chars().anyMatch(Character::isISOControl)) throw refused("draft.name", "limit", LONGEST_NAME);
        return name;
    }

    /** The version that the caller has seen. */
    static int version(JsonNode body) {
        if (!body.path("version").isInt()) throw request("version");
        return body.path("version").asInt();
    }

    static Map<String, Object> line(Draft draft) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", draft.id());
        tree.put("name", draft.name());
        tree.put("version", draft.version());
        tree.put("plots", draft.plots());
        tree.put("savedAt", draft.savedAt().toString());
        return tree;
    }

    static Map<String, @Nullable Object> whole(Draft draft) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", draft.id());
        tree.put("name", draft.name());
        tree.put("version", draft.version());
        tree.put("savedAt", draft.savedAt().toString());
        JsonNode content = JsonMapper.shared().readTree(draft.content());
        tree.put("plots", content.path("plots"));
        tree.put("project", content.path("project"));
        return tree;
    }

    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static InputRefused request(String at) {
        return refused("review.request", "at", at, "message", "-");
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
