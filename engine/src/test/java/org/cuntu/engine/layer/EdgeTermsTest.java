package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.cuntu.engine.measure.FieldIntegral;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTermsTest {
    /** A patch; one over a border of hundredths; one as large as a county; one far from its reference latitude. */
    @ParameterizedTest(name = "between {0} and {1}, counted from {2}")
    @CsvSource({"24.001, 24.002, 24", "24.003, 24.007, 24", "23.5, 24.5, 24", "24.001, 24.002, 31"})
    void manyEdgesAtOnceAreToTheBitWhatEachIsAlone(double south, double north, double reference) {
        FieldIntegral field = FieldIntegral.from(reference);
        double[] path = new double[2 * (EdgeTerms.MOST + 1)];
        Random random = new Random(1);
        for (int i = 0; i < path.length; i += 2) {
            path[i] = 109 + random.nextDouble() * (north - south);
            path[i + 1] = south + random.nextDouble() * (north - south);
        }
        EdgeTerms terms = new EdgeTerms(EdgeTerms.MOST);
        for (int first : new int[] {0, 3, 200}) {
            int count = EdgeTerms.MOST - first;
            terms.fill(path, first, count, field, south, north);
            for (int i = 0; i < count; i++) {
                int at = 2 * (first + i);
                assertThat(terms.integrals[i])
                        .isEqualTo(field.edge(path[at], path[at + 1], path[at + 2], path[at + 3]));
                assertThat(terms.lengths[i])
                        .isEqualTo(
                                LocalMetric.length(path[at + 1], path[at + 2] - path[at], path[at + 3] - path[at + 1]));
            }
        }
    }
}
