package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.cuntu.core.conformity.internal.RequestJson;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestJsonTest {
    private static final String SQUARE =
            "[[[109.4,24.3],[109.4012345678912,24.3],[109.4012345678912,24.301],[109.4,24.301],[109.4,24.3]]]";

    @Test
    void whatIsDrawnIsRoundedToABillionthOfADegree() {
        ReviewRequest request =
                read("{\"plots\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}}]}");

        assertThat(request.plots().getFirst().shape().geometry().getCoordinates()[1].x)
                .isEqualTo(109.401234568);
        assertThat(request.plots().getFirst().number()).isEqualTo("1");
    }

    @Test
    void aFigureEightIsRefusedAsInAFile() {
        String eight = "[[[109.4,24.3],[109.401,24.301],[109.401,24.3],[109.4,24.301],[109.4,24.3]]]";

        assertThat(refusal("{\"plots\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + eight + "}}]}"))
                .startsWith("shape.");
    }

    @Test
    void withoutPlotsItIsRefused() {
        assertThat(refusal("{\"plots\":[]}")).isEqualTo("review.request");
    }

    @Test
    void anOpenRingIsRefused() {
        assertThat(
                        refusal(
                                "{\"plots\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[109.4,24.3],[109.5,24.3]]]}}]}"))
                .isEqualTo("review.request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e999999999", "1e-999999999", "NaN"})
    void aStatedAreaThatIsNoneIsRefused(String stated) {
        String plot =
                "{\"stated\":\"" + stated + "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}}";

        assertThat(refusal("{\"plots\":[" + plot + "]}")).isEqualTo("review.request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[[]]",
                "[[[1],[2],[3],[1]]]",
                "[[[1e999,2],[3,4],[5,6],[1e999,2]]]",
                "7",
                "[[7]]",
                "[[[\"a\",\"b\"]]]"
            })
    void coordinatesThatAreNoneAreRefused(String coordinates) {
        String plot = "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";

        assertThat(refusal("{\"plots\":[" + plot + "]}")).isIn("review.request", "shape.empty");
    }

    @Test
    void wordsThatNoDatabaseTakesAreRefused() {
        String geometry = "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}";

        assertThat(refusal("{\"plots\":[{\"name\":\"\\ud800\"," + geometry + "}]}"))
                .isEqualTo("format.no-text");
        assertThat(refusal("{\"name\":\"\\u0000\",\"plots\":[{" + geometry + "}]}"))
                .isEqualTo("review.request");
    }

    private static ReviewRequest read(String json) {
        return RequestJson.read(JsonMapper.shared().readTree(json));
    }

    private static String refusal(String json) {
        return catchThrowableOfType(InputRefused.class, () -> read(json))
                .problems()
                .getFirst()
                .code();
    }
}
