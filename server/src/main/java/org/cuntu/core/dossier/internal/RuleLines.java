package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.rules.Rule;

/** The rules that read a layer which says something in a place. */
final class RuleLines {
    private RuleLines() {}

    /**
     * @param layers what the layers say; a rule that reads another one, hidden from the asker, is left out
     * @param findings of an area, without a project; none at a point
     */
    static List<Dossier.RuleLine> of(List<Rule> rules, List<Dossier.Layer> layers, List<Finding> findings) {
        Map<String, String> answers = new HashMap<>();
        for (Dossier.Layer layer : layers) answers.put(layer.layer(), layer.answer());
        List<Dossier.RuleLine> lines = new ArrayList<>();
        for (Rule rule : rules) {
            Set<String> read = new LinkedHashSet<>(List.of(rule.select().layer()));
            rule.layers().forEach(layer -> read.add(layer.name()));
            boolean speaks =
                    read.stream().anyMatch(layer -> !LayerAnswer.CLEAR.name().equals(answers.get(layer)));
            Finding finding = findings.stream()
                    .filter(f -> f.rule().id().equals(rule.id()))
                    .findFirst()
                    .orElse(null);
            if (!answers.keySet().containsAll(read) || !speaks && finding == null) continue;
            lines.add(new Dossier.RuleLine(
                    rule.id(),
                    rule.version(),
                    rule.title(),
                    rule.verdict().name(),
                    rule.severity().name(),
                    rule.articles(),
                    rule.remedy(),
                    List.copyOf(read),
                    finding == null ? null : finding.verdict().name(),
                    finding == null ? null : finding.area().toString()));
        }
        return lines;
    }
}
