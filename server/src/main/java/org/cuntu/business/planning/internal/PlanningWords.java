package org.cuntu.business.planning.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.Article;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.LineTarget;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of layers, divisions and persons, and lines and targets, as the page sees them. */
@Component
class PlanningWords {
    private final LayerRegister register;
    private final Organisation organisation;
    private final Accounts accounts;
    private final CityFolder city;

    PlanningWords(LayerRegister register, Organisation organisation, Accounts accounts, CityFolder city) {
        this.register = register;
        this.organisation = organisation;
        this.accounts = accounts;
        this.city = city;
    }

    Map<String, String> layer(String code) {
        return register.findLayer(code)
                .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                .orElse(Map.of("zh", code, "en", code));
    }

    Map<String, String> division(String code) {
        if (code.equals(city.code())) return Map.of("zh", city.zh(), "en", city.en());
        return organisation
                .findDivision(code)
                .map(found -> Map.of("zh", found.zh(), "en", found.en()))
                .orElse(Map.of("zh", code, "en", code));
    }

    String person(String account) {
        return accounts.findName(account).orElse(account);
    }

    /** What the page needs to ask for a proposal. */
    Map<String, @Nullable Object> line(ControlLine line) {
        LayerEntry entry = register.findLayer(line.layer()).orElseThrow();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("layer", line.layer());
        tree.put("name", layer(line.layer()));
        tree.put("owner", entry.owner());
        tree.put("kind", entry.schema().kind().name());
        tree.put("bound", line.bound().name());
        tree.put("classScheme", entry.schema().classScheme());
        tree.put("classField", line.classField());
        tree.put("split", line.split());
        tree.put(
                "ask",
                line.ask().stream()
                        .map(code -> {
                            var field =
                                    entry.schema().fields().get(entry.schema().indexOf(code));
                            return Map.of("code", code, "zh", field.zh(), "en", field.en());
                        })
                        .toList());
        tree.put("choices", line.choices());
        tree.put("steps", line.steps());
        tree.put("needs", line.needs());
        tree.put("grounds", line.grounds());
        tree.put("rules", line.rules().stream().map(PlanningWords::rule).toList());
        return tree;
    }

    private static Map<String, Object> rule(org.cuntu.business.planning.LineRule rule) {
        return Map.of(
                "id", rule.id(),
                "zh", rule.zh(),
                "en", rule.en(),
                "severity", rule.severity().name(),
                "test", rule.test().word(),
                "article", article(rule.article()));
    }

    private static Map<String, String> article(Article article) {
        return Map.of("doc", article.doc(), "clause", article.clause(), "status", article.status());
    }

    Map<String, Object> target(LineTarget target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", target.id());
        tree.put("layer", target.layer());
        tree.put("division", target.division());
        tree.put("divisionName", division(target.division()));
        tree.put("quantity", target.quantity().toString());
        tree.put("document", target.document());
        tree.put("assignedOn", target.assignedOn().toString());
        tree.put("inForceFrom", target.inForceFrom().toString());
        tree.put("knownFrom", target.knownFrom().toString());
        tree.put("invented", target.invented());
        tree.put("by", person(target.by()));
        return tree;
    }

    List<Map<String, Object>> targets(List<LineTarget> targets) {
        return targets.stream().map(this::target).toList();
    }
}
