package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cuntu.business.planning.IndicatorAnswer.Said;
import org.cuntu.business.planning.PlanIndicator;

/**
 * A number as somebody wrote it.
 *
 * @param value in the unit that is written
 * @param unit as written; empty: the indicator's
 * @param place sheet and cell, or the paragraph's number
 * @param words the row or the sentence
 */
record Written(BigDecimal value, String unit, String place, String words) {
    private static final Pattern NUMBER =
            Pattern.compile("^([+-]?[0-9][0-9,，]{0,20}(?:\\.[0-9]{1,12})?)\\s*(.{0,20})$");
    private static final int LONGEST = 300;

    Written {
        if (words.length() > LONGEST) words = words.substring(0, LONGEST) + "…";
    }

    /** A number with perhaps a unit behind it; empty when it is none. */
    static Optional<Written> parse(String text, String unit, String place, String words) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) return Optional.empty();
        BigDecimal value = new BigDecimal(number.group(1).replaceAll("[,，]", ""));
        String own = number.group(2).strip();
        return Optional.of(new Written(value, own.isEmpty() ? unit : own, place, words));
    }

    /** In the indicator's unit; empty when it is of another kind. */
    Optional<BigDecimal> in(PlanIndicator indicator) {
        if (unit.isEmpty()) return Optional.of(value);
        return AreaUnit.convert(value, unit, indicator.unit());
    }

    /**
     * Set against another number of the indicator.
     *
     * @param rough true: to the places in which it is written, at most two fewer than the indicator's
     */
    Said against(BigDecimal other, PlanIndicator indicator, boolean rough) {
        BigDecimal own = in(indicator).orElse(value);
        int least = StrictMath.max(0, indicator.places() - 2);
        boolean same = unit.isEmpty() || unit.equals(indicator.unit());
        int places = rough && same ? StrictMath.clamp(value.scale(), least, indicator.places()) : indicator.places();
        BigDecimal by =
                own.setScale(places, RoundingMode.HALF_UP).subtract(other.setScale(places, RoundingMode.HALF_UP));
        boolean agrees = by.signum() == 0 && in(indicator).isPresent();
        return new Said(value.toPlainString(), unit, agrees ? null : by.toPlainString(), place, words);
    }

    Said alone() {
        return new Said(value.toPlainString(), unit, null, place, words);
    }
}
