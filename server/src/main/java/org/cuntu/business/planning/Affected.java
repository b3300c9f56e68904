package org.cuntu.business.planning;

import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;

/**
 * Whom a change concerns (受影响清单).
 *
 * @param reviews stored reviews that share ground with it, those whose conclusion changes first
 * @param plots features of the layers that the line names
 * @param more whether there are more of either than are listed
 */
public record Affected(List<Review> reviews, List<Plot> plots, boolean more) {
    public static final Affected NOBODY = new Affected(List.of(), List.of(), false);

    public Affected {
        reviews = List.copyOf(reviews);
        plots = List.copyOf(plots);
    }

    /**
     * A stored review, judged anew by its own rules on its own ground, once with the version in force and once with the
     * proposed one in place of the line's.
     *
     * @param layer code of the layer that changes; null in what was kept before it was said
     * @param by account of its maker
     * @param common ground that its site and the changed ground share
     * @param stored the conclusion it was kept with
     * @param before, after null when it could not be judged anew
     * @param areaBefore, areaAfter of its site on the line
     */
    public record Review(
            @org.jspecify.annotations.Nullable String layer,
            String id,
            String name,
            String by,
            Area common,
            Verdict stored,
            @org.jspecify.annotations.Nullable Verdict before,
            @org.jspecify.annotations.Nullable Verdict after,
            Area areaBefore,
            Area areaAfter) {
        public boolean changes() {
            return before != after || after == null;
        }
    }

    /** A feature of another layer. @param name zh, en of the layer */
    public record Plot(
            String layer, Map<String, String> name, String key, String label, Area common, List<Double> box) {}
}
