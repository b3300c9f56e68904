package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.cuntu.engine.measure.Area;

/** Units in which plans state areas, by how they are written; 1 公顷 = 15 亩. */
final class AreaUnit {
    private static final BigDecimal MU = new BigDecimal("2000");
    private static final BigDecimal THREE = new BigDecimal("3");
    private static final int EXACT = 12;

    /** Square metres of one; 亩, which is no whole number of them, is reckoned apart. */
    private static final Map<String, Long> SQUARE_METRES = Map.ofEntries(
            Map.entry("m²", 1L),
            Map.entry("㎡", 1L),
            Map.entry("m2", 1L),
            Map.entry("平方米", 1L),
            Map.entry("公顷", 10_000L),
            Map.entry("ha", 10_000L),
            Map.entry("hm²", 10_000L),
            Map.entry("hm2", 10_000L),
            Map.entry("万公顷", 100_000_000L),
            Map.entry("km²", 1_000_000L),
            Map.entry("km2", 1_000_000L),
            Map.entry("平方公里", 1_000_000L),
            Map.entry("平方千米", 1_000_000L));

    private AreaUnit() {}

    static boolean isKnown(String unit) {
        return unit.equals("亩") || unit.equals("万亩") || SQUARE_METRES.containsKey(unit);
    }

    /** An area in a unit, with more places than anybody states. */
    static BigDecimal in(Area area, String unit) {
        return fromSquareMetres(area.toBigDecimal(), unit);
    }

    /** What a number of one unit is in another; empty when one of them is no unit of areas. */
    static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) return Optional.of(value);
        if (!isKnown(from) || !isKnown(to)) return Optional.empty();
        return Optional.of(fromSquareMetres(toSquareMetres(value, from), to));
    }

    /** As an area; empty when it is no unit of areas. */
    static Optional<Area> area(BigDecimal value, String unit) {
        return isKnown(unit) ? Optional.of(Area.ofSquareMetres(toSquareMetres(value, unit))) : Optional.empty();
    }

    private static BigDecimal toSquareMetres(BigDecimal value, String unit) {
        Long metres = SQUARE_METRES.get(unit);
        if (metres != null) return value.multiply(BigDecimal.valueOf(metres));
        BigDecimal mu = unit.equals("万亩") ? value.movePointRight(4) : value;
        return mu.multiply(MU).divide(THREE, EXACT, RoundingMode.HALF_UP);
    }

    private static BigDecimal fromSquareMetres(BigDecimal area, String unit) {
        Long metres = SQUARE_METRES.get(unit);
        if (metres != null) return area.divide(BigDecimal.valueOf(metres), EXACT, RoundingMode.HALF_UP);
        BigDecimal mu = area.multiply(THREE).divide(MU, EXACT, RoundingMode.HALF_UP);
        return unit.equals("万亩") ? mu.movePointLeft(4) : mu;
    }
}
