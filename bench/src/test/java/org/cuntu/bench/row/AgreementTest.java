package org.cuntu.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void aPieceMayDifferByItsShareAndALittle() {
        assertThat(Agreement.SAME_INTEGRAL.difference(Map.of("a", 1e6), Map.of("a", 1e6 + 0.001)))
                .isNull();
        assertThat(Agreement.SAME_INTEGRAL.difference(Map.of("a", 1e6), Map.of("a", 1e6 + 0.002)))
                .isNotNull();
    }

    @Test
    void aMissingPieceIsOneOfNoArea() {
        assertThat(Agreement.SAME_INTEGRAL.difference(Map.of("a", 1.0, "touch", 1e-6), Map.of("a", 1.0)))
                .isNull();
        assertThat(Agreement.SAME_INTEGRAL.difference(Map.of("a", 1.0), Map.of("a", 1.0, "b", 0.01)))
                .isEqualTo("b: 0.0 m² and 0.01 m² (1 of 2)");
    }
}
