package org.cuntu.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Geometry;

/** Areas and ridge deductions as the survey writes them (handbook, area computation 3.5). */
final class Figures {
    private Figures() {}

    static BigDecimal area(Geometry g) {
        double sum = 0;
        for (var part : Unions.parts(g)) sum += Patch.area(part);
        return Area.ofSquareMetres(sum).toBigDecimal();
    }

    /** The invented ratio of ridges: one for each county, slope class and type; null when none is deducted. */
    static @org.jspecify.annotations.Nullable BigDecimal ridgeRatio(Dice dice, int county, Patch p) {
        if (!LandClasses.isCropland(p.dlbm()) || p.slope() < 2) return null;
        boolean terrace = isTerrace(p);
        double ratio = 0.015
                + 0.032 * (p.slope() - 1)
                + (terrace ? 0.028 : 0)
                + 0.01 * dice.unit(201, county, p.slope() * 2L + (terrace ? 1 : 0));
        return BigDecimal.valueOf(ratio).setScale(4, RoundingMode.HALF_UP);
    }

    /** Terraces (TT) where rice is grown on slopes or it is steep; slopes (PD) elsewhere. */
    static boolean isTerrace(Patch p) {
        return p.dlbm().equals("0101") || p.slope() >= 4;
    }

    static BigDecimal deducted(BigDecimal area, BigDecimal ratio) {
        return area.multiply(ratio).setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    /** A number with this many places, from a double that need not be exact. */
    static BigDecimal rounded(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    }
}
