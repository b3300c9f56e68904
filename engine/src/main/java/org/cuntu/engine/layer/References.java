package org.cuntu.engine.layer;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.cuntu.engine.measure.FieldIntegral;

/**
 * The field integrals from which running sums are counted: one for each hundredth of a degree of latitude, made once. A
 * shape counts from the hundredth nearest to its middle, which keeps its running sums small. Thread safe.
 */
public final class References {
    private static final AtomicReferenceArray<FieldIntegral> MADE = new AtomicReferenceArray<>(18_001);

    /** Added and taken off again it leaves the nearest whole number, the even one of two. */
    private static final double ROUNDING = 0x1.8p52;

    private References() {}

    /** The hundredth of a degree nearest to a latitude. */
    public static int nearest(double latitude) {
        double on = latitude > 90 ? 90 : latitude < -90 ? -90 : latitude;
        return (int) (on * 100 + ROUNDING - ROUNDING);
    }

    /** The integral counted from a latitude given in hundredths of a degree. */
    public static FieldIntegral at(int hundredths) {
        FieldIntegral made = MADE.get(hundredths + 9000);
        if (made != null) return made;
        FieldIntegral fresh = FieldIntegral.from(hundredths / 100.0);
        MADE.set(hundredths + 9000, fresh);
        return fresh;
    }

    /**
     * What changes when a running sum is counted from another latitude: m² for each degree of longitude gone since its
     * start.
     */
    public static double shift(int from, int to) {
        return from == to ? 0 : -at(from).part(to / 100.0, 1, 0);
    }
}
