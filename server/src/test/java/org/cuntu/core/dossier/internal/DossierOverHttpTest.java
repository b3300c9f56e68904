package org.cuntu.core.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Dossiers and burdens over HTTP: each answer and each file is an act, and what is wrong is said in words. */
class DossierOverHttpTest extends Fields {
    private final Talk reviewer = Talk.as(application, "reviewer");

    @Override
    TestApplication application() {
        return TestApplication.onTheWeb();
    }

    private Talk.Answer post(String path, String body) {
        return reviewer.send("POST", path, "application/json", body);
    }

    private boolean isProved(String act) {
        return application.bean(ProofLog.class).listNewest(10).stream()
                .anyMatch(entry -> entry.act().act().equals(act));
    }

    private String redLine() {
        return release(
                "STBHHX", DAY, rectangle(0, 0, 10, 10), new Drawn(rectangle(0, 0, 3, 3), "HXMC", "=天平,山", "MJ", null));
    }

    @Test
    void aDossierIsAnActOfItsOwnAndSoIsItsFile() {
        redLine();

        Talk.Answer dossier = post("/api/dossier", "{\"point\":[109.401,24.301]}");
        assertThat(dossier.status()).isEqualTo(200);
        assertThat(isProved("dossier:place:read")).isTrue();

        Talk.Answer file = post("/api/dossier/file?as=csv", "{\"point\":[109.401,24.301]}");
        assertThat(file.header("Content-Type")).contains("text/csv");
        assertThat(file.text()).startsWith("\uFEFF").contains("\"'=天平,山\"");
        assertThat(isProved("dossier:place:export")).isTrue();
        assertThat(post("/api/dossier/file?as=xls", "{\"point\":[109.401,24.301]}")
                        .said())
                .isEqualTo("400 http.parameter");
    }

    @Test
    void withoutTheProofLogThereIsNoDossier() {
        redLine();

        application.without("proof_entry", () -> assertThat(
                        post("/api/dossier", "{\"point\":[109.401,24.301]}").status())
                .isEqualTo(500));
    }

    @Test
    void whatIsNoPlaceIsRefusedInWords() {
        for (String body : new String[] {
            "{}",
            "{\"point\":[1]}",
            "{\"point\":[200,1]}",
            "{\"point\":[\"a\",1]}",
            "{\"feature\":{\"layer\":\"STBHHX\"}}",
            "[]"
        }) assertThat(post("/api/dossier", body).said()).as(body).isEqualTo("422 dossier.request");
        assertThat(post("/api/dossier", "{\"point\":[109.4,24.3],\"asOf\":\"soon\"}")
                        .said())
                .isEqualTo("422 dossier.request");
    }

    @Test
    void burdensAreReadAndTakenAwayEachWithItsEntry() {
        String hash = redLine();
        String of = "{\"of\":{\"layer\":\"STBHHX\",\"hash\":\"" + hash + "\",\"feature\":0}}";

        assertThat(post("/api/burdens", of).json().at("/of/features").asInt()).isEqualTo(1);
        assertThat(isProved("dossier:burden:read")).isTrue();
        assertThat(post("/api/burdens/file", of).text()).startsWith("\uFEFF");
        assertThat(isProved("dossier:burden:export")).isTrue();
        assertThat(post("/api/burdens?sort=colour", of).said()).isEqualTo("400 http.parameter");
        assertThat(post("/api/burdens", "{\"of\":{\"layer\":\"NO\"}}").said()).isEqualTo("404 onemap.unknown-layer");
        assertThat(post("/api/burdens", "{\"of\":{\"layer\":\"GHFQ\"}}").said()).isEqualTo("404 dossier.no-snapshot");
    }

    @Test
    void reviewsOfAnOlderHomeGetTheirGroundAtTheNextStart() throws Exception {
        redLine();
        String id = review("older", rectangle(1, 1, 2, 2));
        application.jdbc().sql("delete from review_ground").update();
        assertThat(dossier(new org.cuntu.core.dossier.Place.Point(109.4015, 24.3015))
                        .reviews())
                .isEmpty();

        application
                .context()
                .getBean("olderReviews", org.cuntu.platform.home.WarmUp.class)
                .warmUp();

        assertThat(dossier(new org.cuntu.core.dossier.Place.Point(109.4015, 24.3015))
                        .reviews())
                .extracting(org.cuntu.core.dossier.Dossier.Review::id)
                .containsExactly(id);
    }
}
