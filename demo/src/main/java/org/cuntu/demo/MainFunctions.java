package org.cuntu.demo;

import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.jspecify.annotations.Nullable;

/** One polygon a township with an invented main function (主体功能): streets and the core's counties are urban, hills ecological. */
final class MainFunctions {
    private static final String FARMING = "农产品主产区";
    private static final String ECOLOGY = "重点生态功能区";
    private static final String URBAN = "城市化地区";
    private static final long SALT = 431;
    private static final double MINERALS = 0.08;
    private static final double HERITAGE = 0.16;

    private MainFunctions() {}

    static Stream<Feature> of(CityModel city) {
        Identifiers ids = new Identifiers("2914");
        return city.townlands.stream()
                .map(t -> Feature.of(
                        t.outline(),
                        ids.next(city.countyCode(t)),
                        t.township().code(),
                        t.township().name(),
                        main(t.township()),
                        overlaid(city.dice.unit(SALT, t.township().index())),
                        t.control().toBigDecimal()));
    }

    private static String main(Divisions.Township township) {
        if (township.isStreet()) return URBAN;
        return switch (township.county().code()) {
            case "450202", "450203", "450204", "450205" -> URBAN;
            case "450225", "450226" -> ECOLOGY;
            case "450224" -> township.isTown() ? FARMING : ECOLOGY;
            default -> FARMING;
        };
    }

    private static @Nullable String overlaid(double chance) {
        if (chance < MINERALS) return "能源资源富集区";
        return chance < HERITAGE ? "历史文化资源富集区" : null;
    }
}
