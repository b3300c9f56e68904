package org.cuntu.engine.matrix;

/**
 * Ground that is not what it was.
 *
 * @param before the earlier layer's feature; {@link #NONE} where there was none
 * @param after the later layer's feature; {@link #NONE} where there is none
 * @param area F, m²
 * @param perimeter length of its boundary, metres, for the sliver test 2·area/perimeter; 0 where a side is missing: such ground is what
 *     pieces leave over and has no outline of its own
 */
public record ChangedPlace(int before, int after, double area, double perimeter) {
    /** No feature. */
    public static final int NONE = -1;
}
