package org.cuntu.outward.supervision.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.cuntu.outward.supervision.ProcessFigures.Done;
import org.jspecify.annotations.Nullable;

/** Adds up what was done. What took an unknown number of days is counted as finished and in no average. Not thread safe. */
final class DoneSum {
    private int finished;
    private int known;
    private int onTime;
    private int early;
    private long used;
    private long limit;
    private long statutory;

    void add(DoneTable.Item item, OptionalInt days) {
        int alike = item.alike();
        finished += alike;
        limit += (long) alike * item.limit();
        statutory += (long) alike * item.statutory();
        if (days.isEmpty()) return;
        known += alike;
        used += (long) alike * days.getAsInt();
        if (days.getAsInt() <= item.limit()) onTime += alike;
        if (days.getAsInt() < item.limit()) early += alike;
    }

    Done done() {
        if (finished == 0) return Done.NONE;
        return new Done(
                finished,
                percent(onTime, known),
                percent(early, known),
                average(),
                divided(limit, finished),
                statutory == 0 ? null : divided(statutory, finished),
                statutory == 0 ? null : percent(statutory - limit, statutory));
    }

    @Nullable
    BigDecimal average() {
        return divided(used, known);
    }

    int finished() {
        return finished;
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return divided(100 * part, whole);
    }

    private static @Nullable BigDecimal divided(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
