package org.cuntu.engine.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes parts add up to a fixed whole (面积平差): each part is scaled and rounded half up, then the remaining units go,
 * one each, to the parts in descending order of size, ties in input order. Source: national survey practice as stated in
 * the handbook, area computation 3.8, steps 1–3. The caller gives parts in a stable order (feature order; for survey
 * balancing, BSM ascending), so the result is reproducible.
 */
public final class Apportionment {
    private Apportionment() {}

    /**
     * Apportions {@code whole} units among non-negative {@code parts}; the result sums to {@code whole} exactly.
     *
     * @param parts unrounded sizes in any one unit, none negative, at least one positive unless whole is 0
     * @param whole the fixed whole in integer units
     * @throws IllegalArgumentException when a part is negative or not finite, or all are 0 and whole is not
     */
    public static long[] apportion(double[] parts, long whole) {
        BigDecimal[] exact = new BigDecimal[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!(parts[i] >= 0) || Double.isInfinite(parts[i]))
                throw new IllegalArgumentException("part " + i + " is " + parts[i]);
            exact[i] = new BigDecimal(parts[i]);
        }
        return apportion(exact, whole);
    }

    /** As {@link #apportion(double[], long)}, for exact decimals. */
    public static long[] apportion(BigDecimal[] parts, long whole) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal part : parts) sum = sum.add(part);
        long[] units = new long[parts.length];
        if (sum.signum() == 0) {
            if (whole != 0) throw new IllegalArgumentException("nothing to apportion " + whole + " units to");
            return units;
        }
        BigDecimal total = BigDecimal.valueOf(whole);
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            units[i] = parts[i].multiply(total)
                    .divide(sum, MathContext.DECIMAL128)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            given = Math.addExact(given, units[i]);
        }
        spread(parts, units, whole - given);
        return units;
    }

    /** Areas that sum to {@code whole}. */
    public static List<Area> areas(double[] parts, Area whole) {
        return Arrays.stream(apportion(parts, whole.hundredths()))
                .mapToObj(Area::new)
                .toList();
    }

    /**
     * Percentages of {@code parts} in their sum, by largest remainder, so that the column is 100.00.
     *
     * @return one share a part; all zero when the parts sum to zero
     */
    public static List<Share> shares(long[] parts) {
        long sum = Arrays.stream(parts).sum();
        if (sum == 0) return Arrays.stream(parts).mapToObj(p -> Share.ZERO).toList();
        int[] units = new int[parts.length];
        BigDecimal[] rest = new BigDecimal[parts.length];
        int given = 0;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal[] qr = BigDecimal.valueOf(parts[i])
                    .multiply(BigDecimal.valueOf(10_000))
                    .divideAndRemainder(BigDecimal.valueOf(sum));
            units[i] = qr[0].intValueExact();
            rest[i] = qr[1];
            given += units[i];
        }
        Integer[] order = indices(
                parts.length, Comparator.comparing((Integer i) -> rest[i]).reversed());
        for (int k = 0; k < 10_000 - given; k++) units[order[k]]++;
        return Arrays.stream(units).mapToObj(Share::new).toList();
    }

    private static void spread(BigDecimal[] parts, long[] units, long remainder) {
        if (remainder == 0) return;
        Integer[] order = indices(
                parts.length, Comparator.comparing((Integer i) -> parts[i]).reversed());
        int step = remainder > 0 ? 1 : -1;
        long left = Math.abs(remainder);
        for (int k = 0; left > 0; k = (k + 1) % order.length) {
            int i = order[k];
            if (parts[i].signum() == 0 || (step < 0 && units[i] == 0)) continue;
            units[i] += step;
            left--;
        }
    }

    private static Integer[] indices(int n, Comparator<Integer> by) {
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) order[i] = i;
        Arrays.sort(order, by.thenComparing(Comparator.naturalOrder()));
        return order;
    }
}
