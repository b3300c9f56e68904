package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.business.planning.RuleAnswer.Place;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The form of the line where it changes: the features that change, with all that adjoin them, put together, before and after.
 * The index is 4πA/P² of all parts together, 1 for a circle.
 */
final class FormCheck {
    /** Degrees: about a metre; what lies nearer than this adjoins. */
    private static final double NEAR = 1e-5;

    private static final double METRES_A_DEGREE = 111_320;
    private static final int MOST_PLACES = 100;

    private final LineChecks.Asked asked;
    private final List<Polygon> before;
    private final List<Polygon> after;

    private FormCheck(LineChecks.Asked asked, List<Polygon> before, List<Polygon> after) {
        this.asked = asked;
        this.before = before;
        this.after = after;
    }

    static FormCheck of(LineChecks.Asked asked) {
        List<Double> box = GroundShapes.box(asked.change().ground());
        return new FormCheck(asked, around(asked.base(), box), around(asked.candidate(), box));
    }

    /** The parts of the line that meet the changed box, whole features put together. */
    private static List<Polygon> around(@Nullable Snapshot snapshot, List<Double> box) {
        if (snapshot == null || box.isEmpty()) return List.of();
        List<Geometry> shapes = new ArrayList<>();
        int[] features = snapshot.find(box.get(0) - NEAR, box.get(1) - NEAR, box.get(2) + NEAR, box.get(3) + NEAR);
        for (int feature : features) shapes.add(snapshot.geometry(feature));
        return GroundShapes.parts(GroundShapes.union(shapes));
    }

    RuleAnswer crumbs(LineRule rule, LineRule.Crumbs crumbs) {
        List<Polygon> small = small(after, crumbs.below());
        int was = small(before, crumbs.below()).size();
        boolean more = small.size() > was;
        return new RuleAnswer(
                rule,
                rule.test().word(),
                more ? Outcome.FAIL : Outcome.PASS,
                null,
                Map.of(
                        "before", String.valueOf(was),
                        "after", String.valueOf(small.size()),
                        "below", number(crumbs.below())),
                List.of(),
                more ? places(small) : List.of(),
                more ? small.size() : 0,
                List.of());
    }

    private static List<Polygon> small(List<Polygon> parts, double below) {
        return parts.stream()
                .filter(part -> GroundShapes.integral(part) < below)
                .toList();
    }

    RuleAnswer contiguous(LineRule rule, LineRule.Contiguous contiguous) {
        List<Polygon> alone = new ArrayList<>();
        double within = contiguous.within() / METRES_A_DEGREE;
        for (Polygon part : GroundShapes.parts(asked.change().in()))
            if (before.stream().noneMatch(old -> old.isWithinDistance(part, within))) alone.add(part);
        return new RuleAnswer(
                rule,
                rule.test().word(),
                alone.isEmpty() ? Outcome.PASS : Outcome.FAIL,
                null,
                Map.of("parts", String.valueOf(alone.size())),
                List.of(),
                places(alone),
                alone.size(),
                List.of());
    }

    RuleAnswer compact(LineRule rule, LineRule.Compact compact) {
        double was = index(before);
        double is = index(after);
        int holesBefore = holes(before);
        int holesAfter = holes(after);
        boolean worse = is < compact.least() && is < was || holesAfter > holesBefore;
        return RuleAnswer.of(
                rule,
                worse ? Outcome.FAIL : Outcome.PASS,
                Map.of(
                        "before", before.isEmpty() ? "–" : number(was),
                        "after", after.isEmpty() ? "–" : number(is),
                        "least", number(compact.least()),
                        "holesBefore", String.valueOf(holesBefore),
                        "holesAfter", String.valueOf(holesAfter)));
    }

    private static double index(List<Polygon> parts) {
        double area = 0;
        double length = 0;
        for (Polygon part : parts) {
            Site site = Site.of(part);
            area += StrictMath.abs(site.integral());
            length += site.perimeter();
        }
        return length == 0 ? 0 : 4 * StrictMath.PI * area / (length * length);
    }

    private static int holes(List<Polygon> parts) {
        return parts.stream().mapToInt(Polygon::getNumInteriorRing).sum();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<Place> places(List<Polygon> parts) {
        return parts.stream()
                .limit(MOST_PLACES)
                .map(part -> {
                    Map<String, Object> shape = GroundShapes.json(part);
                    return new Place(
                            asked.line().layer(),
                            "",
                            asked.counties().most(part),
                            Area.ofSquareMetres(GroundShapes.integral(part)),
                            GroundShapes.box(part),
                            shape == null ? Map.of() : shape);
                })
                .toList();
    }
}
