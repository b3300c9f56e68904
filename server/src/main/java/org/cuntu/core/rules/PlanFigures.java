package org.cuntu.core.rules;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project's figures that the detailed plan limits (规划指标), of the whole project or of one of its plots; null: not stated.
 *
 * @param floorAreaRatio 容积率
 * @param density 建筑密度, percent
 * @param green 绿地率, percent
 * @param height 建筑高度, metres
 * @param useShare share of the floor area that the stated purpose takes, percent
 */
public record PlanFigures(
        @Nullable BigDecimal floorAreaRatio,
        @Nullable BigDecimal density,
        @Nullable BigDecimal green,
        @Nullable BigDecimal height,
        @Nullable BigDecimal useShare) {
    public static final PlanFigures NONE = new PlanFigures(null, null, null, null, null);

    /** By the names that rules and requests use; null where not stated. */
    public Map<String, @Nullable BigDecimal> byName() {
        Map<String, @Nullable BigDecimal> map = new LinkedHashMap<>();
        map.put("floorAreaRatio", floorAreaRatio);
        map.put("density", density);
        map.put("green", green);
        map.put("height", height);
        map.put("useShare", useShare);
        return map;
    }

    /** These, and where one is not stated that of the other. */
    public PlanFigures or(PlanFigures other) {
        return new PlanFigures(
                floorAreaRatio == null ? other.floorAreaRatio : floorAreaRatio,
                density == null ? other.density : density,
                green == null ? other.green : green,
                height == null ? other.height : height,
                useShare == null ? other.useShare : useShare);
    }
}
