package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;

/**
 * What a rule says of a site.
 *
 * @param area of the leaves that the rule took, without slivers, cropland net of its ridges; for an overlapping layer at
 *     most what is occupied, counted once
 * @param areaWithSlivers the same with slivers
 * @param hectares of {@code area}, in 0.0001 ha
 * @param pieces the leaves that the rule took, without slivers; empty when it passes
 * @param given those of the rule's {@code needs} that the request names; the verdict stays conditional all the same
 */
public record Finding(
        Rule rule,
        Verdict verdict,
        Area area,
        Area areaWithSlivers,
        long hectares,
        Share share,
        List<Piece> pieces,
        List<String> given) {
    /** A leaf that the rule took, and how much of it. */
    public record Piece(Leaf leaf, Area area) {}

    public Finding {
        pieces = List.copyOf(pieces);
        given = List.copyOf(given);
    }

    /** Whether every document that the rule needs is named in the request. */
    public boolean isSatisfied() {
        return verdict == Verdict.CONDITIONAL && !rule.needs().isEmpty() && given.containsAll(rule.needs());
    }
}
