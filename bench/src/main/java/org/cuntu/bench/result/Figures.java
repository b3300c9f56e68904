package org.cuntu.bench.result;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as they are printed: three digits that count. */
final class Figures {
    private Figures() {}

    static String of(double figure) {
        double size = StrictMath.abs(figure);
        if (size >= 1000) return String.format(Locale.ROOT, "%,.0f", figure);
        if (size >= 100) return String.format(Locale.ROOT, "%.0f", figure);
        if (size >= 10) return String.format(Locale.ROOT, "%.1f", figure);
        return String.format(Locale.ROOT, size >= 1 ? "%.2f" : "%.3f", figure);
    }

    /** 0.12 (0.11–0.15) */
    static String of(@Nullable Spread spread) {
        if (spread == null) return "–";
        if (spread.min() == spread.max()) return of(spread.median());
        return of(spread.median()) + " (" + of(spread.min()) + "–" + of(spread.max()) + ")";
    }

    /** ≥ 90 or ≤ 4 */
    static String goal(Goal goal, double bound) {
        String times = goal.judged() == Goal.Judged.RATIO ? "×" : "";
        String number = bound == StrictMath.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
        return (goal.sense() == Goal.Sense.AT_LEAST ? "≥ " : "≤ ") + times + number;
    }

    static String ratio(@Nullable Spread ratio) {
        return ratio == null ? "–" : "×" + of(ratio);
    }
}
