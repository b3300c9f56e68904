package org.cuntu.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cuntu.bench.result.Row.Ratio;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Goal TWICE = Goal.times(2, 4);

    @Test
    void ratioIsTheMiddleOfTheRoundsRatiosNotTheRatioOfTheMiddles() {
        // ratios 10, 2 and 3, whose middle is 3; the middles of the times are 2 and 10, whose ratio is 5
        Row row = row(Ratio.LOWER_IS_BETTER, round(1, 10), round(2, 4), round(10, 30));
        assertThat(row.ratio()).isEqualTo(new Spread(2, 3, 10));
        assertThat(row.ours()).isEqualTo(new Spread(1, 2, 10));
        assertThat(row.peer()).isEqualTo(new Spread(4, 10, 30));
    }

    @Test
    void ofRatesTheHigherIsBetter() {
        assertThat(row(Ratio.HIGHER_IS_BETTER, round(30, 10)).ratio()).isEqualTo(new Spread(3, 3, 3));
    }

    @Test
    void loadIsTheHighestOfTheRounds() {
        Row row = row(
                Ratio.LOWER_IS_BETTER,
                new Round(new double[] {1}, new double[] {1}, 0.5),
                new Round(new double[] {1}, new double[] {1}, 3.25));
        assertThat(row.load()).isEqualTo(3.25);
    }

    @Test
    void aRowSaysWhetherItReachesMustAndAim() {
        assertThat(RowText.of(row(Ratio.LOWER_IS_BETTER, round(1, 1.9))).reached())
                .isEqualTo("no");
        assertThat(RowText.of(row(Ratio.LOWER_IS_BETTER, round(1, 2))).reached())
                .isEqualTo("must");
        assertThat(RowText.of(row(Ratio.LOWER_IS_BETTER, round(1, 4))).reached())
                .isEqualTo("aim");
    }

    @Test
    void ofAFigureThatStandsAloneLessIsBetter() {
        Row row = Row.alone("open", "", "ms", new double[] {10, 30, 20}, Goal.atMost(50, 15), 0);
        assertThat(row.judged()).isEqualTo(20);
        assertThat(RowText.of(row).reached()).isEqualTo("must");
        assertThat(RowText.of(row).must()).isEqualTo("≤ 50");
    }

    private static Row row(Ratio ratio, Round... rounds) {
        return Row.of("name", "size", "s", "peer", List.of(rounds), 0, ratio, TWICE, true);
    }

    private static Round round(double ours, double theirs) {
        return new Round(new double[] {ours}, new double[] {theirs}, 0);
    }
}
