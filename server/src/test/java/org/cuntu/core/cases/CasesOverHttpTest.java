package org.cuntu.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an officer's page asks, over a real port, with the city's own matters. */
class CasesOverHttpTest {
    private static final TestApplication APPLICATION = TestApplication.onTheWeb();
    private static final String DRAFT = """
            {"matter":"rural-house","origin":"NEW","applicant":{"kind":"natural","name":"韦小明","idNumber":"450200199001010011","phone":"13800000000"}}""";

    private static JsonNode draft(Talk window) {
        return window.send("POST", "/api/cases", "application/json", DRAFT).json();
    }

    @Test
    void theCounterTakesAnApplicationAndItsNameIsMasked() {
        Talk window = Talk.as(APPLICATION, "case-window");
        JsonNode made = draft(window);

        JsonNode read = window.get("/api/cases/" + made.path("id").asString()).json();

        assertThat(read.path("state").asString()).isEqualTo("DRAFT");
        assertThat(read.path("applicant").asString()).isEqualTo("韦**");
        assertThat(read.toString()).doesNotContain("450200199001010011").doesNotContain("13800000000");
        assertThat(read.path("receipt").asString()).hasSize(64);
        assertThat(read.path("may").path("edit").asBoolean()).isTrue();
        assertThat(window.get("/api/cases?view=created").json().path("items").size())
                .isPositive();
    }

    @Test
    void whoMayUnmaskSeesItInClear() {
        Talk window = Talk.as(APPLICATION, "case-window");
        JsonNode made = draft(window);

        JsonNode read = window.get("/api/cases/" + made.path("id").asString() + "?full=true")
                .json();

        assertThat(read.path("applicantFull").path("name").asString()).isEqualTo("韦小明");
    }

    @Test
    void eachViewIsAnsweredWithItsCounts() {
        Talk officer = Talk.as(APPLICATION, "case-officer");
        for (String view : new String[] {"mine", "check", "done", "followed", "created", "all"}) {
            JsonNode answer = officer.get("/api/cases?view=" + view
                            + "&light=RED&step=EXAMINE&quick=farmland&words=x&division=450206")
                    .json();
            assertThat(answer.path("items").isArray()).as(view).isTrue();
            assertThat(answer.path("counts").path("views").has("mine")).isTrue();
            assertThat(answer.path("today").path("due").isInt()).isTrue();
        }
    }

    @Test
    void everythingThatIsMissingIsSaidBesideItsField() {
        Talk window = Talk.as(APPLICATION, "case-window");
        JsonNode made = draft(window);

        JsonNode refused = window.send(
                        "POST", "/api/cases/" + made.path("id").asString() + "/submit", "application/json", "{}")
                .json();

        assertThat(refused.path("problems").findValuesAsString("code"))
                .contains("cases.site-missing", "cases.field-missing");
        assertThat(refused.path("problems").findValuesAsString("where")).contains("site");
        assertThat(refused.path("problems").valueStream())
                .filteredOn(each -> each.path("code").asString("").equals("cases.field-missing"))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.path("pointer").asString())
                            .isEqualTo("/" + each.path("field").asString());
                    assertThat(each.path("titles").path("zh").asString()).isNotEmpty();
                    assertThat(each.path("titles").path("en").asString()).isNotEmpty();
                });
    }

    @Test
    void anothersDraftIsNotFound() {
        Talk window = Talk.as(APPLICATION, "case-window");
        JsonNode made = draft(window);

        assertThat(Talk.as(APPLICATION, "case-officer")
                        .get("/api/cases/" + made.path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theBellSaysWhatIsNotRead() {
        assertThat(Talk.as(APPLICATION, "case-officer")
                        .get("/api/notices")
                        .json()
                        .path("unread")
                        .isInt())
                .isTrue();
    }
}
