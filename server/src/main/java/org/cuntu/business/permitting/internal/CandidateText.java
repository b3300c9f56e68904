package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.permitting.CandidateSites.Comparison;
import org.cuntu.business.permitting.CandidateSites.Conflict;
import org.cuntu.business.permitting.CandidateSites.Row;
import org.cuntu.business.permitting.CandidateSites.Side;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A comparison of candidate sites as canonical text and back. */
final class CandidateText {
    private CandidateText() {}

    static String write(Comparison comparison) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asOf", comparison.asOf().toString());
        tree.put("chosen", comparison.chosen());
        tree.put("why", comparison.why());
        tree.put("sides", comparison.sides().stream().map(CandidateText::side).toList());
        return CanonicalJson.write(tree);
    }

    private static Map<String, Object> side(Side side) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", side.name());
        tree.put("site", side.site());
        tree.put("area", side.area().hundredths());
        tree.put("conclusion", side.conclusion());
        tree.put("fail", side.fail());
        tree.put("conditional", side.conditional());
        tree.put("notAnswered", side.notAnswered());
        tree.put("hash", side.hash());
        tree.put(
                "rows",
                side.rows().stream()
                        .map(row -> Map.of(
                                "layer", row.layer(),
                                "classes", row.classes(),
                                "outside", row.outside(),
                                "answer", row.answer(),
                                "area", row.area().hundredths()))
                        .toList());
        tree.put(
                "conflicts",
                side.conflicts().stream()
                        .map(each -> Map.of(
                                "rule", each.rule(),
                                "title", each.title(),
                                "verdict", each.verdict(),
                                "area", each.area().hundredths()))
                        .toList());
        return tree;
    }

    static Comparison read(CandidateTable.Row kept) {
        JsonNode tree = JsonMapper.shared().readTree(kept.content());
        List<Side> sides = new ArrayList<>();
        for (JsonNode side : tree.path("sides")) sides.add(side(side));
        return new Comparison(
                LocalDate.parse(tree.path("asOf").asString()),
                sides,
                tree.path("chosen").asInt(),
                tree.path("why").asString(""),
                kept.by(),
                kept.at(),
                kept.hash());
    }

    private static Side side(JsonNode side) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : side.path("rows"))
            rows.add(new Row(
                    row.path("layer").asString(""),
                    row.path("classes").asString(""),
                    row.path("outside").asBoolean(false),
                    row.path("answer").asString(""),
                    new Area(row.path("area").asLong())));
        List<Conflict> conflicts = new ArrayList<>();
        for (JsonNode each : side.path("conflicts"))
            conflicts.add(new Conflict(
                    each.path("rule").asString(""),
                    each.path("title").asString(""),
                    each.path("verdict").asString(""),
                    new Area(each.path("area").asLong())));
        return new Side(
                side.path("name").asString(""),
                side.path("site").asString(""),
                new Area(side.path("area").asLong()),
                side.path("conclusion").asString(""),
                side.path("fail").asInt(),
                side.path("conditional").asInt(),
                side.path("notAnswered").asInt(),
                rows,
                conflicts,
                side.path("hash").asString(""));
    }

    /**
     * As the page sees it: areas are decimal strings.
     *
     * @param titles of rules in both languages, by their ids; a rule that is gone keeps the title that was kept
     */
    static Map<String, @Nullable Object> tree(
            Comparison comparison, List<Map<String, Object>> layers, Map<String, Words> titles) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("asOf", comparison.asOf().toString());
        tree.put("layers", layers);
        List<Map<String, Object>> sides = new ArrayList<>();
        for (Side side : comparison.sides()) {
            Map<String, Object> one = new LinkedHashMap<>(side(side));
            one.put("area", side.area().toString());
            one.put("site", JsonMapper.shared().readTree(side.site()));
            one.put(
                    "rows",
                    side.rows().stream()
                            .map(row -> Map.of(
                                    "layer", row.layer(),
                                    "classes", row.classes(),
                                    "outside", row.outside(),
                                    "answer", row.answer(),
                                    "area", row.area().toString()))
                            .toList());
            one.put(
                    "conflicts",
                    side.conflicts().stream()
                            .map(each -> Map.of(
                                    "rule", each.rule(),
                                    "title", title(each, titles),
                                    "verdict", each.verdict(),
                                    "area", each.area().toString()))
                            .toList());
            sides.add(one);
        }
        tree.put("sides", sides);
        tree.put("chosen", comparison.chosen() < 0 ? null : comparison.chosen());
        tree.put("why", comparison.why());
        tree.put("at", comparison.at() == null ? null : comparison.at().toString());
        tree.put("hash", comparison.hash());
        return tree;
    }

    private static Object title(Conflict conflict, Map<String, Words> titles) {
        Words words = titles.get(conflict.rule());
        return words == null ? conflict.title() : Map.of("zh", words.zh(), "en", words.en());
    }
}
