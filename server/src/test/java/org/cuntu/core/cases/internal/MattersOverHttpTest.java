package org.cuntu.core.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The matters as an officer's page gets them. */
class MattersOverHttpTest {
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk window = Talk.as(application, "case-window");

    @Test
    void windowSeesWhatEachMatterAsksFor() {
        JsonNode list = window.get("/api/cases/matters").json();

        assertThat(list.size()).isEqualTo(5);
        JsonNode house = list.get(3);
        assertThat(house.path("code").asString()).isEqualTo("rural-house");
        assertThat(house.path("title").path("zh").asString()).isEqualTo("乡村建设规划许可（农户住宅）");
        assertThat(house.path("limits").path("promised").asInt()).isEqualTo(10);
        assertThat(house.path("steps").get(0).path("permission").asString()).isEqualTo("cases:step:accept");
        assertThat(house.path("form").path("properties").has("storeys")).isTrue();
    }

    @Test
    void oneMatterNamesItsBasisAndSaysWhatIsUnverified() {
        JsonNode house = window.get("/api/cases/matters/rural-house").json();

        assertThat(house.path("basis").get(0).path("clause").asString()).isEqualTo("第四十一条");
        assertThat(house.path("basis").get(1).path("status").asString()).isEqualTo("UNVERIFIED");
        assertThat(house.path("result").path("lead").asString()).isEqualTo("乡字第");
    }

    @Test
    void matterThatThereIsNotIsNotFound() {
        assertThat(window.get("/api/cases/matters/flying-house").said()).isEqualTo("404 matters.unknown");
    }

    @Test
    void citizenDoesNotSeeTheOfficersPage() {
        assertThat(Talk.as(application, "citizen").get("/api/cases/matters").said())
                .isEqualTo("403 identity.not-allowed");
    }
}
