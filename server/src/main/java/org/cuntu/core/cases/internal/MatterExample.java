package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One way through a matter, as its folder shows it; the tests walk it.
 *
 * @param applicant natural, legal or agency
 * @param site GeoJSON; null: none
 * @param missing materials that are promised for later
 */
record MatterExample(
        String name,
        Words title,
        String applicant,
        String project,
        @Nullable String division,
        Map<String, Object> form,
        @Nullable String site,
        List<String> missing,
        List<Act> acts) {
    /**
     * @param as a role, or applicant
     * @param step that is acted on; null for the applicant's own acts
     * @param does a conclusion, or SUBMIT, CORRECTED, WITHDRAW
     * @param state the case's afterwards
     * @param open its open steps afterwards
     */
    record Act(
            String as,
            @Nullable String step,
            String does,
            String words,
            @Nullable String back,
            String state,
            List<String> open) {}

    /** Whether the examples of a folder have the published shape and their sites are there. */
    static void check(MatterFolder folder, List<Problem> problems) {
        list(folder, problems);
    }

    static List<MatterExample> list(MatterFolder folder) {
        return list(folder, new ArrayList<>());
    }

    private static List<MatterExample> list(MatterFolder folder, List<Problem> problems) {
        List<MatterExample> examples = new ArrayList<>();
        folder.under(MatterFolder.EXAMPLES).forEach((path, text) -> {
            if (!path.endsWith(".yaml")) return;
            String file = folder.code() + "/" + path;
            MatterTrees.yaml(file, text, problems).ifPresent(tree -> {
                if (!MatterShape.EXAMPLE.check(file, tree, problems)) return;
                String site = tree.path("site").asString("");
                if (!site.isEmpty() && !folder.files().containsKey(MatterFolder.EXAMPLES + site))
                    problems.add(Problem.refused("matters.missing-file", Problem.Place.file(file), "file", site));
                else examples.add(example(folder, path, tree));
            });
        });
        return examples;
    }

    private static MatterExample example(MatterFolder folder, String path, JsonNode tree) {
        Map<String, Object> form = new LinkedHashMap<>();
        tree.required("form")
                .properties()
                .forEach(field ->
                        form.put(field.getKey(), JsonMapper.shared().treeToValue(field.getValue(), Object.class)));
        List<String> missing = new ArrayList<>();
        tree.path("missing").forEach(each -> missing.add(each.asString()));
        List<Act> acts = new ArrayList<>();
        tree.required("acts").forEach(each -> acts.add(act(each)));
        String division = tree.path("division").asString("");
        return new MatterExample(
                path.substring(MatterFolder.EXAMPLES.length(), path.length() - ".yaml".length()),
                MatterParser.words(tree.required("title")),
                tree.required("applicant").asString(),
                tree.path("name").asString("示例"),
                division.isEmpty() ? null : division,
                form,
                folder.files().get(MatterFolder.EXAMPLES + tree.path("site").asString("")),
                missing,
                acts);
    }

    private static Act act(JsonNode node) {
        String step = node.path("step").asString("");
        String back = node.path("back").asString("");
        List<String> open = new ArrayList<>();
        node.required("expect").required("open").forEach(each -> open.add(each.asString()));
        return new Act(
                node.required("as").asString(),
                step.isEmpty() ? null : step,
                node.required("does").asString(),
                node.path("words").asString(""),
                back.isEmpty() ? null : back,
                node.required("expect").required("state").asString(),
                List.copyOf(open));
    }
}
