package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Papers of a kept review over HTTP, and anybody's check of a paper; in a city that has no layers yet. */
class PapersOverHttpTest {
    private static final String SITE =
            "{\"name\":\"示范厂房/一期\",\"crs\":\"EPSG:4490\",\"plots\":[{\"number\":\"1\",\"name\":\"\",\"use\":\"\","
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[109.4,24.3],[109.402,24.3],[109.402,24.302],[109.4,24.3]]]}}],"
                    + "\"project\":{\"kind\":\"batch\",\"purpose\":\"1001\",\"level\":\"ordinary\",\"documents\":[]}}";

    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk reviewer = Talk.as(application, "reviewer");

    private JsonNode kept() {
        return reviewer.send("POST", "/api/reviews", "application/json", SITE).json();
    }

    @Test
    void thePaperTheTablesAndThePiecesAreHandedOverUnderTheProjectsName() {
        String id = kept().path("id").asString();

        for (String file : new String[] {"report.pdf", "tables.xlsx", "pieces.gpkg", "pieces.shp.zip"}) {
            Talk.Answer answer = reviewer.get("/api/reviews/" + id + "/" + file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(URLDecoder.decode(answer.header("Content-Disposition"), StandardCharsets.UTF_8))
                    .contains("filename*=UTF-8''示范厂房 一期 " + id + file.substring(file.indexOf('.')));
        }
    }

    @Test
    void whoMayOnlyReadPrintsButTakesNoPieces() {
        String id = kept().path("id").asString();
        Talk viewer = Talk.as(application, "viewer");

        assertThat(viewer.get("/api/reviews/" + id + "/report.pdf").status()).isEqualTo(200);
        assertThat(viewer.get("/api/reviews/" + id + "/pieces.gpkg").said()).isEqualTo("403 identity.not-allowed");
    }

    @Test
    void thePageIsToldThePersonsNameAndTheGroundOfTheReview() {
        String id = kept().path("id").asString();

        assertThat(reviewer.get("/api/reviews/" + id).json().path("byName").asString())
                .isEqualTo("reviewer");
        assertThat(reviewer.get("/api/reviews/" + id + "/geometry")
                        .json()
                        .at("/plots/features")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aPaperWithTheRightFingerprintIsGenuineAndNobodysNameIsTold() {
        JsonNode review = kept();
        String id = review.path("id").asString();
        Talk anybody = Talk.anonymous(application);

        JsonNode said = anybody.get(
                        check(id, review.path("canonicalHash").asString().substring(0, 20)))
                .json();

        assertThat(said.path("state").asString()).isEqualTo("GENUINE");
        assertThat(said.path("conclusion").asString())
                .isEqualTo(review.path("conclusion").asString());
        assertThat(said.path("signed").asBoolean(true)).isFalse();
        assertThat(said.toString()).doesNotContain("示范", "reviewer");
    }

    @Test
    void anotherFingerprintAShortOneAndAnUnknownNumberTellNoConclusion() {
        JsonNode review = kept();
        String id = review.path("id").asString();
        String hash = review.path("canonicalHash").asString();
        Talk anybody = Talk.anonymous(application);

        assertThat(anybody.get(check(id, "0".repeat(20))).json().path("state").asString())
                .isEqualTo("HASH_DIFFERS");
        assertThat(anybody.get(check(id, hash.substring(0, 19)))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("HASH_DIFFERS");
        JsonNode unknown = anybody.get(check("r-ffffffff", hash)).json();
        assertThat(unknown.path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(unknown.path("conclusion").isNull()).isTrue();
    }

    private static String check(String id, String hash) {
        return "/api/verify/" + id + "?h=" + hash;
    }
}
