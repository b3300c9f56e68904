package org.cuntu.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Geometry;

/** The three control lines and the nature reserves. They follow patch borders and never overlap one another. */
final class ControlLines {
    private static final String INVENTED = "（演示，虚构） invented";

    private final CityModel city;

    ControlLines(CityModel city) {
        this.city = city;
    }

    List<DemoLayer> all() {
        Geometry coverage = city.coverage();
        return List.of(
                new DemoLayer(
                        Fields.YJJBNTBHTB,
                        LocalDate.of(2026, 6, 18),
                        "永久基本农田保护图斑" + INVENTED,
                        coverage,
                        this::farmland),
                new DemoLayer(Fields.STBHHX, LocalDate.of(2023, 11, 2), "生态保护红线" + INVENTED, coverage, this::redLine),
                new DemoLayer(Fields.CZKFBJ, LocalDate.of(2026, 3, 9), "城镇开发边界" + INVENTED, coverage, this::boundary),
                new DemoLayer(Fields.ZRBHD, LocalDate.of(2023, 11, 2), "自然保护地" + INVENTED, coverage, this::reserves));
    }

    private Stream<Feature> farmland() {
        Identifiers ids = new Identifiers("2901");
        return city.townlands.stream()
                .flatMap(t -> t.patches().stream().filter(p -> p.zone == 300).map(p -> {
                    String id = ids.next(city.countyCode(t));
                    BigDecimal area = new Area(p.bookArea).toBigDecimal();
                    BigDecimal ratio =
                            Figures.ridgeRatio(city.dice, t.township().county().index(), p);
                    BigDecimal net = ratio == null ? area : area.subtract(Figures.deducted(area, ratio));
                    return Feature.of(
                            p.polygon, id, id.substring(10), p.dlbm(), LandClasses.survey(p.dlbm()), area, net, ratio);
                }));
    }

    private Stream<Feature> redLine() {
        Identifiers ids = new Identifiers("2902");
        List<Feature> features = new ArrayList<>();
        for (Divisions.County county : city.divisions.counties()) {
            List<Townland> mine = city.townlands.stream()
                    .filter(t -> t.township().county().equals(county))
                    .toList();
            Unions.across(mine, p -> p.zone == 100 ? 1 : 0)
                    .forEach((k, union) -> features.add(Feature.of(
                            union,
                            ids.next(county.code()),
                            county.code(),
                            county.name(),
                            county.name() + "山地水源涵养生态保护红线（演示）",
                            county.index() >= 7 ? "水源涵养" : "石漠化控制",
                            Figures.area(union))));
        }
        return features.stream();
    }

    private Stream<Feature> boundary() {
        Identifiers ids = new Identifiers("2903");
        Map<Integer, Geometry> unions = Unions.across(
                city.townlands, p -> p.zone >= 410 && p.zone <= 430 ? city.townKey(p) * 1000 + p.zone : 0);
        return unions.entrySet().stream()
                .map(e -> Feature.of(
                        e.getValue(),
                        ids.next("450200"),
                        String.valueOf(e.getKey() % 1000),
                        LandClasses.zone(e.getKey() % 1000),
                        Figures.area(e.getValue())));
    }

    private Stream<Feature> reserves() {
        Identifiers ids = new Identifiers("2904");
        return Unions.across(city.townlands, p -> p.site.reserve()).entrySet().stream()
                .map(e -> {
                    Zoning.Reserve reserve = city.cover.reserves().get(e.getKey() / 2 - 1);
                    return Feature.of(
                            e.getValue(),
                            ids.next("450200"),
                            reserve.name(),
                            reserve.rank(),
                            e.getKey() % 2 == 1 ? "核心保护区" : "一般控制区");
                });
    }
}
