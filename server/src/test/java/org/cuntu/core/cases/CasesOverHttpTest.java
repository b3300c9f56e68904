package org.cuntu.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    void theFigureInTheBarIsTheCountOfTheOwnList() {
        Talk window = Talk.as(APPLICATION, "case-window");

        int waiting = window.get("/api/cases/waiting").json().path("waiting").asInt(-1);

        assertThat(waiting)
                .isEqualTo(window.get("/api/cases?view=mine")
                        .json()
                        .path("counts")
                        .path("views")
                        .path("mine")
                        .asInt());
    }

    @Test
    void whatHasEndedComesAfterWhatIsUnderWayTheLastFirst() {
        Talk window = Talk.as(APPLICATION, "case-window");
        String first = draft(window).path("id").asString();
        String last = draft(window).path("id").asString();
        String open = draft(window).path("id").asString();
        ended(first, "2026-01-05");
        ended(last, "2026-01-06");

        JsonNode all = window.get("/api/cases?view=created&size=200").json();
        List<String> ids = ids(all);

        assertThat(ids.subList(ids.size() - 2, ids.size())).containsExactly(last, first);
        assertThat(ids).contains(open);
        assertThat(all.path("total").asInt()).isEqualTo(ids.size());
        assertThat(all.path("counts").path("views").path("created").asInt()).isEqualTo(ids.size());
        int lit = 0;
        for (JsonNode light : all.path("counts").path("lights")) lit += light.asInt();
        assertThat(lit).isEqualTo(ids.size() - 2);
        // page by page the same, over the border of both parts
        List<String> paged = new ArrayList<>();
        for (int page = 0; page < ids.size(); page++)
            paged.addAll(ids(
                    window.get("/api/cases?view=created&size=1&page=" + page).json()));
        assertThat(paged).containsExactlyElementsOf(ids);
        assertThat(ids(window.get("/api/cases?view=created&size=200&light=GREEN")
                        .json()))
                .doesNotContain(first, last)
                .contains(open);
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : answer.path("items")) ids.add(item.path("id").asString());
        return ids;
    }

    private static void ended(String id, String day) {
        APPLICATION
                .jdbc()
                .sql("update case_file set state = 'WITHDRAWN', ended_at = cast(:at as timestamp(6) with time zone)"
                        + " where id = cast(:id as uuid)")
                .param("at", day + " 10:00:00+08")
                .param("id", id)
                .update();
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
