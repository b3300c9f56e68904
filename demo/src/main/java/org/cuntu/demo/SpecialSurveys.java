package org.cuntu.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;

/**
 * Special surveys (专项调查): grassland with its vegetation cover, waters with their quality, underground space below towns, and what the
 * ground is made of. Where they lie follows from the land cover; every value is invented.
 */
final class SpecialSurveys {
    private static final String INVENTED = "（演示，虚构） invented";
    private static final String[] GRASS = {"暖性草丛", "热性草丛", "热性灌草丛"};
    private static final String[] QUALITY = {"Ⅱ类", "Ⅱ类", "Ⅲ类", "Ⅲ类", "Ⅳ类"};
    private static final String[] WATERS = {"", "河流", "水库", "坑塘"};
    private static final String[] UNDERGROUND = {"地下停车", "地下商业", "地下人防", "地下管廊"};
    private static final String[] SUBSTRATES = {"", "岩石", "砾质", "土质", "泥质"};
    /** Of each substrate, tenths of a metre: least, and how much more there may be. */
    private static final int[][] THICKNESS = {{0, 0}, {1, 4}, {3, 20}, {5, 25}, {8, 40}};

    private final CityModel city;

    SpecialSurveys(CityModel city) {
        this.city = city;
    }

    List<DemoLayer> all() {
        LocalDate from = LocalDate.of(2025, 12, 31);
        return List.of(
                new DemoLayer(Fields.CDDC, from, "草地专项调查" + INVENTED, city.coverage(), this::grass),
                new DemoLayer(Fields.SYDC, from, "水资源专项调查" + INVENTED, city.coverage(), this::waters),
                new DemoLayer(Fields.DXKJDC, from, "地下空间专项调查" + INVENTED, city.coverage(), this::underground),
                new DemoLayer(Fields.DBJZDC, from, "地表基质专项调查" + INVENTED, city.coverage(), this::substrate));
    }

    private static BigDecimal tenths(int value) {
        return BigDecimal.valueOf(value, 1);
    }

    private Stream<Feature> grass() {
        Identifiers ids = new Identifiers("2950");
        return city.townlands.stream().flatMap(t -> t.patches().stream()
                .filter(p -> p.dlbm().startsWith("04"))
                .map(p -> Feature.of(
                        p.polygon,
                        ids.next(city.countyCode(t)),
                        t.township().name() + "草地（演示）",
                        GRASS[city.dice.below(GRASS.length, 501, p.village.index(), p.number)],
                        tenths(420 + city.dice.below(500, 502, p.village.index(), p.number)))));
    }

    private Stream<Feature> waters() {
        ToIntFunction<Patch> key = p -> switch (p.dlbm()) {
            case "1101" -> 1;
            case "1103" -> 2;
            case "1104" -> 3;
            default -> 0;
        };
        Identifiers ids = new Identifiers("2951");
        return city.townlands.stream().flatMap(t -> {
            List<Feature> features = new ArrayList<>();
            Unions.by(t.patches(), key)
                    .forEach((k, union) -> features.add(Feature.of(
                            union,
                            ids.next(city.countyCode(t)),
                            t.township().name() + WATERS[k] + "（演示）",
                            WATERS[k],
                            QUALITY[
                                    city.dice.below(
                                            QUALITY.length, 503, t.township().index(), k)])));
            return features.stream();
        });
    }

    /** Below few of the towns' blocks. */
    private Stream<Feature> underground() {
        Identifiers ids = new Identifiers("2952");
        return city.townlands.stream().flatMap(t -> t.patches().stream()
                .filter(p -> p.kind == CutLines.Kind.LAND
                        && p.isTown()
                        && city.dice.unit(504, p.village.index(), p.number) < 0.03)
                .map(p -> {
                    String use = UNDERGROUND[city.dice.below(UNDERGROUND.length, 505, p.village.index(), p.number)];
                    return Feature.of(
                            p.polygon,
                            ids.next(city.countyCode(t)),
                            t.township().name() + use + "（演示）",
                            use,
                            tenths(45 + city.dice.below(100, 506, p.village.index(), p.number)));
                }));
    }

    /** Outside the towns. */
    private Stream<Feature> substrate() {
        ToIntFunction<Patch> key = p -> {
            String dlbm = p.dlbm();
            if (p.kind != CutLines.Kind.LAND || p.site.urban() > 0) return 0;
            if (dlbm.startsWith("11") || dlbm.startsWith("00")) return 4;
            if (dlbm.startsWith("01") || dlbm.startsWith("02")) return 3;
            return p.slope() >= 5 ? 1 : p.slope() == 4 ? 2 : 3;
        };
        Identifiers ids = new Identifiers("2953");
        return city.townlands.stream().flatMap(t -> {
            List<Feature> features = new ArrayList<>();
            Unions.by(t.patches(), key).forEach((k, union) -> {
                int more = city.dice.below(THICKNESS[k][1], 507, t.township().index(), k);
                features.add(Feature.of(
                        union,
                        ids.next(city.countyCode(t)),
                        t.township().name() + SUBSTRATES[k] + "基质（演示）",
                        SUBSTRATES[k],
                        tenths(THICKNESS[k][0] + more)));
            });
            return features.stream();
        });
    }
}
