package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.business.planning.RuleAnswer.Place;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.locationtech.jts.geom.Geometry;

/** Features that come or change overlap no other of the new version; ground below a square decimetre is only noise of doubles. */
final class SoundCheck {
    private static final double LEAST = 0.01;

    private SoundCheck() {}

    static RuleAnswer answer(LineRule rule, LineChecks.Asked asked) {
        Snapshot candidate = asked.candidate();
        if (candidate.schema().kind() == LayerKind.OVERLAPPING)
            return RuleAnswer.of(rule, Outcome.PASS, Map.of("overlapping", "true"));
        List<Place> places = new ArrayList<>();
        TreeSet<String> pairs = new TreeSet<>();
        double sum = 0;
        for (int feature : asked.change().come()) {
            Site site = Site.of(candidate.geometry(feature));
            for (Piece piece : SiteOverlay.pieces(site, candidate)) {
                int other = piece.feature();
                boolean first = pairs.add(StrictMath.min(feature, other) + "-" + StrictMath.max(feature, other));
                if (other == feature || piece.integral() < LEAST || !first) continue;
                Geometry outline = SiteOverlay.outline(site, candidate, other);
                Map<String, Object> shape = GroundShapes.json(outline);
                sum += piece.integral();
                places.add(new Place(
                        candidate.schema().layer(),
                        OnLayerCheck.label(candidate, other),
                        asked.counties().most(outline),
                        Area.ofSquareMetres(piece.integral()),
                        GroundShapes.box(outline),
                        shape == null ? Map.of() : shape));
            }
        }
        return new RuleAnswer(
                rule,
                rule.test().word(),
                places.isEmpty() ? Outcome.PASS : Outcome.FAIL,
                Area.ofSquareMetres(sum),
                Map.of(),
                List.of(),
                places,
                places.size(),
                List.of());
    }
}
