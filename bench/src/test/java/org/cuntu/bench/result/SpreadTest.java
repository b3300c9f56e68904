package org.cuntu.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void middleOfAnOddNumberIsTheMiddleOneAndOfAnEvenNumberHalfWayBetweenTwo() {
        assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(1, 2, 3));
        assertThat(Spread.of(4, 1, 2, 3)).isEqualTo(new Spread(1, 2.5, 4));
    }

    @Test
    void percentileIsTheNearestRank() {
        double[] hundred =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
        assertThat(Spread.percentile(hundred, 0.5)).isEqualTo(50);
        assertThat(Spread.percentile(hundred, 0.99)).isEqualTo(99);
        double[] thousand = IntStream.rangeClosed(1, 1000).mapToDouble(i -> i).toArray();
        assertThat(Spread.percentile(thousand, 0.99)).isEqualTo(990);
        assertThat(Spread.percentile(new double[] {7}, 0.99)).isEqualTo(7);
    }

    @Test
    void nothingHasNoSpread() {
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Spread.percentile(new double[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
