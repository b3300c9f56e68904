package org.cuntu.core.quality.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.platform.home.InForce;

/**
 * Every quality rule of the city, read once at the start. Immutable.
 *
 * @param kept how many issues of one rule a run keeps; more are counted
 * @param plates how many of the worst issues have a plate in the report
 * @param divisions by layer the field with the code of the feature's division
 * @param rules in the order of the file; several of one id and layer are versions of it
 */
record QualityBook(int kept, int plates, Map<String, String> divisions, List<QualityRule> rules) {
    QualityBook {
        rules = List.copyOf(rules);
        divisions = Map.copyOf(divisions);
    }

    /** The rules on a layer in force at a day, in the order of the file. */
    List<QualityRule> inForce(String layer, LocalDate at) {
        Map<String, List<QualityRule>> versions = new LinkedHashMap<>();
        for (QualityRule rule : rules)
            if (rule.layer().equals(layer))
                versions.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
        return versions.values().stream()
                .map(each -> InForce.choose(each, QualityRule::held, at, null))
                .flatMap(Optional::stream)
                .toList();
    }
}
