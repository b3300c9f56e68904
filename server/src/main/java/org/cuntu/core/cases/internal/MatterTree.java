package org.cuntu.core.cases.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterLimits;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A matter as JSON; every text in both languages. */
final class MatterTree {
    private MatterTree() {}

    /** What a list and a counter need. */
    static Map<String, @Nullable Object> row(Matter matter) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", matter.code());
        tree.put("hash", matter.hash());
        tree.put("shortName", matter.shortName());
        tree.put("title", words(matter.title()));
        tree.put("group", matter.group());
        tree.put("applicants", matter.applicants());
        tree.put("parent", matter.parent());
        tree.put("children", matter.children());
        tree.put("limits", limits(matter.limits()));
        tree.put("guide", Map.of("intro", words(matter.guide().intro())));
        tree.put(
                "materials",
                matter.materials().stream().map(MatterTree::material).toList());
        tree.put("form", JsonMapper.shared().readTree(matter.form()));
        tree.put("steps", matter.steps().stream().map(MatterTree::step).toList());
        return tree;
    }

    static Map<String, @Nullable Object> whole(Matter matter) {
        Map<String, @Nullable Object> tree = row(matter);
        tree.put("basis", matter.basis().stream().map(MatterTree::article).toList());
        tree.put("inForce", held(matter));
        tree.put("exclusions", matter.exclusions());
        tree.put("suspensions", matter.suspensions());
        MatterResult result = matter.result();
        tree.put("result", result == null ? null : result(result));
        tree.put("hasSite", matter.review() != null);
        return tree;
    }

    private static Map<String, @Nullable Object> held(Matter matter) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", matter.inForce().from().toString());
        tree.put(
                "to",
                matter.inForce().to() == null
                        ? null
                        : String.valueOf(matter.inForce().to()));
        return tree;
    }

    private static Map<String, Object> limits(MatterLimits limits) {
        return Map.of(
                "statutory", limits.statutory(),
                "promised", limits.promised(),
                "tell", limits.tell(),
                "extension", limits.extension(),
                "deliver", limits.deliver(),
                "joint", limits.joint());
    }

    private static Map<String, @Nullable Object> step(MatterStep step) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", step.id());
        tree.put("title", words(step.title()));
        tree.put("kind", step.kind().name());
        tree.put("unit", step.unit());
        tree.put("limit", step.limit());
        tree.put("conclusions", step.conclusions().stream().map(Enum::name).toList());
        tree.put("back", step.back());
        tree.put("permission", step.permission());
        return tree;
    }

    private static Map<String, @Nullable Object> material(MaterialNeed need) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", need.id());
        tree.put("title", words(need.title()));
        tree.put("main", need.main());
        tree.put("deferDays", need.deferDays());
        tree.put("source", need.source().name());
        tree.put("forms", need.forms());
        tree.put("when", need.when());
        Words promise = need.promise();
        tree.put("promise", promise == null ? null : words(promise));
        return tree;
    }

    private static Map<String, @Nullable Object> result(MatterResult result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", result.kind());
        tree.put("lead", result.lead());
        tree.put("validMonths", result.validMonths());
        tree.put("needs", result.needs());
        tree.put(
                "fields",
                result.fields().stream().map(field -> words(field.title())).toList());
        return tree;
    }

    private static Map<String, String> article(Article article) {
        return Map.of(
                "doc", article.doc(),
                "clause", article.clause(),
                "status", article.status().name());
    }

    private static Map<String, String> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }
}
