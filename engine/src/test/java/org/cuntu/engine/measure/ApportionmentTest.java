package org.cuntu.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
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

    private static long[] toHundredths(String whole, String... parts) {
        BigDecimal[] exact = Arrays.stream(parts).map(BigDecimal::new).toArray(BigDecimal[]::new);
        return Apportionment.apportion(exact, Area.parse(whole).hundredths());
    }
}
