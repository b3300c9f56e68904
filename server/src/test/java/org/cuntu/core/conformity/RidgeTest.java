package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The field ridge (田坎) of 1,000 m² of paddy, by its ratio KCXS. */
class RidgeTest {
    @ParameterizedTest
    @CsvSource({
        "0.1256, 125.60",
        "0, 0.00",
        "0.000004, 0.00",
        "0.000005, 0.01",
        "0.999999, 1000.00",
        "12.56, 125.60",
        "99.99, 999.90"
    })
    void isRoundedHalfUpFromTheApportionedAreaAPercentageToo(String ratio, String ridge) {
        assertThat(paddy(ratio).layers().getFirst().leaves().getFirst().ridge()).hasToString(ridge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1", "100", "150", "1e9"})
    void aRatioThatIsNoneDeductsNothingAndIsSaid(String ratio) {
        ReviewResult review = paddy(ratio);

        assertThat(review.layers().getFirst().leaves().getFirst().ridge()).hasToString("0.00");
        assertThat(review.notes()).extracting(ReviewResult.Note::code).containsExactly("ridge-ratio");
    }

    @Test
    void withoutARatioNothingIsDeducted() {
        ReviewResult review = FlatGround.with("DLTB")
                .plot(box(0, 0, 10, 100))
                .feature("DLTB", box(0, 0, 10, 100), "DLBM", "0101")
                .review();

        assertThat(review.layers().getFirst().leaves().getFirst().ridge()).hasToString("0.00");
        assertThat(review.notes()).isEmpty();
    }

    private static ReviewResult paddy(String ratio) {
        return FlatGround.with("DLTB")
                .plot(box(0, 0, 10, 100))
                .feature("DLTB", box(0, 0, 10, 100), "DLBM", "0101", "KCXS", new BigDecimal(ratio))
                .review();
    }
}
