package org.cuntu.outward.publicservice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterGuide;
import org.cuntu.core.cases.MatterStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Matters as the portal shows them (办事指南), in both languages. */
@Component("publicserviceMatterJson")
class MatterJson {
    private final CitizenWords words;

    MatterJson(CitizenWords words) {
        this.words = words;
    }

    Map<String, @Nullable Object> row(Matter matter) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", matter.code());
        tree.put("title", CitizenWords.of(matter.title()));
        tree.put("shortName", matter.shortName());
        tree.put("group", matter.group());
        tree.put("intro", CitizenWords.of(matter.guide().intro()));
        tree.put("promised", matter.limits().promised());
        tree.put("statutory", matter.limits().statutory());
        tree.put("fee", CitizenWords.of(matter.guide().fee()));
        tree.put("applicants", matter.applicants());
        tree.put("pack", matter.parent());
        return tree;
    }

    Map<String, @Nullable Object> guide(Matter matter) {
        Map<String, @Nullable Object> tree = row(matter);
        tree.put(
                "conditions",
                matter.guide().conditions().stream().map(CitizenWords::of).toList());
        tree.put(
                "questions",
                matter.guide().questions().stream().map(MatterJson::question).toList());
        tree.put("basis", words.articles(matter.basis()));
        tree.put(
                "materials",
                matter.materials().stream().map(MatterJson::material).toList());
        tree.put("children", matter.children());
        tree.put(
                "steps",
                matter.steps().stream()
                        .filter(step -> step.kind() != MatterStep.Kind.CORRECT)
                        .map(step -> Map.of(
                                "id",
                                step.id(),
                                "title",
                                CitizenWords.of(step.title()),
                                "limit",
                                step.limit(),
                                "kind",
                                step.kind().name()))
                        .toList());
        tree.put("extension", matter.limits().extension());
        tree.put("deliver", matter.limits().deliver());
        tree.put("validMonths", matter.result() == null ? null : matter.result().validMonths());
        tree.put("hasSite", matter.review() != null);
        tree.put("needs", matter.result() == null ? null : matter.result().needs());
        tree.put("schema", JsonMapper.shared().readTree(matter.form()));
        return tree;
    }

    private static Map<String, Object> question(MatterGuide.Question question) {
        return Map.of(
                "id",
                question.id(),
                "ask",
                CitizenWords.of(question.ask()),
                "answers",
                question.answers().stream()
                        .map(answer -> Map.of(
                                "id",
                                answer.id(),
                                "title",
                                CitizenWords.of(answer.title()),
                                "leads",
                                answer.leads(),
                                "says",
                                CitizenWords.of(answer.says())))
                        .toList());
    }

    static Map<String, @Nullable Object> material(MaterialNeed need) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", need.id());
        tree.put("title", CitizenWords.of(need.title()));
        tree.put("main", need.main());
        tree.put("deferDays", need.deferDays());
        tree.put("source", need.source().name());
        tree.put("forms", List.copyOf(need.forms()));
        tree.put("sometimes", need.when() != null);
        tree.put("promise", need.promise() == null ? null : CitizenWords.of(need.promise()));
        return tree;
    }
}
