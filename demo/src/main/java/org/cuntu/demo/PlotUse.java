package org.cuntu.demo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the detailed plan says of a plot.
 *
 * @param code YDYH2023
 * @param compatible codes joined by '/', null when none
 * @param isNew planned, not there yet
 */
record PlotUse(
        String code,
        @Nullable String compatible,
        @Nullable BigDecimal ratio,
        @Nullable BigDecimal coverage,
        @Nullable BigDecimal green,
        @Nullable BigDecimal height,
        boolean isNew) {

    static PlotUse of(CityModel city, Patch p) {
        double h = city.dice.unit(131, p.village.index(), p.number);
        return switch (p.dlbm()) {
            case "0601" -> industry(false);
            case "0508" -> of("1101", "1001", 1.2, 50, 15, 30, false);
            case "0701" -> housing(h, false);
            case "05H1" ->
                h < 0.7 ? of("0901", "0902", 3.0, 45, 25, 80, false) : of("0902", "0901", 4.5, 45, 25, 120, false);
            case "08H1" -> of("0801", null, 1.8, 35, 35, 50, false);
            case "08H2" ->
                h < 0.7 ? of("0804", null, 1.0, 30, 35, 30, false) : of("0806", null, 1.8, 35, 35, 60, false);
            case "0809" -> of(h < 0.5 ? "1303" : "1302", null, 0.8, 40, 20, 24, false);
            case "0810" -> open("1401", false);
            case "1004" -> open("1207", false);
            default -> planned(h, p.site.slope() >= 4 || city.towns.isGreen(p), city.towns.isIndustrial(p));
        };
    }

    /** How a figure limits, or that it does not. */
    String operator(@Nullable BigDecimal figure, String word) {
        return figure == null ? "无" : word;
    }

    boolean isIndustry() {
        return code.equals("1001");
    }

    private static PlotUse planned(double h, boolean green, boolean industrial) {
        if (green) return open("1401", true);
        if (h < 0.06) return open("16", true);
        if (h < 0.14) return of("0804", null, 1.0, 30, 35, 30, true);
        if (h < 0.22) return open("1402", true);
        if (industrial) return industry(true);
        return h < 0.36 ? of("0901", "0902", 2.5, 45, 25, 60, true) : housing(h, true);
    }

    private static PlotUse industry(boolean isNew) {
        return of("1001", "1101", 1.6, 55, 15, 40, isNew);
    }

    private static PlotUse housing(double h, boolean isNew) {
        return of("0701", "0901", h < 0.5 ? 2.2 : 2.8, 25, 35, h < 0.5 ? 54 : 80, isNew);
    }

    private static PlotUse open(String code, boolean isNew) {
        return new PlotUse(code, null, null, null, null, null, isNew);
    }

    private static PlotUse of(
            String code,
            @Nullable String compatible,
            double ratio,
            int coverage,
            int green,
            int height,
            boolean isNew) {
        return new PlotUse(
                code,
                compatible,
                Figures.rounded(ratio, 2),
                Figures.rounded(coverage, 1),
                Figures.rounded(green, 1),
                Figures.rounded(height, 1),
                isNew);
    }
}
