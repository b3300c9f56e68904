package org.cuntu.engine.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The deduction of field ridges (扣除地类面积) from a patch: KCMJ = TBMJ × KCXS rounded half up to 0.01 m², TBDLMJ = TBMJ −
 * KCMJ, which is never computed on its own (handbook, area computation 3.5; 三调 database standard). The two parts always
 * sum to the patch.
 *
 * @param patch TBMJ
 * @param deducted KCMJ, the ridges (田坎, class 1203)
 */
public record Deduction(Area patch, Area deducted) {
    /**
     * The deduction of a patch or of a piece of one.
     *
     * @param coefficient KCXS as a fraction, 0 ≤ KCXS &lt; 1; null counts as 0
     * @throws IllegalArgumentException for a coefficient outside that range
     */
    public static Deduction of(Area patch, @Nullable BigDecimal coefficient) {
        if (coefficient == null) return new Deduction(patch, Area.ZERO);
        if (coefficient.signum() < 0 || coefficient.compareTo(BigDecimal.ONE) >= 0)
            throw new IllegalArgumentException("KCXS " + coefficient + " is not a fraction");
        return new Deduction(patch, Area.ofSquareMetres(patch.toBigDecimal().multiply(coefficient)));
    }

    /** TBDLMJ, what is left of the patch's own class. */
    public Area net() {
        return patch.minus(deducted);
    }
}
