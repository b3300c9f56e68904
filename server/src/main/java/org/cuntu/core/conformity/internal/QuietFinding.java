package org.cuntu.core.conformity.internal;

import org.cuntu.core.conformity.Finding;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * All that the text of a finding is made of that took no ground and was given nothing.
 *
 * @param ruleSet its hash: the documents' names are the set's
 * @param rule the very one: a set keeps its own
 */
record QuietFinding(String language, String ruleSet, VerySame<Rule> rule, Verdict verdict, boolean satisfied) {
    /** Null: it is one of its own. */
    static @Nullable QuietFinding of(Finding finding, String ruleSet, String language) {
        boolean quiet = finding.area().isZero()
                && finding.areaWithSlivers().isZero()
                && finding.hectares() == 0
                && finding.share().hundredthsOfPercent() == 0
                && finding.pieces().isEmpty()
                && finding.given().isEmpty()
                && finding.asks().isEmpty()
                && finding.papers().isEmpty()
                && finding.needs().equals(finding.rule().needs());
        if (!quiet) return null;
        return new QuietFinding(
                language, ruleSet, new VerySame<>(finding.rule()), finding.verdict(), finding.isSatisfied());
    }
}
