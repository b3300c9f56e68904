package org.cuntu.outward.publicservice;

import org.jspecify.annotations.Nullable;

/**
 * How satisfied people are, over a while. Who does not rate is not counted as satisfied. Rates are percent with one place; null
 * where there is nothing to take them of.
 *
 * @param ended cases that came to their end
 * @param rated of these the rated ones
 * @param good ratings of the levels 5, 4 and 3
 * @param answered low ones that were answered
 * @param inTime of these those answered by their day
 */
public record Rates(int ended, int rated, int good, int low, int answered, int inTime) {
    /** 主动评价率 */
    public @Nullable String ratedRate() {
        return rate(rated, ended);
    }

    /** 好评率 */
    public @Nullable String goodRate() {
        return rate(good, good + low);
    }

    /** 差评整改率 */
    public @Nullable String answeredRate() {
        return rate(answered, low);
    }

    /** 按期整改率 */
    public @Nullable String inTimeRate() {
        return rate(inTime, answered);
    }

    /** Rounded half up to a tenth, but 100.0 only when nothing is wanting. */
    private static @Nullable String rate(int part, int whole) {
        if (whole == 0) return null;
        long tenths = (2000L * part + whole) / (2L * whole);
        if (tenths >= 1000 && part < whole) tenths = 999;
        return tenths / 10 + "." + tenths % 10;
    }
}
