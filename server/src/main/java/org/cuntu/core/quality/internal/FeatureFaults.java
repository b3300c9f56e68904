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

    /** The rule could not be asked, for want of this layer. */
    void notAnswered(String layer);
}
