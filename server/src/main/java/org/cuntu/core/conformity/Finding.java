package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.core.rules.Paper;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a site.
 *
 * @param area of the leaves that the rule took, without slivers, cropland net of its ridges; for an overlapping layer at
 *     most what is occupied, counted once
 * @param areaWithSlivers the same with slivers
 * @param hectares of {@code area}, in 0.0001 ha
 * @param pieces the leaves that the rule took, without slivers; empty where its test does not hold
 * @param given those of {@code needs} that the request names or states
 * @param needs the types of documents that satisfy it: the rule's, or those of the cells of the conversion matrix
 * @param asks facts of the project without which it is not answered
 * @param papers the stated documents of these types, each with what it lacks; where all needs are met the verdict is PASS
 */
public record Finding(
        Rule rule,
        Verdict verdict,
        Area area,
        Area areaWithSlivers,
        long hectares,
        Share share,
        List<Piece> pieces,
        List<String> given,
        List<String> needs,
        List<String> asks,
        List<Paper> papers) {
    /**
     * A leaf that the rule took, and how much of it.
     *
     * @param zone number of the plan zone's feature in which the part taken lies; {@link #NO_ZONE} where none lies; null: the
     *     leaf was taken whole
     */
    public record Piece(Leaf leaf, Area area, @Nullable Integer zone) {
        public static final int NO_ZONE = -1;
    }

    public Finding {
        pieces = List.copyOf(pieces);
        given = List.copyOf(given);
        needs = List.copyOf(needs);
        asks = List.copyOf(asks);
        papers = List.copyOf(papers);
    }

    /** Whether every document needed is named in the request; a name alone proves nothing, the verdict stays conditional. */
    public boolean isSatisfied() {
        return verdict == Verdict.CONDITIONAL && !needs.isEmpty() && given.containsAll(needs);
    }

    /** Whether it passes because stated documents prove it. */
    public boolean isProved() {
        return verdict == Verdict.PASS && !papers.isEmpty();
    }
}
