package org.cuntu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.engine.layer.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Mining rights, prospecting rights and approved construction land: outlines of their own, which may overlap. */
final class RightsLayers {
    /** The mining register does not cover this township (进德镇), so that the demo has ground without an answer. */
    static final String NOT_COVERED = "450206108";

    private static final String INVENTED = "（演示，虚构） invented";
    private static final String[] MINERALS = {"建筑石料用灰岩", "水泥用灰岩", "锰矿", "页岩", "方解石", "铅锌矿"};
    private static final String[] PROSPECTS = {"锰矿", "铅锌矿", "页岩气", "锡矿"};
    private static final String[] HILLS = {"青石", "龙背", "白面", "大茅", "石牛", "云盘", "鹰嘴", "葫芦", "狮子", "马鞍"};
    private static final String[] PROJECTS = {"标准厂房", "汽车零部件产业园", "城市更新", "安置小区", "物流中心", "中心小学", "污水处理站"};

    private final CityModel city;

    RightsLayers(CityModel city) {
        this.city = city;
    }

    List<DemoLayer> all() {
        Geometry coverage = city.coverage();
        Geometry mining = Unions.merge(city.townlands.stream()
                .filter(t -> !t.township().code().equals(NOT_COVERED))
                .map(Townland::outline)
                .toList());
        return List.of(
                new DemoLayer(
                        Fields.CKQ,
                        LocalDate.of(2026, 9, 1),
                        "采矿权登记，缺进德镇" + INVENTED + "; one township is missing",
                        mining,
                        this::mining),
                new DemoLayer(Fields.TKQ, LocalDate.of(2026, 9, 1), "探矿权登记" + INVENTED, coverage, this::prospecting),
                new DemoLayer(Fields.YPJSYD, LocalDate.of(2026, 11, 1), "已批建设用地" + INVENTED, coverage, this::approved));
    }

    private Stream<Feature> mining() {
        Identifiers ids = new Identifiers("2930");
        List<Feature> features = new ArrayList<>();
        for (Townland t : city.townlands) {
            if (t.township().isStreet() || t.township().code().equals(NOT_COVERED)) continue;
            for (int k = 0; k < 2; k++) {
                Patch p = pick(t, 141 + k);
                if (p == null || city.dice.unit(140, t.township().index(), k) > 0.42) continue;
                double[] at = middle(p);
                Polygon area = Blob.of(
                        city.dice,
                        142,
                        at[0],
                        at[1],
                        220 + 330 * city.dice.unit(143, k, t.township().index()),
                        7);
                if (!t.outline().covers(area)) continue;
                String mineral = MINERALS[
                        city.dice.below(MINERALS.length, 144, t.township().index(), k)];
                features.add(right(t, k, ids, area, "C4502", mineral, "采石场", 2026, features.size()));
            }
        }
        return features.stream();
    }

    private Stream<Feature> prospecting() {
        Identifiers ids = new Identifiers("2931");
        List<Feature> features = new ArrayList<>();
        for (Townland t : city.townlands) {
            Patch p = pick(t, 151);
            if (p == null
                    || t.township().isStreet()
                    || city.dice.unit(150, t.township().index()) > 0.2) continue;
            double[] at = middle(p);
            Polygon area = Blob.of(
                    city.dice,
                    152,
                    at[0],
                    at[1],
                    1_500 + 2_200 * city.dice.unit(153, t.township().index()),
                    8);
            if (!city.land.city.covers(area)) continue;
            String mineral = PROSPECTS[
                    city.dice.below(PROSPECTS.length, 154, t.township().index(), 0)];
            features.add(right(t, 7, ids, area, "T4502", mineral, mineral + "勘查区", 2025, features.size()));
        }
        return features.stream();
    }

    private Feature right(
            Townland t,
            int k,
            Identifiers ids,
            Polygon area,
            String prefix,
            String mineral,
            String kind,
            int from,
            int n) {
        String hill = HILLS[city.dice.below(HILLS.length, 145, t.township().index(), k)];
        String number = "00000" + (n + 1);
        return Feature.of(
                area,
                ids.next(city.countyCode(t)),
                prefix + "演示" + number.substring(number.length() - 5),
                t.township().name() + hill + "岭" + kind + "（演示）",
                mineral,
                LocalDate.of(
                        from + 1 + city.dice.below(9, 146, t.township().index(), k),
                        1 + city.dice.below(12, 147, t.township().index(), k),
                        28));
    }

    private Stream<Feature> approved() {
        Identifiers ids = new Identifiers("2932");
        List<Feature> features = new ArrayList<>();
        for (Townland t : city.townlands) {
            int left = t.township().isStreet() ? 6 : 4;
            for (Patch p : t.patches()) {
                boolean candidate = p.zone == 410 && p.kind == CutLines.Kind.LAND && p.raw > 6_000 && p.raw < 120_000;
                if (left == 0 || !candidate || city.dice.unit(161, p.village.index(), p.number) > 0.05) continue;
                left--;
                features.add(approval(t, p, ids, features.size() + 1));
            }
        }
        return features.stream();
    }

    /** The hull of a patch: like real approvals it does not quite follow the survey. */
    private Feature approval(Townland t, Patch p, Identifiers ids, int n) {
        Geometry hull = Unions.compact(p.polygon.convexHull());
        int year = 2016 + city.dice.below(10, 162, p.village.index(), p.number);
        String project = PROJECTS[city.dice.below(PROJECTS.length, 163, p.village.index(), p.number)];
        return Feature.of(
                hull,
                ids.next(city.countyCode(t)),
                "演示批〔" + year + "〕" + n + "号",
                t.township().name() + project + "（演示）",
                LocalDate.of(year, 1 + city.dice.below(12, 164, p.village.index(), p.number), 15),
                Figures.area(hull));
    }

    /** A hillside patch outside the red line, the towns and the farmland. */
    private @org.jspecify.annotations.Nullable Patch pick(Townland t, long salt) {
        Patch best = null;
        double most = 0;
        for (Patch p : t.patches()) {
            boolean hill = (p.zone == 530 || p.zone == 520) && p.kind == CutLines.Kind.LAND && p.site.slope() >= 2;
            double score = hill ? city.dice.unit(salt, p.village.index(), p.number) : 0;
            if (score > most) {
                most = score;
                best = p;
            }
        }
        return best;
    }

    private static double[] middle(Patch p) {
        var c = p.polygon.getInteriorPoint().getCoordinate();
        return new double[] {Frame.x(c.x), Frame.y(c.y)};
    }
}
