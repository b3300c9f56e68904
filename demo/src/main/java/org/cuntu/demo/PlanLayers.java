package org.cuntu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Plan zones, detailed-plan plots, the city's coloured lines and the conservation lines. */
final class PlanLayers {
    private static final String INVENTED = "（演示，虚构） invented";
    private static final String[][] HERITAGE = {
        {"旧城骑楼历史文化街区（演示）", "自治区级", "109.4130", "24.3080"},
        {"江滨工业遗产历史地段（演示）", "市级", "109.4035", "24.3290"},
        {"拉堡古圩传统村落（演示）", "市级", "109.3330", "24.2540"},
        {"中渡古镇传统村落（演示）", "国家级", "109.6750", "24.7260"},
        {"丹洲古城传统村落（演示）", "国家级", "109.4900", "25.5200"},
        {"林溪风雨桥群（演示）", "国家级", "109.6500", "25.9000"},
    };

    private static final String[] LINES = {"", "绿线", "蓝线", "黄线", "红线"};

    private final CityModel city;

    PlanLayers(CityModel city) {
        this.city = city;
    }

    List<DemoLayer> all() {
        Geometry coverage = city.coverage();
        return List.of(
                new DemoLayer(Fields.GHFQ, LocalDate.of(2023, 11, 2), "国土空间总体规划分区" + INVENTED, coverage, this::zones),
                new DemoLayer(Fields.KGDK, LocalDate.of(2026, 10, 15), "详细规划地块" + INVENTED, coverage, this::plots),
                new DemoLayer(
                        Fields.CSSX, LocalDate.of(2024, 6, 30), "城市四线与道路红线" + INVENTED, coverage, this::colouredLines),
                new DemoLayer(
                        Fields.LSWHBHX, LocalDate.of(2024, 1, 30), "历史文化保护线" + INVENTED, coverage, this::heritage),
                new DemoLayer(
                        Fields.XZZTGNDW,
                        LocalDate.of(2023, 11, 2),
                        "乡级主体功能定位" + INVENTED,
                        coverage,
                        () -> MainFunctions.of(city)));
    }

    private Stream<Feature> zones() {
        Identifiers ids = new Identifiers("2910");
        return city.townlands.stream().flatMap(t -> {
            List<Feature> features = new ArrayList<>();
            Unions.by(t.patches(), p -> p.zone).forEach((zone, union) -> {
                for (Polygon part : Unions.parts(union))
                    features.add(Feature.of(
                            part,
                            ids.next(city.countyCode(t)),
                            String.valueOf(zone),
                            LandClasses.zone(zone),
                            Figures.area(part)));
            });
            return features.stream();
        });
    }

    /** Each patch of ground inside the core's 集中建设区 is a plot of the detailed plan, streets too. */
    private Stream<Feature> plots() {
        Identifiers ids = new Identifiers("2911");
        return city.townlands.stream().flatMap(t -> t.patches().stream()
                .filter(p -> p.zone == 410 && p.site.town() < Towns.CORE_CENTRES)
                .filter(p -> p.kind == CutLines.Kind.LAND || p.kind == CutLines.Kind.STREET)
                .map(p -> plot(t, p, ids.next(city.countyCode(t)))));
    }

    private Feature plot(Townland t, Patch p, String id) {
        PlotUse use = PlotUse.of(city, p);
        return Feature.of(
                p.polygon,
                id,
                t.township().code().substring(4) + "-" + p.village.code().substring(9) + "-" + p.number,
                t.township().code().substring(2) + "-" + (char) ('A' + p.village.index() % 8),
                use.code(),
                LandClasses.plan(use.code()),
                use.compatible(),
                use.ratio(),
                use.coverage(),
                use.green(),
                use.height(),
                new Area(p.bookArea).toBigDecimal(),
                use.isNew() ? "20" : "10",
                use.compatible() == null ? null : Figures.rounded(20, 1),
                use.operator(use.ratio(), use.isIndustry() ? "range" : "<="),
                use.isIndustry() ? Figures.rounded(1.0, 2) : null,
                use.operator(use.coverage(), "<="),
                use.operator(use.green(), ">="),
                use.operator(use.height(), "<="));
    }

    private Stream<Feature> colouredLines() {
        Identifiers ids = new Identifiers("2912");
        List<Feature> features = new ArrayList<>();
        for (Townland t : city.townlands) {
            int[] n = {0};
            Unions.by(t.patches(), PlanLayers::line).forEach((line, union) -> {
                String kind = LINES[line];
                for (Polygon part : Unions.parts(union))
                    features.add(Feature.of(
                            part,
                            ids.next(city.countyCode(t)),
                            kind,
                            t.township().name() + kind + "-" + ++n[0] + "（演示）"));
            });
        }
        for (String[] h : HERITAGE)
            if (Double.parseDouble(h[3]) < 24.4)
                features.add(Feature.of(site(h, 260, 121), ids.next("450200"), "紫线", h[0]));
        return features.stream();
    }

    /** 1 green, 2 blue, 3 yellow, 4 road, 0 none; in the core only. */
    private static int line(Patch p) {
        if (p.site.town() >= Towns.CORE_CENTRES || p.site.urban() <= 0) return 0;
        if (p.kind == CutLines.Kind.RIVER) return 2;
        if (p.kind == CutLines.Kind.STREET) return 4;
        return p.dlbm().equals("0810") ? 1 : p.dlbm().equals("0809") ? 3 : 0;
    }

    private Stream<Feature> heritage() {
        Identifiers ids = new Identifiers("2913");
        return Stream.of(HERITAGE)
                .flatMap(h -> Stream.of(
                        Feature.of(site(h, 260, 121), ids.next("450200"), h[0], h[1], "保护范围", "原址保护，不得新建与保护无关的建筑"),
                        Feature.of(
                                site(h, 520, 122),
                                ids.next("450200"),
                                h[0],
                                h[1],
                                "建设控制地带",
                                "新建建筑高度不超过 12 米，须征求文物部门意见")));
    }

    private Polygon site(String[] h, double reach, long salt) {
        double[] at = city.nearestGround(Frame.x(Double.parseDouble(h[2])), Frame.y(Double.parseDouble(h[3])));
        return Blob.of(city.dice, salt, at[0], at[1], reach, 14);
    }
}
