package org.cuntu.core.catalogue;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/** How often a layer is to be renewed (更新周期): the codes of the core metadata, security and sharing 6. */
public enum Cycle {
    REALTIME(Period.ofDays(1)),
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofDays(7)),
    MONTHLY(Period.ofMonths(1)),
    QUARTERLY(Period.ofMonths(3)),
    YEARLY(Period.ofYears(1)),
    /** Its length is said with it, or it has none: then the layer is renewed when there is cause. */
    OTHER(null);

    private final @Nullable Period length;

    Cycle(@Nullable Period length) {
        this.length = length;
    }

    /** Null for {@link #OTHER}. */
    public @Nullable Period length() {
        return length;
    }
}
