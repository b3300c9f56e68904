package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cuntu.business.planning.IndicatorAnswer;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.business.planning.PlanTest;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.business.planning.RuleAnswer.Place;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;

/** Puts the rules of a kind of plan to a delivery, in their order. What cannot be asked is not answered. */
@Component
class PlanChecks {
    private static final int MOST_PLACES = 100;
    /** m²: what of a feature lies outside the division by less is the noise of two drawings of one border. */
    private static final double LEAST_OUTSIDE = 1;

    private final LayerRegister register;
    private final PlanFigureChecks figures;
    private final PlanMapQuality quality;

    PlanChecks(LayerRegister register, PlanFigureChecks figures, PlanMapQuality quality) {
        this.register = register;
        this.figures = figures;
        this.quality = quality;
    }

    /**
     * All that the rules look at.
     *
     * @param maps own snapshots by layer
     * @param materials ids of what was delivered
     * @param ground of the plan's division
     */
    record Asked(
            PlanVersion version,
            PlanScheme scheme,
            PlanScheme.Occasion occasion,
            Map<String, Snapshot> maps,
            List<IndicatorAnswer> indicators,
            Set<String> materials,
            Geometry ground,
            LineVersions.Open versions,
            Counties counties) {}

    List<RuleAnswer> answer(Asked asked) {
        List<RuleAnswer> answers = new ArrayList<>();
        for (LineRule rule : asked.scheme().rules()) answers.add(answer(rule, asked));
        return answers;
    }

    private RuleAnswer answer(LineRule rule, Asked asked) {
        return switch (rule.test()) {
            case PlanTest.Agreement agree -> figures.agreement(rule, asked);
            case PlanTest.Materials materials -> materials(rule, asked);
            case PlanTest.MapQuality sound -> quality.answer(rule, asked);
            case PlanTest.InDivision inside -> inDivision(rule, asked);
            case PlanTest.AddsUp sums -> figures.addsUp(rule, asked);
            case PlanTest.UniqueKeys keys -> uniqueKeys(rule, asked);
            case PlanTest.OwnGround own -> ownGround(rule, own, asked);
            case PlanTest.WithinTarget target -> figures.withinTarget(rule, target, asked);
            case PlanTest.WithinSuperior superior -> figures.withinSuperior(rule, superior, asked);
            case LineRule.Test line -> throw new IllegalStateException(rule.id() + " is no rule of a plan");
        };
    }

    private static RuleAnswer materials(LineRule rule, Asked asked) {
        TreeSet<String> lacking = new TreeSet<>(asked.occasion().needs());
        for (PlanScheme.Material material : asked.scheme().materials())
            if (material.mandatory()) lacking.add(material.id());
        lacking.removeAll(asked.materials());
        return RuleAnswer.of(
                rule, lacking.isEmpty() ? Outcome.PASS : Outcome.FAIL, Map.of("lacking", String.join(" ", lacking)));
    }

    private RuleAnswer ownGround(LineRule rule, PlanTest.OwnGround own, Asked asked) {
        Snapshot map = asked.maps().get(own.of());
        if (map == null) return RuleAnswer.of(rule, Outcome.PASS, Map.of("nothing", "map"));
        MapLayer layer = asked.scheme().findLayer(own.of()).orElseThrow();
        List<Geometry> shapes = IntStream.range(0, map.size())
                .filter(i -> own.uses().isEmpty()
                        || layer.classField() != null
                                && OnLayerCheck.begins(map.value(i, layer.classField()), own.uses()))
                .mapToObj(map::geometry)
                .toList();
        return new OnLayerCheck(
                        GroundShapes.union(shapes),
                        asked.versions(),
                        asked.counties(),
                        register.findLayer(own.on().layer()).orElseThrow())
                .answer(rule, own.on());
    }

    private static RuleAnswer inDivision(LineRule rule, Asked asked) {
        List<Place> places = new ArrayList<>();
        double sum = 0;
        for (MapLayer layer : asked.scheme().layers()) {
            Snapshot map = asked.maps().get(layer.layer());
            if (map == null) continue;
            PreparedGeometry division = PreparedGeometryFactory.prepare(asked.ground());
            for (int i = 0; i < map.size(); i++) {
                if (division.covers(map.geometry(i))) continue;
                Site site = Site.of(map.geometry(i));
                double area = site.integral() - SiteOverlay.inside(site, map); // its coverage is the division
                if (area < LEAST_OUTSIDE) continue;
                Geometry outside = GroundShapes.minus(map.geometry(i), asked.ground());
                sum += area;
                places.add(place(layer, map, i, outside, area, asked.counties()));
            }
        }
        return placed(rule, sum, places);
    }

    private static RuleAnswer uniqueKeys(LineRule rule, Asked asked) {
        List<Place> places = new ArrayList<>();
        for (MapLayer layer : asked.scheme().layers()) {
            Snapshot map = asked.maps().get(layer.layer());
            if (map == null) continue;
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < map.size(); i++) {
                String key = PlanMaps.text(map.value(i, layer.key()));
                boolean first = seen.add(PlanMaps.unit(layer, map, i) + '\u0000' + key);
                if (!first || key.isBlank())
                    places.add(place(layer, map, i, map.geometry(i), map.integral(i), asked.counties()));
            }
        }
        return placed(rule, 0, places);
    }

    static Place place(MapLayer layer, Snapshot map, int feature, Geometry shape, double area, Counties counties) {
        Map<String, Object> json = GroundShapes.json(shape);
        return new Place(
                layer.layer(),
                PlanMaps.text(map.value(feature, layer.key())),
                counties.most(shape),
                Area.ofSquareMetres(area),
                GroundShapes.box(shape),
                json == null ? Map.of() : json);
    }

    static RuleAnswer placed(LineRule rule, double sum, List<Place> places) {
        return new RuleAnswer(
                rule,
                rule.test().word(),
                places.isEmpty() ? Outcome.PASS : Outcome.FAIL,
                sum > 0 ? Area.ofSquareMetres(sum) : null,
                Map.of("keys", places.stream().map(Place::key).limit(5).collect(Collectors.joining(" "))),
                List.of(),
                places.stream().limit(MOST_PLACES).toList(),
                places.size(),
                List.of());
    }
}
