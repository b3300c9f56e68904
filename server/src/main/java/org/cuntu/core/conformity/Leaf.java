package org.cuntu.core.conformity;

import java.util.Map;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * One part of the site by one layer; the leaves of a coverage or disjoint layer add up to the site in m², in hectares and
 * in percent.
 *
 * @param plot position of the plot in the site
 * @param feature number in the snapshot; -1 for a computed leaf
 * @param area apportioned to the plot's LegalArea
 * @param ridge the field ridge (田坎) inside, round2(area × KCXS); zero where nothing is deducted
 * @param hectares in 0.0001 ha, ridge included, apportioned over the project
 * @param ridgeHectares of these the ridge
 * @param ridgeShare of {@code share} the ridge
 * @param perimeter metres, of a piece
 * @param sliver small by area and width (边界误差): in every sum, not seen by rules unless the layer counts slivers
 * @param fields the feature's values by field code
 */
public record Leaf(
        int plot,
        Kind kind,
        int feature,
        Area area,
        Area ridge,
        long hectares,
        long ridgeHectares,
        Share share,
        Share ridgeShare,
        double perimeter,
        boolean sliver,
        Map<String, @Nullable Object> fields) {
    /** How the leaf came about. */
    public enum Kind {
        /** The part of a feature. */
        PIECE("piece"),
        /** Ground inside the coverage without a feature. */
        REST("rest"),
        /** Ground that the layer does not cover. */
        OUTSIDE_COVERAGE("outside-coverage");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** A text value; empty when there is none. */
    public String text(String field) {
        Object value = fields.get(field);
        return value == null ? "" : value.toString();
    }
}
