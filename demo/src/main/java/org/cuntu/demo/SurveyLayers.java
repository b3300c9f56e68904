package org.cuntu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The survey database: patches, townships with their borders, villages, slopes and control points. */
final class SurveyLayers {
    private static final LocalDate SURVEY = LocalDate.of(2025, 12, 31);
    /** Divisions and slopes have not changed since the earliest year that the demo holds. */
    private static final LocalDate UNCHANGED = EarlierYears.FIRST;

    private static final String SOURCE =
            "2025 年度国土变更调查（演示，虚构；区划代码和名称真实） Annual survey 2025, invented; division codes and names are real";

    private static final String POINTS =
            "测量控制点（演示，位置和点号均为虚构，不是真实控制点） Control points, invented: neither places nor numbers are real";

    private final CityModel city;
    private final Geometry coverage;

    SurveyLayers(CityModel city) {
        this.city = city;
        this.coverage = city.coverage();
    }

    List<DemoLayer> all() {
        return List.of(
                new DemoLayer(Fields.DLTB, SURVEY, SOURCE, coverage, this::patches),
                new DemoLayer(Fields.XZQ, UNCHANGED, SOURCE, coverage, this::townships),
                new DemoLayer(Fields.CJDCQ, UNCHANGED, SOURCE, coverage, this::villages),
                new DemoLayer(Fields.PDT, UNCHANGED, SOURCE, coverage, this::slopes),
                new DemoLayer(Fields.XZQJX, UNCHANGED, SOURCE, coverage, Dimension.LINE, this::borders),
                new DemoLayer(Fields.CLKZD, UNCHANGED, POINTS, coverage, Dimension.POINT, this::controlPoints));
    }

    private Stream<Feature> patches() {
        PatchRow row = new PatchRow(city.dice, SURVEY.getYear());
        return city.townlands.stream().flatMap(t -> t.patches().stream().map(p -> row.of(t.township(), p)));
    }

    private Stream<Feature> townships() {
        Identifiers ids = new Identifiers("1102");
        return city.townlands.stream()
                .map(t -> Feature.of(
                        t.outline(),
                        ids.next(t.township().county().code()),
                        t.township().code(),
                        t.township().name(),
                        t.township().county().name(),
                        t.control().toBigDecimal()));
    }

    private Stream<Feature> villages() {
        Identifiers ids = new Identifiers("1104");
        return city.townlands.stream().flatMap(t -> {
            Map<Integer, Geometry> outlines = Unions.by(t.patches(), p -> p.village.index() + 1);
            return t.township().villages().stream()
                    .map(v -> Feature.of(
                            outlines.get(v.index() + 1),
                            ids.next(t.township().county().code()),
                            v.unitCode(),
                            v.name(),
                            t.villageArea(v).toBigDecimal()));
        });
    }

    private Stream<Feature> slopes() {
        Identifiers ids = new Identifiers("1301");
        return city.townlands.stream().flatMap(t -> {
            List<Feature> features = new ArrayList<>();
            Unions.by(t.patches(), Patch::slope).forEach((slope, union) -> {
                for (Polygon part : Unions.parts(union))
                    features.add(Feature.of(part, ids.next(t.township().county().code()), String.valueOf(slope)));
            });
            return features.stream();
        });
    }

    /** Where two townships meet, one feature a pair; the border of the city is no border between two. */
    private Stream<Feature> borders() {
        Identifiers ids = new Identifiers("1103");
        return TownshipBorders.of(city.townlands).stream()
                .map(border -> Feature.of(
                        border.line(),
                        ids.next(border.one().county().code()),
                        "1000600200",
                        border.one().county().equals(border.other().county()) ? "乡界" : "县界",
                        border.one().name() + "、" + border.other().name()));
    }

    /** One point a township, on a vertex of its outline. */
    private Stream<Feature> controlPoints() {
        Identifiers ids = new Identifiers("1001");
        return city.townlands.stream().map(t -> {
            int number = t.township().index() + 1;
            Coordinate[] outline = t.outline().getCoordinates();
            Coordinate at = outline[(int) (city.dice.unit(977, number, 0) * (outline.length - 1))];
            return Feature.of(
                    Unions.COMPACT.createPoint(at),
                    ids.next(t.township().county().code()),
                    t.township().name() + "演示点",
                    String.format(java.util.Locale.ROOT, "YS%04d", number),
                    "平面控制点",
                    number % 4 == 0 ? "三等" : "四等");
        });
    }
}
