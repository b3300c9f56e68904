package org.cuntu.engine.measure;

import java.math.BigDecimal;

/** A share in whole hundredths of a percent: 10,000 is the whole. Shares of one whole come from {@link Apportionment#shares}. */
public record Share(int hundredthsOfPercent) implements Comparable<Share> {
    public static final Share ZERO = new Share(0);
    public static final Share WHOLE = new Share(10_000);

    /** Percent with two places. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(hundredthsOfPercent, 2);
    }

    @Override
    public int compareTo(Share other) {
        return Integer.compare(hundredthsOfPercent, other.hundredthsOfPercent);
    }

    /** Percent with two places, no sign: {@code 7.34}. */
    @Override
    public String toString() {
        return percent().toPlainString();
    }
}
