package org.cuntu.core.rules.internal;

import dev.cel.common.CelValidationException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.Selection;
import org.cuntu.core.rules.Severity;
import org.cuntu.core.rules.Verdict;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a rule of a tree that has the published shape. */
final class RuleParser {
    /** Blanks and comments may stand before the bracket. */
    private static final Pattern SETTING =
            Pattern.compile("\\bsetting(?:\\s|//[^\\n]*\\n)*\\(\\s*(?:'([^']*)'|\"([^\"]*)\"|[^)]*)\\s*\\)");

    private final LayerRegister register;
    private final Set<String> settingNames;

    RuleParser(LayerRegister register, Set<String> settingNames) {
        this.register = register;
        this.settingNames = settingNames;
    }

    /**
     * Compiles a rule against the settings of one day.
     *
     * @throws InputRefused when a layer, field, setting or expression is not known
     */
    Rule parse(String file, JsonNode tree, Map<String, Object> settings) {
        Problem.Place place = Problem.Place.file(file);
        List<Rule.LayerUse> layers = list(
                tree.path("layers"),
                node -> new Rule.LayerUse(
                        node.required("name").asString(),
                        node.required("required").asBoolean()));
        for (Rule.LayerUse use : layers) layer(use.name(), place);
        Selection select = selection(tree.required("select"), place);
        if (layers.stream().noneMatch(use -> use.name().equals(select.layer())))
            throw new InputRefused(Problem.refused("rule.layer-not-listed", place, "layer", select.layer()));
        LayerSchema schema = layer(select.layer(), place);
        // an overlapping layer has no ground "outside": a feature that is not taken may lie on one that is
        if (select.relation() == Selection.Relation.OUTSIDE && schema.kind() == LayerKind.OVERLAPPING)
            throw new InputRefused(Problem.refused("rule.outside-overlapping", place, "layer", select.layer()));
        CelTests.Sources sources = new CelTests.Sources(
                tree.path("appliesTo").asString("true"),
                select.where(),
                tree.required("when").asString());
        checkSettings(tree, place);
        return new Rule(
                tree.required("id").asString(),
                tree.required("version").asInt(),
                words(tree.required("title")),
                list(tree.required("article"), RuleParser::article),
                date(tree.required("inForce").required("from")),
                optionalDate(tree.required("inForce").path("to")),
                Rule.AppliesBy.valueOf(tree.required("appliesBy").asString().toUpperCase(Locale.ROOT)),
                layers,
                select,
                Verdict.valueOf(tree.required("verdict").asString()),
                Severity.valueOf(tree.required("severity").asString()),
                list(tree.required("needs"), JsonNode::asString),
                asks(tree, place),
                words(tree.required("remedy")),
                list(tree.path("examples"), node -> example(node, schema)),
                wording(tree),
                tests(tree.required("id").asString(), sources, schema, settings, place));
    }

    private static List<String> asks(JsonNode tree, Problem.Place place) {
        List<String> asks = list(tree.path("asks"), JsonNode::asString);
        for (String fact : asks)
            if (!Project.ASKABLE.contains(fact))
                throw new InputRefused(Problem.refused(
                        "rule.unknown-fact",
                        place,
                        "name",
                        fact,
                        "nearest",
                        KnownWords.nearest(fact, Project.ASKABLE)));
        return asks;
    }

    private static Rule.Wording wording(JsonNode tree) {
        String known = tree.path("knownFrom").asString("");
        return new Rule.Wording(
                tree.path("row").asString(""),
                known.isEmpty() ? null : OffsetDateTime.parse(known).toInstant(),
                tree.has("inWords") ? words(tree.get("inWords")) : words(tree.required("title")),
                tree.path("appliesTo").asString(""),
                tree.required("when").asString());
    }

    /** The names of the settings that a rule's expressions read. */
    static Set<String> settingsOf(JsonNode tree) {
        Set<String> names = new TreeSet<>();
        for (String source : expressions(tree)) {
            Matcher matcher = SETTING.matcher(source);
            while (matcher.find()) {
                String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                names.add(name == null ? matcher.group() : name);
            }
        }
        return names;
    }

    private void checkSettings(JsonNode tree, Problem.Place place) {
        for (String name : settingsOf(tree))
            if (!settingNames.contains(name))
                throw new InputRefused(Problem.refused(
                        "rule.unknown-setting",
                        place,
                        "name",
                        name,
                        "nearest",
                        KnownWords.nearest(name, settingNames)));
    }

    private static List<String> expressions(JsonNode tree) {
        return List.of(
                tree.path("appliesTo").asString(""),
                tree.path("select").path("where").asString(""),
                tree.path("when").asString(""));
    }

    private static Rule.Tests tests(
            String rule,
            CelTests.Sources sources,
            LayerSchema schema,
            Map<String, Object> settings,
            Problem.Place place) {
        try {
            return CelTests.compile(rule, sources, schema, settings);
        } catch (CelValidationException e) {
            throw new InputRefused(Problem.refused("rule.expression", place, "message", e.getMessage()));
        }
    }

    /** The layer, which is made of areas: nothing of a line or a point lies in a site, so a rule would always find it clear. */
    private LayerSchema layer(String code, Problem.Place place) {
        LayerEntry layer = register.findLayer(code).orElseThrow(() -> unknown(code, place));
        if (!layer.isAreal()) throw new InputRefused(Problem.refused("rule.layer-not-areas", place, "layer", code));
        return layer.schema();
    }

    private InputRefused unknown(String code, Problem.Place place) {
        List<String> known =
                register.listLayers().stream().map(LayerEntry::code).toList();
        return new InputRefused(Problem.refused(
                "rule.unknown-layer", place, "layer", code, "nearest", KnownWords.nearest(code, known)));
    }

    private static Selection selection(JsonNode node, Problem.Place place) {
        String relation = node.required("relation").asString();
        Selection.Relation meaning =
                switch (relation) {
                    case "overlaps" -> Selection.Relation.OVERLAPS;
                    case "outside" -> Selection.Relation.OUTSIDE;
                    case "converts(conditional)" -> Selection.Relation.CONVERTS_CONDITIONALLY;
                    case "converts(forbidden)" -> Selection.Relation.CONVERTS_NOT;
                    case "converts(unanswered)" -> Selection.Relation.CONVERTS_UNKNOWN;
                    default ->
                        throw new InputRefused(Problem.refused("rule.relation-later", place, "relation", relation));
                };
        return new Selection(
                node.required("layer").asString(), node.path("where").asString("true"), meaning);
    }

    private static Article article(JsonNode node) {
        return new Article(
                node.required("doc").asString(),
                node.required("clause").asString(),
                Article.Status.valueOf(node.required("status").asString().toUpperCase(Locale.ROOT)));
    }

    private static Rule.Example example(JsonNode node, LayerSchema schema) {
        return new ExampleText(schema).read(node);
    }

    private static Words words(JsonNode node) {
        return new Words(node.required("zh").asString(), node.required("en").asString());
    }

    private static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.asString());
    }

    private static @Nullable LocalDate optionalDate(JsonNode node) {
        String text = node.asString("");
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> each) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : node) items.add(each.apply(item));
        return items;
    }
}
