package org.cuntu.business.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * What a plot's limits give on its LegalArea, whole 0.01 m². What must not be exceeded is rounded down, what must be reached up, so
 * that a printed figure never allows more than the plan. null: the plan sets no such limit, or it cannot be read.
 *
 * @param mostFloor 计容建筑面积 at most = area × floor area ratio
 * @param mostBase 建筑基底面积 at most = area × density
 * @param leastGreen 绿地面积 at least = area × green ratio
 */
public record PlotFigures(
        @Nullable Area mostFloor,
        @Nullable Area leastFloor,
        @Nullable Area mostBase,
        @Nullable Area leastBase,
        @Nullable Area mostGreen,
        @Nullable Area leastGreen) {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    public static PlotFigures of(Area area, PlotLimit ratio, PlotLimit density, PlotLimit green) {
        return new PlotFigures(
                times(area, ratio.most(), RoundingMode.FLOOR),
                times(area, ratio.reached(), RoundingMode.CEILING),
                times(area, percent(density.most()), RoundingMode.FLOOR),
                times(area, percent(density.reached()), RoundingMode.CEILING),
                times(area, percent(green.most()), RoundingMode.FLOOR),
                times(area, percent(green.reached()), RoundingMode.CEILING));
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal value) {
        return value == null ? null : value.divide(PERCENT);
    }

    private static @Nullable Area times(Area area, @Nullable BigDecimal factor, RoundingMode rounding) {
        if (factor == null) return null;
        return new Area(BigDecimal.valueOf(area.hundredths())
                .multiply(factor)
                .setScale(0, rounding)
                .longValueExact());
    }
}
