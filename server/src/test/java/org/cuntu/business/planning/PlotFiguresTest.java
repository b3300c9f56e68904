package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.cuntu.business.planning.PlotLimit.Operator;
import org.cuntu.engine.measure.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits as they are read, and what they give. */
class PlotFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "<=, 2.2, , AT_MOST",
        "'', 2.2, , AT_MOST",
        ">=, 1.0, , AT_LEAST",
        "range, 1.6, 1.0, RANGE",
        "无, 2.2, , NONE",
        "'', , , NONE",
        "<=, , , UNREADABLE",
        "range, 1.6, , UNREADABLE",
        "range, 1.0, 1.6, UNREADABLE",
        "约, 2.2, , UNREADABLE",
        "<=, -1, , UNREADABLE",
    })
    void aLimitIsReadAsThePlanHasIt(String word, BigDecimal value, BigDecimal least, Operator expected) {
        assertThat(PlotLimit.read(word, value, least, Operator.AT_MOST).operator())
                .isEqualTo(expected);
    }

    @Test
    void aPrintedFigureNeverAllowsMoreThanThePlan() {
        PlotLimit most = new PlotLimit(Operator.AT_MOST, new BigDecimal("2.2"), null);
        PlotLimit green = new PlotLimit(Operator.AT_LEAST, new BigDecimal("35"), null);
        PlotLimit none = PlotLimit.read("无", null, null, Operator.AT_MOST);

        PlotFigures figures = PlotFigures.of(Area.parse("10000.01"), most, none, green);

        // 10000.01 × 2.2 = 22000.022; 10000.01 × 0.35 = 3500.0035
        assertThat(figures.mostFloor()).isEqualTo(Area.parse("22000.02"));
        assertThat(figures.leastGreen()).isEqualTo(Area.parse("3500.01"));
        assertThat(figures.mostBase()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void figuresAreTheIntegersThatIndependentArithmeticGives(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            long area = 1 + random.nextLong(50_000_000_00L);
            int ratio = random.nextInt(1000);
            int density = random.nextInt(10_001);
            PlotFigures figures = PlotFigures.of(
                    new Area(area),
                    new PlotLimit(Operator.AT_MOST, BigDecimal.valueOf(ratio, 2), null),
                    new PlotLimit(Operator.AT_MOST, BigDecimal.valueOf(density, 2), null),
                    new PlotLimit(Operator.AT_LEAST, BigDecimal.valueOf(density, 2), null));

            assertThat(figures.mostFloor().hundredths()).as("seed %d", seed).isEqualTo(floor(area, ratio, 100));
            assertThat(figures.mostBase().hundredths()).as("seed %d", seed).isEqualTo(floor(area, density, 10_000));
            assertThat(figures.leastGreen().hundredths()).as("seed %d", seed).isEqualTo(-floor(-area, density, 10_000));
        }
    }

    /** ⌊a·b/c⌋ in whole numbers. */
    private static long floor(long a, long b, long c) {
        BigInteger[] parts =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(c));
        return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
    }
}
