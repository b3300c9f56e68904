package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Printing a plate is an act of its own and tells the plate who and when. */
class PlatesOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");

    private Talk.Answer print(String paper, int scale) {
        return viewer.send(
                "POST",
                "/api/plates",
                "application/json",
                "{\"title\":\"莲塘村\",\"paper\":\"" + paper + "\",\"scale\":" + scale
                        + ",\"bounds\":[109.4,24.3,109.5,24.4],\"versions\":[\"DLTB@0123\"]}");
    }

    @Test
    void aPlateIsKeptWithItsPlaceAndScale() {
        JsonNode plate = print("A4", 10_000).json();

        assertThat(plate.get("by").asString()).isEqualTo("viewer");
        assertThat(plate.get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        assertThat(application.bean(ProofLog.class).find(plate.get("leaf").asString()))
                .hasValueSatisfying(entry -> assertThat(entry.act().object())
                        .isEqualTo("A4 1:10000 109.400000,24.300000,109.500000,24.400000 莲塘村"));
    }

    @Test
    void aPlateOfNoPaperOrNoScaleIsRefused() {
        assertThat(print("A0", 10_000).said()).isEqualTo("422 onemap.plate");
        assertThat(print("A4", 0).said()).isEqualTo("422 onemap.plate");
    }
}
