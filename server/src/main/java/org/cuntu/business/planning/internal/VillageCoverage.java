package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * How far 应编尽编 is reached: villages of which a plan must be made and those of them whose plan is approved, counted and by
 * their ground. Whole numbers throughout, so that every sum is the sum of its parts.
 *
 * @param must, done villages that must have a plan, and those of them that have one
 * @param villages, approved, drafting, none of all villages by state
 */
record VillageCoverage(
        int villages,
        int approved,
        int drafting,
        int none,
        int must,
        int done,
        Area area,
        Area mustArea,
        Area doneArea) {
    private static final int DIGITS_OF_TOWNSHIP = 9;
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** A village with what the register says of it. @param plan null: the register does not have it */
    record Row(VillageGround.Village village, @Nullable VillagePlan plan) {
        String code() {
            return village.code();
        }

        VillagePlan.State state() {
            return plan == null ? VillagePlan.State.NONE : plan.state();
        }

        boolean must() {
            return plan != null && plan.must();
        }

        String township() {
            return code().length() > DIGITS_OF_TOWNSHIP ? code().substring(0, DIGITS_OF_TOWNSHIP) : code();
        }

        String county() {
            return code().length() > Counties.DIGITS ? code().substring(0, Counties.DIGITS) : code();
        }
    }

    static VillageCoverage of(Collection<Row> rows) {
        int[] n = new int[5];
        Area area = Area.ZERO;
        Area must = Area.ZERO;
        Area done = Area.ZERO;
        for (Row row : rows) {
            n[row.state().ordinal()]++;
            area = area.plus(row.village().area());
            if (!row.must()) continue;
            n[3]++;
            must = must.plus(row.village().area());
            if (row.state() != VillagePlan.State.APPROVED) continue;
            n[4]++;
            done = done.plus(row.village().area());
        }
        return new VillageCoverage(
                rows.size(),
                n[VillagePlan.State.APPROVED.ordinal()],
                n[VillagePlan.State.DRAFTING.ordinal()],
                n[VillagePlan.State.NONE.ordinal()],
                n[3],
                n[4],
                area,
                must,
                done);
    }

    /** By a part of their codes, ascending. */
    static Map<String, List<Row>> by(Collection<Row> rows, Function<Row, String> key) {
        Map<String, List<Row>> parts = new TreeMap<>();
        for (Row row : rows)
            parts.computeIfAbsent(key.apply(row), code -> new ArrayList<>()).add(row);
        return parts;
    }

    /** done / must in percent with two places, half up; 100.00 only when nothing is wanting; null when nothing must be. */
    @Nullable
    String rate() {
        return percent(BigInteger.valueOf(done), BigInteger.valueOf(must));
    }

    /** The same by ground. */
    @Nullable
    String areaRate() {
        return percent(BigInteger.valueOf(doneArea.hundredths()), BigInteger.valueOf(mustArea.hundredths()));
    }

    private static @Nullable String percent(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) return null;
        BigInteger two = BigInteger.TWO;
        long rounded = part.multiply(WHOLE)
                .multiply(two)
                .add(whole)
                .divide(whole.multiply(two))
                .longValueExact();
        long shown = part.compareTo(whole) < 0 ? Math.min(rounded, 9_999) : rounded;
        return BigDecimal.valueOf(shown, 2).toPlainString();
    }
}
