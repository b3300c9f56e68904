package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The score of a layer (security-sharing.md §9): 100 − Σ weight · rate, not below 0, to hundredths. The rate of a rule is its issues by the
 * layer's features, at most 1; a layer without features that has issues has the rate 1.
 */
final class Score {
    private Score() {}

    static double of(List<QualityRule> rules, ToLongFunction<QualityRule> issues, long features) {
        double lost = 0;
        for (QualityRule rule : rules) {
            long count = issues.applyAsLong(rule);
            if (count == 0) continue;
            lost += rule.weight() * StrictMath.min(1.0, (double) count / StrictMath.max(1, features));
        }
        return BigDecimal.valueOf(StrictMath.max(0, 100 - lost))
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
