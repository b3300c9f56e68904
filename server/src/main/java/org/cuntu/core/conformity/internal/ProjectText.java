package org.cuntu.core.conformity.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Project;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A project as JSON: in requests and with stored reviews. */
public final class ProjectText {
    private ProjectText() {}

    static String write(Project project) {
        return CanonicalJson.write(tree(project));
    }

    static Map<String, @Nullable Object> tree(Project project) {
        LocalDate appliedOn = project.appliedOn();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", project.kind());
        tree.put("purpose", project.purpose());
        tree.put("level", project.level());
        tree.put("appliedOn", appliedOn == null ? null : appliedOn.toString());
        tree.put("documents", project.documents());
        return tree;
    }

    /** Whatever is missing is unknown. */
    public static Project read(JsonNode node) {
        List<String> documents = new ArrayList<>();
        node.path("documents").forEach(document -> documents.add(document.asString("")));
        String appliedOn = node.path("appliedOn").asString("");
        return new Project(
                node.path("kind").asString(""),
                node.path("purpose").asString(""),
                node.path("level").asString(""),
                appliedOn.isEmpty() ? null : LocalDate.parse(appliedOn),
                documents);
    }
}
