package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.cuntu.business.planning.Affected;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.ReviewGrounds;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Whom a change concerns. Each stored review that shares ground with it is judged anew twice, with the version in force and with
 * the proposed one in place of the line's; all else is the review's own.
 */
@Component
class AffectedSearch {
    private static final int MOST_REVIEWS = 200;
    private static final int MOST_PLOTS = 200;

    private final ReviewGrounds grounds;
    private final Reviews reviews;
    private final LayerRegister register;

    AffectedSearch(ReviewGrounds grounds, Reviews reviews, LayerRegister register) {
        this.grounds = grounds;
        this.reviews = reviews;
        this.register = register;
    }

    /** @param base hash; null: the line has no version @param progress hears how many reviews are done */
    Affected find(
            ControlLine line,
            @Nullable String base,
            String candidate,
            Geometry ground,
            LineVersions.Open versions,
            IntConsumer progress) {
        return find(line.layer(), line.affects(), base, candidate, ground, versions, progress);
    }

    /** The same of any layer. @param affects layers whose features are listed */
    Affected find(
            String layer,
            List<String> affects,
            @Nullable String base,
            String candidate,
            Geometry ground,
            LineVersions.Open versions,
            IntConsumer progress) {
        if (ground.isEmpty()) return Affected.NOBODY;
        List<ReviewGrounds.Touched> touched = grounds.inArea(ground, MOST_REVIEWS + 1);
        List<Affected.Review> found = new ArrayList<>();
        for (ReviewGrounds.Touched each : touched.subList(0, StrictMath.min(MOST_REVIEWS, touched.size()))) {
            found.add(judge(each, layer, base, candidate));
            progress.accept(found.size());
        }
        found.sort(Comparator.comparing((Affected.Review review) -> !review.changes())
                .thenComparing(Affected.Review::common, Comparator.reverseOrder()));
        List<Affected.Plot> plots = plots(affects, Site.of(ground), versions);
        boolean more = touched.size() > MOST_REVIEWS || plots.size() > MOST_PLOTS;
        return new Affected(found, plots.subList(0, StrictMath.min(MOST_PLOTS, plots.size())), more);
    }

    private Affected.Review judge(
            ReviewGrounds.Touched touched, String layer, @Nullable String base, String candidate) {
        StoredReview stored = reviews.get(touched.line().id());
        Judged before = base == null ? null : judge(stored, layer, base);
        Judged after = judge(stored, layer, candidate);
        return new Affected.Review(
                layer,
                stored.id(),
                stored.name(),
                stored.by(),
                Area.ofSquareMetres(touched.integral()),
                stored.conclusion(),
                base == null ? stored.conclusion() : before == null ? null : before.conclusion,
                after == null ? null : after.conclusion,
                before == null ? Area.ZERO : before.area,
                after == null ? Area.ZERO : after.area);
    }

    private record Judged(Verdict conclusion, Area area) {}

    private @Nullable Judged judge(StoredReview stored, String layer, String hash) {
        try {
            return reviews.whatIf(stored, layer, hash, result -> new Judged(result.conclusion(), area(result, layer)));
        } catch (IllegalStateException e) {
            return null; // its rules are not kept: said to be not answered, never unchanged
        }
    }

    private static Area area(ReviewResult result, String layer) {
        return result.findLayer(layer).map(LayerResult::area).orElse(Area.ZERO);
    }

    private List<Affected.Plot> plots(List<String> affects, Site ground, LineVersions.Open versions) {
        List<Affected.Plot> plots = new ArrayList<>();
        for (String code : affects) {
            LayerEntry entry = register.findLayer(code).orElse(null);
            Snapshot layer = versions.find(code).orElse(null);
            if (entry == null || layer == null) continue;
            Map<String, String> name = Map.of("zh", entry.zh(), "en", entry.en());
            for (Piece piece : SiteOverlay.pieces(ground, layer)) {
                if (piece.integral() < 1) continue;
                plots.add(new Affected.Plot(
                        code,
                        name,
                        String.valueOf(layer.value(piece.feature(), "BSM")),
                        OnLayerCheck.label(layer, piece.feature()),
                        Area.ofSquareMetres(piece.integral()),
                        GroundShapes.box(layer.geometry(piece.feature()))));
                if (plots.size() > MOST_PLOTS) return plots;
            }
        }
        return plots;
    }
}
