package org.cuntu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Flood and geohazard zones. */
final class RiskLayers {
    private static final String INVENTED = "（演示，虚构） invented";
    private static final String[] HAZARD = {"", "低", "中", "高", "极高"};

    private final CityModel city;

    RiskLayers(CityModel city) {
        this.city = city;
    }

    List<DemoLayer> all() {
        Geometry coverage = city.coverage();
        return List.of(
                new DemoLayer(Fields.HLFXKZX, LocalDate.of(2024, 5, 20), "洪涝风险控制线" + INVENTED, coverage, this::floods),
                new DemoLayer(Fields.DZZHFXQ, LocalDate.of(2024, 1, 6), "地质灾害风险区" + INVENTED, coverage, this::hazards));
    }

    private Stream<Feature> floods() {
        Identifiers ids = new Identifiers("2920");
        return city.townlands.stream().flatMap(t -> {
            List<Feature> features = new ArrayList<>();
            Unions.by(t.patches(), p -> p.site.flood())
                    .forEach((risk, union) -> features.add(Feature.of(
                            union,
                            ids.next(city.countyCode(t)),
                            t.township().name() + "沿江" + (risk == 2 ? "行洪" : "滞蓄") + "风险区（演示）",
                            risk == 2 ? "高" : "中")));
            return features.stream();
        });
    }

    private Stream<Feature> hazards() {
        Identifiers ids = new Identifiers("2921");
        return city.townlands.stream().flatMap(t -> {
            List<Feature> features = new ArrayList<>();
            Unions.by(t.patches(), p -> p.site.hazard()).forEach((risk, union) -> {
                int n = 0;
                for (Polygon part : Unions.parts(union))
                    features.add(Feature.of(
                            part,
                            ids.next(city.countyCode(t)),
                            HAZARD[risk],
                            t.township().name() + HAZARD[risk] + "风险区-" + ++n + "（演示）"));
            });
            return features.stream();
        });
    }
}
