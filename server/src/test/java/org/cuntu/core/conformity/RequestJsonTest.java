package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.cuntu.core.conformity.internal.RequestJson;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestJsonTest {
    private static final String SQUARE =
            "[[[109.4,24.3],[109.4012345678912,24.3],[109.4012345678912,24.301],[109.4,24.301],[109.4,24.3]]]";

    @Test
    void whatIsDrawnIsRoundedToABillionthOfADegree() {
        ReviewRequest request = read("{\"plots\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}}]}");

        assertThat(request.plots().getFirst().shape().geometry().getCoordinates()[1].x).isEqualTo(109.401234568);
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
        assertThat(refusal("{\"plots\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[109.4,24.3],[109.5,24.3]]]}}]}"))
                .isEqualTo("review.request");
    }

    private static ReviewRequest read(String json) {
        return RequestJson.read(JsonMapper.shared().readTree(json));
    }

    private static String refusal(String json) {
        return catchThrowableOfType(InputRefused.class, () -> read(json)).problems().getFirst().code();
    }
}
