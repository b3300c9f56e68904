package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.engine.clearing.Clearing;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * How a site that fails can be got out of its conflicts (最小避让): moved as a whole, or cut. Both are proposals: they are
 * reviewed anew like any site, and the reviews are part of the answer.
 *
 * @param rules the rules that fail where the site is drawn; empty: nothing has to be avoided
 * @param area the ground of these conflicts, counted once, scaled to the LegalArea
 * @param most the longest move that was looked for, metres
 * @param shift what the search came to; null when nothing has to be avoided
 * @param moved the site there; null unless a move was found
 * @param cutOut what remains of the site without the conflicts; null when nothing has to be avoided or nothing remains
 */
public record Avoidance(
        List<String> rules,
        Area area,
        double most,
        @Nullable Clearing shift,
        @Nullable Proposal moved,
        @Nullable Proposal cutOut) {
    /**
     * Another site in place of the drawn one, with its review.
     *
     * @param parts what the plots consist of: the LegalArea of each separate part, largest first
     */
    public record Proposal(Crs crs, List<Plot> plots, List<Area> parts, ReviewResult review) {
        public Proposal {
            plots = List.copyOf(plots);
            parts = List.copyOf(parts);
        }
    }

    public Avoidance {
        rules = List.copyOf(rules);
    }
}
