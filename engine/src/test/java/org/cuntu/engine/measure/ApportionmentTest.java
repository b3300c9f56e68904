package org.cuntu.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
    @Test
    void patchesTakeTheRemainderFromTheLargest() {
        assertThat(toHundredths(
                        "250233.22", "83211.474", "61022.103", "50000.038", "40777.771", "14988.314", "233.337"))
                .containsExactly(8321154, 6102215, 5000007, 4077780, 1498832, 23334);
    }

    @Test
    void aNegativeRemainderIsTakenFromTheLargest() {
        assertThat(toHundredths("10000.00", "5555.556", "3333.336", "1111.106"))
                .containsExactly(555555, 333334, 111111);
    }

    @Test
    void equalPartsTakeTheRemainderInInputOrder() {
        String[] seven = new String[7];
        Arrays.fill(seven, "33.3333");
        assertThat(toHundredths("233.33", seven)).containsExactly(3334, 3334, 3333, 3333, 3333, 3333, 3333);
    }

    @Test
    void percentagesOfThreeThirdsAreOneHundred() {
        assertThat(Apportionment.shares(new long[] {1, 1, 1}))
                .extracting(Share::hundredthsOfPercent)
                .containsExactly(3334, 3333, 3333);
    }

    @Test
    void nothingCannotBeApportionedToSomething() {
        assertThatThrownBy(() -> Apportionment.apportion(new double[] {0, 0}, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Sizes with one and two decimals make halves often, equal ones as well. */
    @Test
    void whatDoublesDecideIsWhatExactDecimalsDecide() {
        Random random = new Random(26);
        for (int round = 0; round < 20_000; round++) {
            int n = 1 + random.nextInt(12);
            long[] parts = new long[n];
            for (int i = 0; i < n; i++)
                parts[i] =
                        random.nextInt(4) == 0 ? 0 : random.nextLong(1, random.nextBoolean() ? 20 : 100_000_000_000L);
            parts[random.nextInt(n)] = 1 + random.nextInt(9);
            long whole = random.nextBoolean() ? random.nextInt(40) : random.nextLong(1_000_000_000_000L);
            BigDecimal[] exact =
                    Arrays.stream(parts).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
            double[] halved =
                    Arrays.stream(parts).mapToDouble(part -> part * 0.5).toArray();
            double[] uneven =
                    Arrays.stream(parts).mapToDouble(part -> part / 3.0).toArray();
            assertThat(Apportionment.apportion(parts, whole)).isEqualTo(byDecimals(exact, whole));
            assertThat(Apportionment.apportion(halved, whole)).isEqualTo(byDecimals(exact, whole));
            assertThat(Apportionment.apportion(uneven, whole))
                    .isEqualTo(byDecimals(
                            Arrays.stream(uneven).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new), whole));
        }
    }

    /** Handbook, area computation 3.8, steps 1–3, to the letter. */
    private static long[] byDecimals(BigDecimal[] parts, long whole) {
        BigDecimal sum = Arrays.stream(parts).reduce(BigDecimal.ZERO, BigDecimal::add);
        long[] units = Arrays.stream(parts)
                .mapToLong(part -> part.multiply(BigDecimal.valueOf(whole))
                        .divide(sum, 0, RoundingMode.HALF_UP)
                        .longValueExact())
                .toArray();
        long left = whole - Arrays.stream(units).sum();
        List<Integer> order = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts[i]).reversed().thenComparing(i -> i))
                .toList();
        while (left != 0)
            for (int part : order) {
                if (left == 0 || parts[part].signum() == 0 || left < 0 && units[part] == 0) continue;
                units[part] += Long.signum(left);
                left -= Long.signum(left);
            }
        return units;
    }

    private static long[] toHundredths(String whole, String... parts) {
        long[] exact = Arrays.stream(parts)
                .mapToLong(part -> new BigDecimal(part).movePointRight(4).longValueExact())
                .toArray();
        return Apportionment.apportion(exact, Area.parse(whole).hundredths());
    }
}
