package org.cuntu.business.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The units of the survey's tables: 1 公顷 = 10,000 m², 1 亩 = 2000/3 m² (handbook area computation 3.7). A printed figure is a whole
 * number of the last place that is printed.
 */
public enum AreaUnit {
    /** 平方米, always two places. */
    M2(1, 1),
    /** 公顷. */
    HA(1_000_000, 1),
    /** 亩. */
    MU(200_000, 3);

    /** Hundredths of a square metre in so many units. */
    private final long hundredths;

    private final long units;

    AreaUnit(long hundredths, long units) {
        this.hundredths = hundredths;
        this.units = units;
    }

    /**
     * An area in whole last places, rounded half up: for the one figure to which all others are balanced.
     *
     * @param area hundredths of a square metre, not negative
     * @param places of the unit; of m² nothing else than 2
     */
    public long steps(long area, int places) {
        if (this == M2) return area;
        return BigDecimal.valueOf(area)
                .multiply(BigDecimal.valueOf(units))
                .movePointRight(places)
                .divide(BigDecimal.valueOf(hundredths), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The word in addresses and JSON: m2, ha, mu. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
