package org.cuntu.core.conformity.internal;

import java.math.BigDecimal;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;

/** How figures are printed in tables. */
final class Figures {
    static final Words NONE = ReviewWords.same("–");

    private Figures() {}

    /** 0.0001 ha as hectares with four places. */
    static String hectares(long units) {
        return BigDecimal.valueOf(units, 4).toPlainString();
    }

    /** 亩 = hectares as printed × 15, four places. */
    static String mu(long units) {
        return BigDecimal.valueOf(Math.multiplyExact(units, 15L), 4).toPlainString();
    }

    /** A dash for nothing. */
    static Words cell(long units) {
        return units == 0 ? NONE : ReviewWords.same(hectares(units));
    }

    static Words cell(Area area) {
        return ReviewWords.same(area.toString());
    }

    static Words cell(Share share) {
        return ReviewWords.same(share.toString());
    }
}
