package org.cuntu.core.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Accounts.NewAccount;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The catalogue over HTTP: who sees which counties, what is an act, and files. */
class CatalogueOverHttpTest {
    private static final String PASSWORD = "Seven red tractors 7";
    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");

    @Test
    void anEntryTellsWhoAnswersForTheLayerAndItsOpeningIsAnAct() {
        Talk.Answer answer = viewer.get("/api/catalogue/entries/DLTB?asOf=2026-11-26");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("entry").path("unit").path("id").asString())
                .isEqualTo("survey");
        assertThat(answer.json().path("provider").asString()).isEqualTo("11450200DEM0000008");
        assertThat(answer.json().path("fields").get(0).path("code").asString()).isEqualTo("BSM");
        String leaf = answer.json().path("leaf").asString();
        assertThat(application
                        .bean(ProofLog.class)
                        .find(leaf)
                        .orElseThrow()
                        .act()
                        .act())
                .isEqualTo("catalogue:entry:read");
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsNotFound() {
        assertThat(viewer.get("/api/catalogue/entries/NONE").said()).isEqualTo("404 catalogue.unknown-entry");
    }

    @Test
    void whoIsOfOneCountySeesThatCountyAlone() {
        application
                .bean(Accounts.class)
                .create(new NewAccount("of-liujiang", "o", "u", List.of("reviewer"), PASSWORD, true));
        application
                .jdbc()
                .sql("update role_grant set division = '450206' where account = 'of-liujiang'")
                .update();
        application
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = 'of-liujiang'")
                .update();
        Talk county = Talk.anonymous(application);
        county.signIn("of-liujiang", PASSWORD);

        JsonNode list = county.get("/api/catalogue").json();
        JsonNode rate = county.get("/api/catalogue/collection").json();

        assertThat(codes(list.path("counties"), "code")).containsExactly("450206");
        assertThat(codes(rate.path("counties"), "division")).containsExactly("450206");
        assertThat(codes(viewer.get("/api/catalogue").json().path("counties"), "code"))
                .hasSize(10);
    }

    @Test
    void everyTableIsAFileInBothFormsAndEachIsAnAct() {
        for (String what : CatalogueFiles.TABLES) {
            Talk.Answer csv = viewer.get("/api/catalogue/file?what=" + what + "&as=csv");
            assertThat(csv.text()).as(what).startsWith("\uFEFF图层代码,");
            Talk.Answer xlsx = viewer.get("/api/catalogue/file?what=" + what + "&as=xlsx", "Accept-Language", "en");
            assertThat(xlsx.response().body()).as(what).startsWith('P', 'K');
        }
        assertThat(viewer.get("/api/catalogue/file?what=entries&as=pdf").said()).isEqualTo("400 http.parameter");
        assertThat(application.bean(ProofLog.class).listNewest(10).stream()
                        .map(entry -> entry.act().object())
                        .filter(object -> object.startsWith("collection xlsx")))
                .hasSize(1);
    }

    @Test
    void theNamedMapsHoldLayersOfTheRegisterFromTheTopDown() {
        JsonNode maps = viewer.get("/api/maps").json();

        assertThat(codes(maps, "id"))
                .containsExactly("planning", "detailed-plan", "survey", "title", "cropland", "use-control", "risk");
        assertThat(maps.get(0).path("layers").get(0).path("code").asString()).isEqualTo("CZKFBJ");
        assertThat(maps.get(0).path("hidden").asBoolean()).isFalse();
    }

    private static List<String> codes(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(key).asString())
                .toList();
    }
}
