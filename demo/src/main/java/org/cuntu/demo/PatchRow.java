package org.cuntu.demo;

import java.math.BigDecimal;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.measure.Area;

/** Writes a patch with the fields of DLTB, so that the integrity rules of the survey database hold. */
final class PatchRow {
    private final Dice dice;
    private final long year;

    /**
     * @param year the survey's: SJNF
     */
    PatchRow(Dice dice, int year) {
        this.dice = dice;
        this.year = year;
    }

    Feature of(Divisions.Township t, Patch p) {
        String county = t.county().code();
        String dlbm = p.dlbm();
        BigDecimal area = new Area(p.bookArea).toBigDecimal();
        BigDecimal ratio = Figures.ridgeRatio(dice, t.county().index(), p);
        BigDecimal ridges = ratio == null ? Figures.decimal("0.00") : Figures.deducted(area, ratio);
        boolean tilled = LandClasses.isCropland(dlbm);
        boolean collective = isCollective(p);
        String number = "0000" + p.number;
        String planting = tilled ? planting(p) : null;
        boolean riverside = tilled && p.site.flood() == 2;
        return Feature.of(
                p.polygon,
                Identifiers.of(county, "2110", p.serial),
                "2001010100",
                null,
                number.substring(number.length() - Math.max(4, number.length() - 4)),
                dlbm,
                LandClasses.survey(dlbm),
                collective ? "30" : p.isTown() ? "20" : "10",
                collective ? p.village.unitCode() : county + "0000000000000",
                collective ? p.village.name() : t.county().name() + "国有土地",
                p.village.unitCode(),
                p.village.name(),
                area,
                ratio == null ? null : "1203",
                ratio,
                ridges,
                area.subtract(ridges),
                ratio == null ? null : Figures.isTerrace(p) ? "TT" : "PD",
                tilled ? String.valueOf(p.slope()) : null,
                width(p),
                riverside ? "HDGD" : null,
                riverside ? "河道耕地" : null,
                planting,
                planting == null ? null : plantingName(planting),
                tilled ? (Long) (long) (4 + p.slope() + dice.below(3, 202, p.village.index(), p.number)) : null,
                null,
                settlement(p),
                year,
                "00",
                null,
                "演示数据，虚构");
    }

    private static boolean isCollective(Patch p) {
        return switch (p.kind) {
            case RAILWAY, ROAD, STREET, RIVER -> false;
            case LAND -> !p.isTown() && !p.dlbm().equals("1106");
        };
    }

    private String planting(Patch p) {
        double h = dice.unit(203, p.village.index(), p.number);
        if (h < 0.66) return "LS";
        if (h < 0.84) return "FLS";
        return h < 0.95 ? "LYFL" : "WG";
    }

    private static String plantingName(String code) {
        return switch (code) {
            case "LS" -> "种植粮食作物";
            case "FLS" -> "种植非粮食作物";
            case "LYFL" -> "粮与非粮轮作";
            default -> "未耕种";
        };
    }

    private static @org.jspecify.annotations.Nullable BigDecimal width(Patch p) {
        return switch (p.kind) {
            case RAILWAY -> Figures.decimal("30.0");
            case ROAD -> Figures.decimal("18.0");
            case STREET -> Figures.decimal("22.0");
            case RIVER, LAND -> null;
        };
    }

    private @org.jspecify.annotations.Nullable String settlement(Patch p) {
        if (p.dlbm().equals("0602")) return "204";
        if (p.dlbm().equals("09")) return "205";
        if (p.isTown()) return p.site.town() < Towns.CORE_CENTRES ? "201" : "202";
        return p.dlbm().equals("0702") ? "203" : null;
    }
}
