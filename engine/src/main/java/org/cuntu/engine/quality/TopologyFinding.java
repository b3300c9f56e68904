package org.cuntu.engine.quality;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One place where a layer is not as it should be.
 *
 * @param check what was looked for
 * @param feature the feature's number in the snapshot; of a gap that feature which bounds most of it; -1 for none
 * @param other the second feature of an overlap or gap, the other layer's where it is one of that; -1 for none
 * @param x longitude of a place on it, degrees; NaN for none
 * @param y latitude
 * @param bounds west, south, east, north of what is wrong; empty for none
 * @param area F of the ground that is wrong, m²: of overlap, gap, sliver, or what lies outside; NaN for none
 * @param length metres: of overlap, gap and sliver the width on the whole (2·area/perimeter); of points and borders how far apart; of a
 *     spike its shorter side; NaN for none
 * @param measure what is particular to the check: of a spike its angle in degrees, of a sliver its roundness, of parts and vertices their
 *     number, of an invalid feature the ordinal of {@link org.cuntu.engine.layer.Defect.Kind}; NaN for none
 * @param outline the ground that is wrong; null for points and whole features
 */
public record TopologyFinding(
        TopologyCheck check,
        int feature,
        int other,
        double x,
        double y,
        double[] bounds,
        double area,
        double length,
        double measure,
        @Nullable Geometry outline) {
    /** None. */
    public static final int NONE = -1;

    /**
     * Whether the check could not be made in full: its layer is so broken (more than {@link TopologySweep#MOST_FREE} corners of edges without
     * a counterpart) that gaps cannot be told. Then it is not answered, and has neither feature nor place.
     */
    public boolean isUndecided() {
        return feature == NONE && area != area;
    }

    static TopologyFinding undecided(TopologyCheck check) {
        return new TopologyFinding(
                check, NONE, NONE, Double.NaN, Double.NaN, new double[0], Double.NaN, Double.NaN, Double.NaN, null);
    }

    static TopologyFinding point(TopologyCheck check, int feature, double x, double y, double length, double measure) {
        double[] bounds = x == x ? new double[] {x, y, x, y} : new double[0];
        return new TopologyFinding(check, feature, NONE, x, y, bounds, Double.NaN, length, measure, null);
    }
}
