package org.cuntu.core.rules.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.DocumentType;
import org.cuntu.core.rules.Judgement;
import org.cuntu.core.rules.Paper;
import org.cuntu.core.rules.ProjectText;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.RuleTrial;
import org.cuntu.core.rules.SelectedPiece;
import org.cuntu.core.rules.Selection;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/** Rules as the page reads them. */
final class RuleView {
    private final LayerRegister register;

    RuleView(LayerRegister register) {
        this.register = register;
    }

    static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }

    /** A line of the list. */
    Map<String, Object> line(Rule rule, boolean inForce) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        tree.put("version", rule.version());
        tree.put("row", rule.wording().row());
        tree.put("title", words(rule.title()));
        tree.put("layer", rule.select().layer());
        tree.put("group", layer(rule).map(LayerEntry::group).orElse(""));
        tree.put("verdict", rule.verdict().name());
        tree.put("severity", rule.severity().name());
        tree.put("inForce", inForce);
        tree.put("unverified", rule.articles().stream().anyMatch(a -> a.status() == Article.Status.UNVERIFIED));
        return tree;
    }

    /** The page of one rule: the version shown, then all versions, oldest first, each with what it changed. */
    Map<String, Object> page(Rule rule, List<Rule> versions, boolean inForce) {
        Map<String, Object> tree = line(rule, inForce);
        tree.put("owner", layer(rule).map(LayerEntry::owner).orElse(""));
        tree.put("appliesBy", rule.appliesBy().name().toLowerCase(Locale.ROOT));
        tree.put("text", text(rule));
        List<Object> layers = new ArrayList<>();
        for (Rule.LayerUse use : rule.layers())
            register.findLayer(use.name())
                    .ifPresent(entry -> layers.add(Map.of(
                            "code", entry.code(),
                            "name", Map.of("zh", entry.zh(), "en", entry.en()),
                            "required", use.required(),
                            "fields",
                                    entry.schema().fields().stream()
                                            .map(field -> Map.of(
                                                    "code",
                                                    field.code(),
                                                    "zh",
                                                    field.zh(),
                                                    "en",
                                                    field.en(),
                                                    "type",
                                                    field.type().name()))
                                            .toList())));
        tree.put("layers", layers);
        List<Object> examples = new ArrayList<>();
        rule.examples().forEach(example -> examples.add(example(example)));
        tree.put("examples", examples);
        List<Object> history = new ArrayList<>();
        Rule before = null;
        for (Rule version : versions) {
            history.add(version(version, before));
            before = version;
        }
        tree.put("history", history);
        return tree;
    }

    private Optional<LayerEntry> layer(Rule rule) {
        return register.findLayer(rule.select().layer());
    }

    private static Map<String, Object> version(Rule rule, @Nullable Rule before) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", rule.version());
        tree.put("inForceFrom", rule.inForceFrom().toString());
        LocalDate to = rule.inForceTo();
        if (to != null) tree.put("inForceTo", to.toString());
        Instant known = rule.wording().knownFrom();
        if (known != null) tree.put("knownFrom", known.toString());
        List<Object> changes = new ArrayList<>();
        if (before != null) {
            Map<String, String> now = flat(rule);
            Map<String, String> then = flat(before);
            for (String key : now.keySet())
                if (!String.valueOf(then.get(key)).equals(now.get(key)))
                    changes.add(Map.of(
                            "what", key, "from", String.valueOf(then.get(key)), "to", String.valueOf(now.get(key))));
        }
        tree.put("changes", changes);
        return tree;
    }

    /** What may differ between two versions, as text. */
    private static Map<String, String> flat(Rule rule) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("title", rule.title().zh());
        map.put(
                "article",
                String.join(
                        "；",
                        rule.articles().stream()
                                .map(a -> (a.doc() + " " + a.clause()).strip())
                                .toList()));
        map.put("appliesTo", rule.wording().appliesTo());
        map.put("where", rule.select().where());
        map.put("relation", relation(rule.select().relation()));
        map.put("when", rule.wording().when());
        map.put("verdict", rule.verdict().name());
        map.put("needs", String.join(", ", rule.needs()));
        map.put("asks", String.join(", ", rule.asks()));
        map.put("remedy", rule.remedy().zh());
        return map;
    }

    private static Map<String, Object> text(Rule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("inWords", words(rule.wording().inWords()));
        tree.put("appliesTo", rule.wording().appliesTo());
        tree.put(
                "where",
                rule.select().where().equals("true") ? "" : rule.select().where());
        tree.put("relation", relation(rule.select().relation()));
        tree.put("when", rule.wording().when());
        tree.put("remedy", words(rule.remedy()));
        tree.put("needs", rule.needs());
        tree.put("asks", rule.asks());
        tree.put(
                "articles",
                rule.articles().stream()
                        .map(a -> Map.of(
                                "doc",
                                a.doc(),
                                "clause",
                                a.clause(),
                                "status",
                                a.status().name().toLowerCase(Locale.ROOT)))
                        .toList());
        return tree;
    }

    private static String relation(Selection.Relation relation) {
        return switch (relation) {
            case OVERLAPS -> "overlaps";
            case OUTSIDE -> "outside";
            case CONVERTS_CONDITIONALLY -> "converts(conditional)";
            case CONVERTS_NOT -> "converts(forbidden)";
            case CONVERTS_UNKNOWN -> "converts(unanswered)";
        };
    }

    private static Map<String, Object> example(Rule.Example example) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", words(example.name()));
        tree.put("site", new Area(example.siteArea()).toString());
        if (example.rest() > 0) tree.put("rest", new Area(example.rest()).toString());
        List<Object> pieces = new ArrayList<>();
        for (int i = 0; i < example.given().size(); i++) {
            SelectedPiece piece = example.given().get(i);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("area", new Area(piece.area()).toString());
            Map<String, Object> fields = new LinkedHashMap<>();
            piece.fields().forEach((code, value) -> {
                if (value != null && !value.toString().isEmpty()) fields.put(code, value.toString());
            });
            one.put("fields", fields);
            if (i >= example.given().size() - example.slivers()) one.put("sliver", true);
            pieces.add(one);
        }
        tree.put("pieces", pieces);
        tree.put("silent", example.silent());
        tree.put("project", ProjectText.tree(example.project()));
        tree.put(
                "expect",
                example.expect() == null ? "not-applicable" : example.expect().name());
        return tree;
    }

    /** What came of a trial. */
    static Map<String, Object> outcome(RuleTrial.Outcome outcome, RuleSet set) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Judgement judgement = outcome.judgement();
        tree.put(
                "verdict",
                judgement == null ? "not-applicable" : judgement.verdict().name());
        tree.put("area", new Area(outcome.area()).toString());
        tree.put("share", new Share(outcome.share()).toString());
        tree.put("taken", outcome.taken());
        tree.put("asks", judgement == null ? List.of() : judgement.asks());
        List<Object> papers = new ArrayList<>();
        if (judgement != null) judgement.papers().forEach(paper -> papers.add(paper(paper, set)));
        tree.put("papers", papers);
        return tree;
    }

    private static Map<String, Object> paper(Paper paper, RuleSet set) {
        Paper.Reason reason = paper.reason();
        Map<String, Object> tree = new LinkedHashMap<>(ProjectText.document(paper.document()));
        set.documents().stream()
                .filter(type -> type.id().equals(paper.document().type()))
                .map(DocumentType::title)
                .findFirst()
                .ifPresent(title -> tree.put("title", words(title)));
        tree.put("fits", paper.fits());
        if (reason != null) tree.put("reason", reason.code());
        return tree;
    }
}
