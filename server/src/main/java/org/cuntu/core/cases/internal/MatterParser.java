package org.cuntu.core.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterGuide;
import org.cuntu.core.cases.MatterLimits;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a matter of trees that have the published shape. */
final class MatterParser {
    private MatterParser() {}

    static Matter parse(MatterFolder folder, JsonNode tree, Map<String, Words> templates) {
        List<String> children = list(tree.path("children"), JsonNode::asString);
        return new Matter(
                tree.required("code").asString(),
                folder.hash(),
                tree.required("shortName").asString(),
                words(tree.required("title")),
                tree.required("group").asString(),
                list(tree.required("basis"), MatterParser::article),
                held(tree.required("inForce")),
                list(tree.required("applicants"), JsonNode::asString),
                !children.isEmpty(),
                children,
                limits(tree.required("limits")),
                list(tree.required("steps"), MatterParser::step),
                list(tree.required("exclusions"), set -> list(set, JsonNode::asString)),
                decisions(tree.required("decisions")),
                list(tree.required("suspensions"), JsonNode::asString),
                list(tree.required("materials"), MatterParser::material),
                folder.files().getOrDefault(MatterFolder.FORM, ""),
                review(tree.path("review")),
                result(tree.path("result")),
                guide(tree.required("guide")),
                folder.files().getOrDefault(MatterFolder.PROCESS, ""),
                templates);
    }

    private static MatterLimits limits(JsonNode node) {
        return new MatterLimits(
                node.required("statutory").asInt(),
                node.required("promised").asInt(),
                node.required("tell").asInt(),
                node.required("extension").asInt(),
                node.required("deliver").asInt(),
                node.required("joint").asBoolean());
    }

    private static MatterStep step(JsonNode node) {
        return new MatterStep(
                node.required("id").asString(),
                words(node.required("title")),
                MatterStep.Kind.valueOf(node.required("kind").asString()),
                text(node.path("unit")),
                node.required("limit").asInt(),
                list(node.required("conclusions"), each -> MatterStep.Conclusion.valueOf(each.asString())),
                list(node.path("back"), JsonNode::asString),
                list(node.path("layers"), JsonNode::asString));
    }

    private static Map<String, String> decisions(JsonNode node) {
        Map<String, String> decisions = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> decisions.put(each.getKey(), each.getValue().asString()));
        return decisions;
    }

    private static MaterialNeed material(JsonNode node) {
        return new MaterialNeed(
                node.required("id").asString(),
                words(node.required("title")),
                node.required("main").asBoolean(),
                node.path("deferDays").asInt(0),
                MaterialNeed.Source.valueOf(node.required("source").asString()),
                list(node.path("forms"), JsonNode::asString),
                text(node.path("when")),
                node.has("promise") ? words(node.get("promise")) : null,
                node.path("checkDays").asInt(0));
    }

    private static @Nullable MatterReview review(JsonNode node) {
        if (!node.isObject()) return null;
        return new MatterReview(
                node.required("step").asString(),
                node.required("kind").asString(),
                node.required("purpose").asString(),
                node.required("level").asString(),
                node.required("sites").asInt(),
                node.required("blocking").asBoolean(),
                text(node.path("newConstruction")));
    }

    private static @Nullable MatterResult result(JsonNode node) {
        if (!node.isObject()) return null;
        return new MatterResult(
                node.required("kind").asString(),
                node.required("lead").asString(),
                node.required("pattern").asString(),
                node.required("validMonths").asInt(),
                text(node.path("needs")),
                list(
                        node.required("fields"),
                        field -> new MatterResult.Field(
                                words(field.required("title")),
                                field.required("from").asString())));
    }

    private static MatterGuide guide(JsonNode node) {
        return new MatterGuide(
                words(node.required("intro")),
                list(node.required("words"), JsonNode::asString),
                list(node.required("conditions"), MatterParser::words),
                list(
                        node.required("questions"),
                        question -> new MatterGuide.Question(
                                question.required("id").asString(),
                                words(question.required("ask")),
                                list(question.required("answers"), MatterParser::answer))),
                words(node.required("fee")));
    }

    private static MatterGuide.Answer answer(JsonNode node) {
        return new MatterGuide.Answer(
                node.required("id").asString(),
                words(node.required("title")),
                node.required("leads").asString(),
                words(node.required("says")));
    }

    private static Article article(JsonNode node) {
        return new Article(
                node.required("doc").asString(),
                node.required("clause").asString(),
                Article.Status.valueOf(node.required("status").asString().toUpperCase(Locale.ROOT)));
    }

    private static InForce held(JsonNode node) {
        String to = text(node.path("to"));
        return new InForce(
                LocalDate.parse(node.required("from").asString()), to == null ? null : LocalDate.parse(to), null);
    }

    static Words words(JsonNode node) {
        return new Words(node.required("zh").asString(), node.required("en").asString());
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.asString("");
        return text.isEmpty() ? null : text;
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> each) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : node) items.add(each.apply(item));
        return items;
    }
}
