package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a proposal's round: all of it of the same versions.
 *
 * @param ledgers GROSS, and NET where the line has a ratio
 * @param soil the changed ground by survey class and county
 * @param used by layer code the hash of the version that was asked
 */
public record ProposalFindings(
        Instant at,
        Changed changed,
        List<AreaLedger> ledgers,
        List<Soil> soil,
        List<RuleAnswer> answers,
        Affected affected,
        Map<String, String> used) {
    public ProposalFindings {
        ledgers = List.copyOf(ledgers);
        soil = List.copyOf(soil);
        answers = List.copyOf(answers);
        used = Map.copyOf(used);
    }

    public List<RuleAnswer> stopping() {
        return answers.stream().filter(RuleAnswer::stops).toList();
    }

    /**
     * The ground that changes.
     *
     * @param in, out GeoJSON of ground that comes into the line and that leaves it; null: none
     * @param added, reshaped, removed features
     * @param box west, south, east, north of both; empty: nothing changes
     */
    public record Changed(
            @Nullable Map<String, Object> in,
            @Nullable Map<String, Object> out,
            Area inArea,
            Area outArea,
            int added,
            int reshaped,
            int removed,
            List<Double> box) {}

    /** Changed ground of a survey class. */
    public record Soil(String county, String code, Area out, Area in) {}
}
