package org.cuntu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * What other sectors watch over (专项): scenic areas, water sources, wetlands, public-benefit forest, rivers, minerals; and
 * farmland that seems drawn by mistake. Where they lie follows from the relief and the water; all of it is invented.
 */
final class SectorLayers {
    private static final String INVENTED = "（演示，虚构） invented";
    private static final String[] HILLS = {"青石", "龙背", "白面", "大茅", "石牛", "云盘", "鹰嘴", "葫芦", "狮子", "马鞍"};
    private static final String[] IMPORTANT = {"锰矿", "铅锌矿", "锡矿"};
    private static final String[] AREAS = {"重点勘查区", "重点开采区", "限制开采区"};
    private static final String[] REASONS = {"现状为建设用地", "坡度大于25度", "现状为林地", "位于河道管理范围内"};
    /** Name, level, longitude, latitude, mean radius in metres. */
    private static final String[][] SCENIC = {
        {"龙潭风景名胜区（演示）", "自治区级", "109.4250", "24.2650", "900"},
        {"鹿寨香桥风景名胜区（演示）", "国家级", "109.7350", "24.7600", "2600"},
        {"元宝山风景名胜区（演示）", "自治区级", "109.1700", "25.4200", "3400"},
        {"融水贝江风景名胜区（演示）", "自治区级", "109.2000", "25.0500", "2400"},
    };

    /** Name, longitude, latitude of an intake. */
    private static final String[][] INTAKES = {
        {"柳江上游水源地（演示）", "109.3200", "24.4300"},
        {"融江水源地（演示）", "109.3900", "25.0700"},
        {"洛清江水源地（演示）", "109.7400", "24.4800"},
    };

    private final CityModel city;

    SectorLayers(CityModel city) {
        this.city = city;
    }

    List<DemoLayer> all() {
        Geometry coverage = city.coverage();
        return List.of(
                layer(Fields.YJJBNTWHTB, LocalDate.of(2026, 6, 18), "永久基本农田疑似误划图斑", coverage, this::misdrawn),
                layer(Fields.FJMSQ, LocalDate.of(2023, 5, 8), "风景名胜区", coverage, this::scenic),
                layer(Fields.YYSSYBHQ, LocalDate.of(2024, 3, 15), "饮用水水源保护区", coverage, this::intakes),
                layer(Fields.SDFW, LocalDate.of(2024, 8, 1), "湿地", coverage, this::wetlands),
                layer(Fields.GYL, LocalDate.of(2025, 4, 1), "公益林", coverage, this::forest),
                layer(Fields.HHGLFW, LocalDate.of(2024, 7, 1), "河湖管理范围", coverage, this::rivers),
                layer(Fields.KCZYGHQ, LocalDate.of(2023, 12, 1), "矿产资源规划区", coverage, this::mineralPlan),
                layer(Fields.ZYKCFW, LocalDate.of(2025, 2, 1), "重要矿产资源范围", coverage, this::minerals),
                // older than its freshness limit on purpose: a layer that no rule reads, so that a site may conform all
                // the same
                layer(Fields.LSYLKS, LocalDate.of(2019, 6, 30), "历史遗留矿山", coverage, this::abandoned));
    }

    private static DemoLayer layer(
            LayerSchema schema,
            LocalDate from,
            String name,
            Geometry coverage,
            java.util.function.Supplier<Stream<Feature>> supply) {
        return new DemoLayer(schema, from, name + INVENTED, coverage, supply);
    }

    private Stream<Feature> misdrawn() {
        Identifiers ids = new Identifiers("2940");
        return city.townlands.stream().flatMap(t -> t.patches().stream()
                .filter(p -> p.zone == 300 && city.dice.unit(181, p.village.index(), p.number) < 0.004)
                .map(p -> Feature.of(
                        p.polygon,
                        ids.next(city.countyCode(t)),
                        String.valueOf(p.number),
                        REASONS[city.dice.below(REASONS.length, 182, p.village.index(), p.number)],
                        LocalDate.of(2026, 1 + city.dice.below(6, 183, p.village.index(), p.number), 12))));
    }

    private Stream<Feature> scenic() {
        Identifiers ids = new Identifiers("2941");
        return Stream.of(SCENIC)
                .map(s -> Feature.of(blob(s[2], s[3], Double.parseDouble(s[4]), 184), ids.next("450200"), s[0], s[1]));
    }

    /** 一级 lies in 二级: the layer may overlap itself. */
    private Stream<Feature> intakes() {
        Identifiers ids = new Identifiers("2942");
        return Stream.of(INTAKES)
                .flatMap(s -> Stream.of(
                        Feature.of(blob(s[1], s[2], 320, 185), ids.next("450200"), s[0], "一级"),
                        Feature.of(blob(s[1], s[2], 1_100, 186), ids.next("450200"), s[0], "二级")));
    }

    private Polygon blob(String lon, String lat, double reach, long salt) {
        double[] at = city.nearestGround(Frame.x(Double.parseDouble(lon)), Frame.y(Double.parseDouble(lat)));
        return Blob.of(city.dice, salt, at[0], at[1], reach, 18);
    }

    private Stream<Feature> wetlands() {
        return unions("2943", p -> p.dlbm().equals("1106") ? 1 : 0, "沿江湿地（演示）", new String[] {"", "河流湿地"});
    }

    private Stream<Feature> forest() {
        ToIntFunction<Patch> key = p -> !p.dlbm().startsWith("03") ? 0 : p.zone == 100 ? 1 : p.zone == 200 ? 2 : 0;
        return unions("2944", key, "公益林（演示）", new String[] {"", "国家级", "自治区级"});
    }

    private Stream<Feature> rivers() {
        ToIntFunction<Patch> key =
                p -> p.kind == CutLines.Kind.RIVER ? 1 : p.dlbm().equals("1103") ? 2 : 0;
        return unions("2945", key, "河湖管理范围（演示）", new String[] {"", "河道", "水库"});
    }

    private Stream<Feature> unions(String serial, ToIntFunction<Patch> key, String name, String[] kinds) {
        Identifiers ids = new Identifiers(serial);
        return city.townlands.stream().flatMap(t -> {
            List<Feature> features = new ArrayList<>();
            Unions.by(t.patches(), key)
                    .forEach((k, union) -> features.add(Feature.of(
                            union, ids.next(city.countyCode(t)), t.township().name() + name, kinds[k])));
            return features.stream();
        });
    }

    private Stream<Feature> mineralPlan() {
        Identifiers ids = new Identifiers("2946");
        return hills(187, 0.16, 900, 1_600)
                .map(h -> Feature.of(
                        h.area(),
                        ids.next(city.countyCode(h.of())),
                        h.of().township().name() + h.hill() + "岭矿产规划区（演示）",
                        AREAS[
                                city.dice.below(
                                        AREAS.length, 188, h.of().township().index(), 0)]));
    }

    private Stream<Feature> minerals() {
        Identifiers ids = new Identifiers("2947");
        return hills(189, 0.14, 500, 900).map(h -> {
            String mineral = IMPORTANT[
                    city.dice.below(IMPORTANT.length, 190, h.of().township().index(), 0)];
            return Feature.of(
                    h.area(),
                    ids.next(city.countyCode(h.of())),
                    h.of().township().name() + h.hill() + mineral + "床（演示）",
                    mineral);
        });
    }

    private Stream<Feature> abandoned() {
        Identifiers ids = new Identifiers("2948");
        return hills(191, 0.3, 120, 160)
                .map(h -> Feature.of(
                        h.area(),
                        ids.next(city.countyCode(h.of())),
                        h.of().township().name() + h.hill() + "岭旧采石场（演示）",
                        city.dice.unit(192, h.of().township().index()) < 0.5 ? "已治理" : "待治理"));
    }

    private record Hill(Townland of, Polygon area, String hill) {}

    /** At most one a township: around a steep patch outside the towns, the villages and the farmland. */
    private Stream<Hill> hills(long salt, double share, double least, double more) {
        List<Hill> hills = new ArrayList<>();
        for (Townland t : city.townlands) {
            int index = t.township().index();
            if (t.township().isStreet() || city.dice.unit(salt, index) > share) continue;
            Patch best = null;
            double most = 0;
            for (Patch p : t.patches()) {
                boolean hill = p.kind == CutLines.Kind.LAND && p.site.slope() >= 4 && p.site.urban() <= 0;
                double score = hill ? city.dice.unit(salt + 40, p.village.index(), p.number) : 0;
                if (score > most) {
                    most = score;
                    best = p;
                }
            }
            if (best == null) continue;
            var c = best.polygon.getInteriorPoint().getCoordinate();
            Polygon area = Blob.of(
                    city.dice, salt, Frame.x(c.x), Frame.y(c.y), least + more * city.dice.unit(salt + 80, index), 9);
            if (city.land.city.covers(area))
                hills.add(new Hill(t, area, HILLS[city.dice.below(HILLS.length, salt, index, 1)]));
        }
        return hills.stream();
    }
}
