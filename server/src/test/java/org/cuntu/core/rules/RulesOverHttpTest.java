package org.cuntu.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rule pages over HTTP. */
class RulesOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");

    @Test
    void aRuleShowsItsVersionsAndWhatChanged() {
        JsonNode rule = viewer.get("/api/rules/plan-zone").json();

        assertThat(rule.path("row").asString()).isEqualTo("Z3");
        assertThat(rule.path("history")).hasSize(2);
        assertThat(rule.at("/history/1/changes").findValuesAsString("what")).contains("where", "title");
    }

    @Test
    void theListOfADayBeforeARuleHoldsItNotInForce() {
        JsonNode rules = viewer.get("/api/rules?asOf=2025-01-01").json().path("rules");

        for (JsonNode rule : rules)
            if (rule.path("id").asString().equals("urban-boundary"))
                assertThat(rule.path("inForce").asBoolean()).isFalse();
    }

    @Test
    void otherFiguresGiveAnotherVerdictAndOnlyFiguresAreTaken() {
        String over =
                "{\"site\":\"1000.00\",\"pieces\":[{\"area\":\"1000.00\",\"fields\":{\"RJL\":\"1.6\",\"RJLYSF\":\"<=\"}}],"
                        + "\"project\":{\"figures\":{\"floorAreaRatio\":\"RATIO\"}}}";

        assertThat(tried(over.replace("RATIO", "1.7"))).isEqualTo("FAIL");
        assertThat(tried(over.replace("RATIO", "1.6"))).isEqualTo("PASS");
        assertThat(tryIt(over.replace("RATIO", "1+1")).said()).endsWith("rule.trial");
    }

    private Talk.Answer tryIt(String body) {
        return viewer.send(
                "POST",
                "/api/rules/detailed-plan-floor-area/try",
                "application/json",
                body,
                "X-XSRF-TOKEN",
                viewer.token());
    }

    private String tried(String body) {
        return tryIt(body).json().path("verdict").asString();
    }

    @Test
    void theMatrixNamesTheSentenceOfEachCellAndTheTownshipsOwn() {
        JsonNode matrix = viewer.get("/api/rules/conversion").json();

        assertThat(matrix.path("zones").findValuesAsString("code")).contains("100", "300", "410", "520");
        assertThat(matrix.path("townships").toString()).contains("450206108");
    }
}
