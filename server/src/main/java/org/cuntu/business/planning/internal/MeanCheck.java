package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The mean grade of what comes in and of what goes out, weighted with F; compared to three places. */
final class MeanCheck {
    private static final int PLACES = 3;

    private MeanCheck() {}

    /** @param mean null: nothing counts @param blank ground that counts and has no grade, m² */
    private record Sum(@Nullable BigDecimal mean, double blank) {}

    static RuleAnswer answer(LineRule rule, LineRule.Mean mean, LineChecks.Asked asked) {
        Optional<Snapshot> version = asked.versions().find(mean.layer());
        if (version.isEmpty()) return silent(rule, mean);
        Sum in = sum(mean, version.get(), asked.change().in());
        Sum out = sum(mean, version.get(), asked.change().out());
        if (in.mean == null && in.blank == 0 || out.mean == null && out.blank == 0)
            return RuleAnswer.of(rule, Outcome.PASS, Map.of("nothing", in.mean == null ? "in" : "out"));
        if (in.mean == null || out.mean == null || in.blank > 0 || out.blank > 0) return silent(rule, mean);
        boolean kept = in.mean.compareTo(out.mean) <= 0;
        return RuleAnswer.of(
                rule,
                kept ? Outcome.PASS : Outcome.FAIL,
                Map.of("in", in.mean.toPlainString(), "out", out.mean.toPlainString(), "layer", mean.layer()));
    }

    private static RuleAnswer silent(LineRule rule, LineRule.Mean mean) {
        return new RuleAnswer(
                rule,
                rule.test().word(),
                Outcome.NOT_ANSWERED,
                null,
                Map.of("layer", mean.layer()),
                List.of(mean.layer()),
                List.of(),
                0,
                List.of());
    }

    private static Sum sum(LineRule.Mean mean, Snapshot layer, Geometry ground) {
        if (ground.isEmpty()) return new Sum(null, 0);
        double weighed = 0;
        double area = 0;
        double blank = 0;
        for (Piece piece : LedgerMaking.pieces(Site.of(ground), layer)) {
            if (!OnLayerCheck.begins(layer.value(piece.feature(), mean.of()), mean.values())) continue;
            if (layer.value(piece.feature(), mean.field()) instanceof Number grade) {
                weighed += grade.doubleValue() * piece.integral();
                area += piece.integral();
            } else {
                blank += piece.integral();
            }
        }
        BigDecimal exact = area == 0 ? null : BigDecimal.valueOf(weighed / area).setScale(PLACES, RoundingMode.HALF_UP);
        return new Sum(exact, blank);
    }
}
