package org.cuntu.business.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.business.survey.internal.SurveyGround.HILL;
import static org.cuntu.business.survey.internal.SurveyGround.OVER_THERE;
import static org.cuntu.business.survey.internal.SurveyGround.box;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.cuntu.business.survey.internal.SurveyGround.Patch;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Accounts.NewAccount;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The statistics over HTTP: who sees which ground, what is an act, and files. */
class SurveyOverHttpTest {
    private static final String PASSWORD = "Seven red tractors 7";
    private static final String AT = "&asOf=2026-11-26";
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");

    @BeforeEach
    void twoYears() {
        noYears();
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0103", "30", "1000.00", "126.00", "3", ""))
                .patch(box(1, 0, 2, 1), new Patch(OVER_THERE, "0301", "30", "2000.00"))
                .release(LocalDate.of(2024, 12, 31));
        new SurveyGround(application)
                .patch(box(0, 0, 1, 1), new Patch(HILL, "0601", "30", "1000.00"))
                .patch(box(1, 0, 2, 1), new Patch(OVER_THERE, "0301", "30", "2000.00"))
                .release(LocalDate.of(2025, 12, 31));
    }

    @AfterEach
    void noYears() {
        application.jdbc().sql("delete from layer_release where layer = 'DLTB'").update();
    }

    @Test
    void aTableSaysOfWhatMomentAndVersionItIs() {
        JsonNode table =
                viewer.get("/api/survey/table?unit=m2&columns=three" + AT).json();

        assertThat(table.path("asOf").asString()).isEqualTo("2026-11-26");
        assertThat(table.path("snapshot").path("inForceFrom").asString()).isEqualTo("2025-12-31");
        assertThat(table.path("snapshot").path("hash").asString()).hasSize(64);
        assertThat(table.path("sum").path("total").asString()).isEqualTo("3000.00");
        assertThat(table.path("partial").asBoolean()).isFalse();
    }

    @Test
    void whoIsOfOneCountyCountsThatCountyAlone() {
        application
                .bean(Accounts.class)
                .create(new NewAccount("survey-of-yufeng", "o", "u", List.of("reviewer"), PASSWORD, true));
        application
                .jdbc()
                .sql("update role_grant set division = '450203' where account = 'survey-of-yufeng'")
                .update();
        application
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = 'survey-of-yufeng'")
                .update();
        Talk county = Talk.anonymous(application);
        county.signIn("survey-of-yufeng", PASSWORD);

        JsonNode table = county.get("/api/survey/table?unit=m2" + AT).json();

        assertThat(codes(table.path("rows"))).containsExactly("450203");
        assertThat(table.path("sum").path("total").asString()).isEqualTo("2000.00");
        assertThat(table.path("partial").asBoolean()).isTrue();
        assertThat(county.get("/api/survey/table?division=450202" + AT).said())
                .isEqualTo("404 survey.unknown-division");
        assertThat(county.get("/api/survey/patches?size=10" + AT)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void openingThePatchesOfAFigureIsAnAct() {
        JsonNode patches =
                viewer.get("/api/survey/patches?cls=1.06&shapes=true" + AT).json();

        assertThat(patches.path("items").get(0).path("code").asString()).isEqualTo("0601");
        assertThat(patches.path("items").get(0).path("geometry").path("type").asString())
                .isEqualTo("MultiPolygon");
        assertThat(application
                        .bean(ProofLog.class)
                        .find(patches.path("leaf").asString())
                        .orElseThrow()
                        .act()
                        .object())
                .isEqualTo("DLTB 2026-11-26 450200 cls=1.06");
    }

    @Test
    void aTransitionTellsWhatBecameOfTheCroplandAndWhere() {
        JsonNode made = viewer.get("/api/survey/transition?from=2024-12-31&to=2026-11-26&unit=m2")
                .json();
        JsonNode changes = viewer.get(
                        "/api/survey/changes?from=2024-12-31&to=2026-11-26&fromCls=1.01&toCls=1.06&shapes=true")
                .json();
        JsonNode causes =
                viewer.get("/api/survey/causes?from=2024-12-31&to=2026-11-26").json();

        assertThat(made.path("state").asString()).isEqualTo("ready");
        assertThat(made.path("changed").asString()).isEqualTo("1000.00");
        assertThat(changes.path("area").asString()).isEqualTo("874.00");
        assertThat(causes.path("total").asString()).isEqualTo("1000.00");
        assertThat(causes.path("unknown").asString()).isEqualTo("1000.00");
    }

    @Test
    void yearsInTheWrongOrderAndAMissingYearAreToldApart() {
        assertThat(viewer.get("/api/survey/transition?from=2026-01-01&to=2025-01-01")
                        .said())
                .isEqualTo("422 survey.years-order");
        assertThat(viewer.get("/api/survey/transition?from=2019-01-01&to=2025-01-01")
                        .said())
                .isEqualTo("422 survey.no-version");
        assertThat(viewer.get("/api/survey/transition?to=2025-01-01").said()).isEqualTo("400 http.parameter");
        assertThat(viewer.get("/api/survey/table?layer=XZQ").said()).isEqualTo("404 survey.unknown-survey");
    }

    @Test
    void aTableIsAFileInAllFormsWithItsClocksAndItsVersion() {
        String hash = viewer.get("/api/survey/table?unit=m2" + AT)
                .json()
                .path("snapshot")
                .path("hash")
                .asString();

        String csv =
                viewer.get("/api/survey/file?what=table&as=csv&unit=m2" + AT).text();
        assertThat(csv).startsWith("\uFEFF行政区,代码,合计,").contains(hash).contains("生效,2026-11-26");
        assertThat(viewer.get("/api/survey/file?what=table&as=xlsx&unit=mu" + AT, "Accept-Language", "en")
                        .response()
                        .body())
                .startsWith('P', 'K');
        assertThat(viewer.get("/api/survey/file?what=table&as=pdf&columns=second" + AT)
                        .response()
                        .body())
                .startsWith('%', 'P', 'D', 'F');
        assertThat(viewer.get("/api/survey/file?what=transition&as=csv&unit=m2&from=2024-12-31&to=2026-11-26")
                        .text())
                .contains("平差")
                .contains("874.00");
        assertThat(application.bean(ProofLog.class).listNewest(10).stream()
                        .filter(entry -> entry.act().act().equals("survey:table:export")))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aPolygonHasTheClassesThatLieInIt() {
        String body = """
                {"crs":"EPSG:4490","asOf":"2026-11-26","plots":[{"number":"1","geometry":{"type":"Polygon","coordinates":
                [[[109.4002,24.3002],[109.4008,24.3002],[109.4008,24.3008],[109.4002,24.3008],[109.4002,24.3002]]]}}]}""";

        JsonNode region = viewer.send("POST", "/api/survey/region", "application/json", body)
                .json();

        assertThat(region.path("lines").get(0).path("key").asString()).isEqualTo("0601");
        assertThat(region.path("lines").get(0).path("area").asString())
                .isEqualTo(region.path("legalArea").asString());
    }

    private static List<String> codes(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(each -> each.path("place").path("code").asString())
                .toList();
    }
}
