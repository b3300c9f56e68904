package org.cuntu.business.planning;

import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Verdict;

/**
 * A rule that the ground of a sector plan is put to (衔接规则).
 *
 * @param rule what is looked at
 * @param failing FAIL, CONDITIONAL or INFO: what not passing means
 * @param needsZh, needsEn what a condition asks for; empty for others
 */
public record SectorRule(LineRule rule, Verdict failing, String needsZh, String needsEn) {
    /** What was found by it. @param counties area by county; parts add up to the answer's area */
    public record Answer(SectorRule rule, Verdict verdict, RuleAnswer found, List<CountyArea> counties) {
        public Answer {
            counties = List.copyOf(counties);
        }

        public boolean stops() {
            return verdict == Verdict.FAIL || verdict == Verdict.NOT_ANSWERED;
        }
    }

    /** @param county six digits; empty: in none */
    public record CountyArea(String county, org.cuntu.engine.measure.Area area) {}

    /** What an outcome means. */
    public Verdict verdict(RuleAnswer.Outcome outcome) {
        return switch (outcome) {
            case PASS -> Verdict.PASS;
            case FAIL -> failing;
            case INFO -> Verdict.INFO;
            case NOT_ANSWERED -> Verdict.NOT_ANSWERED;
        };
    }

    /** zh, en. */
    public Map<String, String> needs() {
        return Map.of("zh", needsZh, "en", needsEn);
    }
}
