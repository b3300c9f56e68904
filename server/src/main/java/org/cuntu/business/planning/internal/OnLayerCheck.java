package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.business.planning.RuleAnswer.Place;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground that comes in, or is planned, against another layer: off some features, or on them alone. A piece that the layer's own limits call a
 * sliver does not fail a rule unless those of one layer are more than 100 m² together (contracts 3); it is counted and said.
 */
final class OnLayerCheck {
    private static final int MOST_PLACES = 100;
    private static final double MOST_SLIVERS = 100;

    private final Geometry ground;
    private final LineVersions.Open versions;
    private final Counties counties;
    private final LayerEntry layer;
    private final List<Found> found = new ArrayList<>();
    private double seen;
    private double slivers;
    private int sliverCount;
    private Geometry bare = GroundShapes.nothing();

    private record Found(int feature, double integral, boolean sliver, Geometry outline) {}

    OnLayerCheck(Geometry ground, LineVersions.Open versions, Counties counties, LayerEntry layer) {
        this.ground = ground;
        this.versions = versions;
        this.counties = counties;
        this.layer = layer;
    }

    RuleAnswer answer(LineRule rule, LineRule.OnLayer on) {
        if (ground.isEmpty()) return RuleAnswer.of(rule, Outcome.PASS, Map.of("nothing", "in"));
        Optional<Snapshot> version = versions.find(on.layer());
        if (version.isEmpty()) return silent(rule);
        Snapshot snapshot = version.get();
        Site site = Site.of(ground);
        LayerCut cut = SiteOverlay.cut(site, snapshot, (piece, outline) -> {
            boolean counts = counts(on, snapshot, piece.feature());
            if (piece.integral() < GroundShapes.TOUCH || counts == on.inside()) return;
            boolean sliver = isSliver(piece.integral(), piece.perimeter());
            if (sliver) {
                slivers += piece.integral();
                sliverCount++;
            }
            found.add(new Found(piece.feature(), piece.integral(), sliver, outline.get()));
            seen += piece.integral();
        });
        boolean outside = cut.outside() > 0.01;
        if (on.inside() && cut.rest() > 0.01) {
            // ground without a feature is not on one
            seen += cut.rest();
            bare = bare(site, snapshot, cut);
        }
        double counted = countsSlivers() ? seen : seen - slivers;
        Area area = Area.ofSquareMetres(counted);
        Outcome outcome = area.isPositive() ? Outcome.FAIL : outside ? Outcome.NOT_ANSWERED : Outcome.PASS;
        return new RuleAnswer(
                rule,
                rule.test().word(),
                outcome,
                area,
                Map.of(
                        "layer", on.layer(),
                        "slivers", String.valueOf(sliverCount),
                        "sliverArea", Area.ofSquareMetres(slivers).toString(),
                        "outside",
                                Area.ofSquareMetres(StrictMath.max(0, cut.outside()))
                                        .toString()),
                outside ? List.of(on.layer()) : List.of(),
                places(snapshot),
                found.size() + GroundShapes.parts(bare).size(),
                List.of());
    }

    private boolean countsSlivers() {
        return slivers > MOST_SLIVERS || layer.slivers().count();
    }

    /** Ground inside the coverage on which there is no feature. */
    private static Geometry bare(Site site, Snapshot snapshot, LayerCut cut) {
        List<Geometry> pieces = cut.pieces().stream()
                .map(piece -> SiteOverlay.outline(site, snapshot, piece.feature()))
                .filter(outline -> !outline.isEmpty())
                .toList();
        return GroundShapes.minus(SiteOverlay.insideOutline(site, snapshot), GroundShapes.union(pieces));
    }

    /** F of what fails, by county, m²; what lies in none has the code "". */
    Map<String, Double> byCounty() {
        Map<String, Double> parts = new TreeMap<>();
        for (Found each : found)
            if (!each.sliver || countsSlivers())
                counties.split(each.outline).forEach((county, area) -> parts.merge(county, area, Double::sum));
        counties.split(bare).forEach((county, area) -> parts.merge(county, area, Double::sum));
        return parts;
    }

    private RuleAnswer silent(LineRule rule) {
        return new RuleAnswer(
                rule,
                rule.test().word(),
                Outcome.NOT_ANSWERED,
                null,
                Map.of("layer", layer.code()),
                List.of(layer.code()),
                List.of(),
                0,
                List.of());
    }

    private static boolean counts(LineRule.OnLayer on, Snapshot snapshot, int feature) {
        if (on.field() == null) return true;
        return begins(snapshot.value(feature, on.field()), on.values());
    }

    static boolean begins(@Nullable Object value, List<String> beginnings) {
        return value != null && beginnings.stream().anyMatch(value.toString()::startsWith);
    }

    private boolean isSliver(double integral, double perimeter) {
        return integral < layer.slivers().areaBelow()
                && perimeter > 0
                && 2 * integral / perimeter < layer.slivers().widthBelow();
    }

    private List<Place> places(Snapshot snapshot) {
        List<Found> all = new ArrayList<>(found);
        for (Geometry part : GroundShapes.parts(bare)) all.add(new Found(-1, GroundShapes.integral(part), false, part));
        return all.stream()
                .sorted(Comparator.comparingDouble(Found::integral).reversed())
                .limit(MOST_PLACES)
                .map(each -> place(snapshot, each))
                .toList();
    }

    private Place place(Snapshot snapshot, Found each) {
        Map<String, Object> shape = GroundShapes.json(each.outline);
        return new Place(
                layer.code(),
                each.feature < 0 ? "" : label(snapshot, each.feature),
                counties.most(each.outline),
                Area.ofSquareMetres(each.integral),
                GroundShapes.box(each.outline),
                shape == null ? Map.of() : shape);
    }

    /** A feature's name or number for people: the first of its fields that says one. */
    static String label(Snapshot snapshot, int feature) {
        for (String code : List.of("YJJBNTTBBH", "HXMC", "TBBH", "DKBH", "KSMC", "MC", "BHQMC", "BSM")) {
            Object value = snapshot.value(feature, code);
            if (value != null && !value.toString().isBlank()) return value.toString();
        }
        return String.valueOf(feature);
    }
}
