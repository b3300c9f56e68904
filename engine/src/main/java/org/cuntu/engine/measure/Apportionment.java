package org.cuntu.engine.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Makes parts add up to a fixed whole (面积平差): each part is scaled and rounded half up, then the remaining units go,
 * one each, to the parts in descending order of size, ties in input order. Source: national survey practice as stated in
 * the handbook, area computation 3.8, steps 1–3. The caller gives parts in a stable order (feature order; for survey
 * balancing, BSM ascending), so the result is reproducible.
 *
 * <p>Every part is rounded as its exact quotient would be. Doubles decide where they are far enough from the half, by far the most;
 * the others are worked out exactly.
 */
public final class Apportionment {
    /** Below this a whole number and its half are doubles. */
    private static final double EXACT = 1L << 51;

    private Apportionment() {}

    /**
     * Apportions {@code whole} units among non-negative {@code parts}; the result sums to {@code whole} exactly.
     *
     * @param parts unrounded sizes in any one unit, none negative, at least one positive unless whole is 0
     * @param whole the fixed whole in integer units
     * @throws IllegalArgumentException when a part is negative or not finite, or all are 0 and whole is not
     */
    public static long[] apportion(double[] parts, long whole) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!(parts[i] >= 0) || Double.isInfinite(parts[i]))
                throw new IllegalArgumentException("part " + i + " is " + parts[i]);
            sum += parts[i];
        }
        if (sum == 0) return nothing(parts.length, whole);
        double error = (parts.length + 4) * StrictMath.ulp(1.0);
        BigDecimal exactSum = null;
        long[] units = new long[parts.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            double quotient = parts[i] / sum * whole;
            if (isSure(quotient, error)) {
                units[i] = (long) StrictMath.floor(quotient + 0.5);
            } else {
                if (exactSum == null) exactSum = sum(parts);
                units[i] = new BigDecimal(parts[i])
                        .multiply(BigDecimal.valueOf(whole))
                        .divide(exactSum, 0, RoundingMode.HALF_UP)
                        .longValueExact();
            }
            given = Math.addExact(given, units[i]);
        }
        spread(parts, units, whole - given);
        return units;
    }

    /** As {@link #apportion(double[], long)}, for whole numbers of any one unit below 2^53. */
    public static long[] apportion(long[] parts, long whole) {
        double[] sizes = new double[parts.length];
        long sum = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < 0) throw new IllegalArgumentException("part " + i + " is " + parts[i]);
            sizes[i] = parts[i];
            sum = Math.addExact(sum, parts[i]);
        }
        if (sum == 0) return nothing(parts.length, whole);
        long[] units = new long[parts.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            units[i] = rounded(parts[i], whole, sum);
            given = Math.addExact(given, units[i]);
        }
        spread(sizes, units, whole - given);
        return units;
    }

    /** Areas that sum to {@code whole}. */
    public static List<Area> areas(double[] parts, Area whole) {
        long[] units = apportion(parts, whole.hundredths());
        List<Area> areas = new ArrayList<>(units.length);
        for (long each : units) areas.add(new Area(each));
        return areas;
    }

    /**
     * Percentages of {@code parts} in their sum, by largest remainder, so that the column is 100.00.
     *
     * @return one share a part; all zero when the parts sum to zero
     */
    public static List<Share> shares(long[] parts) {
        long sum = 0;
        for (long part : parts) sum += part;
        if (sum == 0) return Collections.nCopies(parts.length, Share.ZERO);
        int[] units = new int[parts.length];
        double[] rest = new double[parts.length];
        int given = 0;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] qr = null;
            long quotient;
            if (StrictMath.abs(parts[i]) <= Long.MAX_VALUE / 10_000) {
                quotient = 10_000 * parts[i] / sum;
                rest[i] = 10_000 * parts[i] % sum;
            } else {
                qr = BigInteger.valueOf(parts[i])
                        .multiply(BigInteger.valueOf(10_000))
                        .divideAndRemainder(BigInteger.valueOf(sum));
                quotient = qr[0].longValueExact();
                rest[i] = qr[1].doubleValue();
            }
            units[i] = Math.toIntExact(quotient);
            given += units[i];
        }
        for (int i : largest(rest, 10_000 - given, part -> true)) units[i]++;
        List<Share> shares = new ArrayList<>(units.length);
        for (int each : units) shares.add(new Share(each));
        return shares;
    }

    private static long[] nothing(int parts, long whole) {
        if (whole != 0) throw new IllegalArgumentException("nothing to apportion " + whole + " units to");
        return new long[parts];
    }

    /** Whether a quotient with this relative error is on its side of the half for certain. */
    private static boolean isSure(double quotient, double error) {
        double beyond = quotient - StrictMath.floor(quotient);
        return StrictMath.abs(quotient) < EXACT && StrictMath.abs(beyond - 0.5) > StrictMath.abs(quotient) * error;
    }

    /** part × whole / sum, half up. */
    private static long rounded(long part, long whole, long sum) {
        if (Math.multiplyHigh(part, whole) == 0 && part * whole >= 0) {
            long product = part * whole;
            long quotient = product / sum;
            long rest = product % sum;
            return rest >= sum - rest ? quotient + 1 : quotient;
        }
        return new BigDecimal(BigInteger.valueOf(part).multiply(BigInteger.valueOf(whole)))
                .divide(BigDecimal.valueOf(sum), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal sum(double[] parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double part : parts) sum = sum.add(new BigDecimal(part));
        return sum;
    }

    private static void spread(double[] parts, long[] units, long remainder) {
        int step = remainder > 0 ? 1 : -1;
        for (long left = Math.abs(remainder); left > 0; ) {
            int[] takers = largest(parts, left, part -> parts[part] > 0 && (step > 0 || units[part] > 0));
            for (int part : takers) units[part] += step;
            left -= takers.length;
        }
    }

    /** So many of the parts that may have something, the largest, among equal ones the first; all of them when there are fewer. */
    private static int[] largest(double[] sizes, long count, IntPredicate may) {
        double[] sorted = new double[sizes.length];
        int there = 0;
        for (int i = 0; i < sizes.length; i++) if (may.test(i)) sorted[there++] = sizes[i];
        int taken = (int) StrictMath.min(count, there);
        int[] found = new int[taken];
        if (taken == 0) return found;
        Arrays.sort(sorted, 0, there);
        double least = sorted[there - taken];
        int equals = taken;
        for (int i = there - 1; i >= 0 && sorted[i] > least; i--) equals--;
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (!may.test(i) || sizes[i] < least) continue;
            if (sizes[i] > least || equals-- > 0) found[at++] = i;
        }
        return found;
    }
}
