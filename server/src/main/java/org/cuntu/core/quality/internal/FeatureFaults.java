package org.cuntu.core.quality.internal;

import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** Takes what is wrong with one feature or, of number −1, with the layer. */
interface FeatureFaults {
    /** Of no feature. */
    int LAYER = -1;

    void fault(
            int feature,
            @Nullable String other,
            @Nullable String value,
            @Nullable String expected,
            @Nullable Area area);

    /**
     * Of a feature that is not, or not alone, one of the layer's: a delivered row, a patch of the version before.
     *
     * @param feature what people call it; empty: the layer as a whole
     */
    void at(String feature, @Nullable String other, IssueSink.What what);

    /** The rule could not be asked, for want of this layer. */
    void notAnswered(String layer);
}
