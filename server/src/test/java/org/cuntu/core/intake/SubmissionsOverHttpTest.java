package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.intake.Intakes.DAY;
import static org.cuntu.core.intake.Intakes.LAYER;
import static org.cuntu.core.intake.Intakes.WEST;
import static org.cuntu.core.intake.Intakes.line;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.cuntu.testing.Deliveries;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A layer's way as a browser takes it: form, progress, tiles, decisions, history. */
class SubmissionsOverHttpTest {
    private static final TestApplication APPLICATION = TestApplication.onTheWeb();
    private static final String BOUNDARY = "x";

    private static Talk officer;
    private static Talk reviewer;
    private static Talk releaser;
    private static JsonNode made;
    private static String id;

    /** The whole city's red lines, whose ground is that of the features, taken to the review. */
    @BeforeAll
    static void aSubmission() {
        APPLICATION
                .jdbc()
                .sql("delete from layer_release where layer = :layer")
                .param("layer", LAYER)
                .update();
        officer = Talk.as(APPLICATION, "data-officer");
        reviewer = Talk.as(APPLICATION, "data-manager");
        releaser = Talk.as(APPLICATION, "data-releaser");
        made = send(Map.of(
                        "layer", LAYER,
                        "kind", "FULL",
                        "inForceFrom", DAY.toString(),
                        "source", "delivery",
                        "ground", "features"))
                .json();
        id = made.path("id").asString();
        TestApplication.eventually(
                "the submission is checked", () -> !officer.get("/api/submissions/" + id + "/progress")
                        .json()
                        .path("working")
                        .asBoolean());
    }

    private static Talk.Answer send(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"whole\"; filename=\"a.geojson\"\r\n\r\n")
                .append(Deliveries.collection(line("450203000000000001", WEST, 1, "a")))
                .append("\r\n--" + BOUNDARY + "--\r\n");
        return officer.send(
                "POST",
                "/api/submissions",
                BodyPublishers.ofString(body.toString()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY,
                "X-XSRF-TOKEN",
                officer.token());
    }

    private static JsonNode shown() {
        return officer.get("/api/submissions/" + id).json();
    }

    @Test
    void itHasANumberAndIsInTheListOfWhoMaySeeIt() {
        assertThat(made.path("number").asString()).startsWith("2026-Q3-450200-");
        assertThat(officer.get("/api/submissions?mine=true").text()).contains(id);
        assertThat(reviewer.get("/api/submissions?layer=DLTB").text()).doesNotContain(id);
        assertThat(Talk.as(APPLICATION, "reviewer").get("/api/submissions").said())
                .isEqualTo("403 identity.not-allowed");
    }

    @Test
    void whatWouldBeReleasedIsOnTheMap() {
        String candidate = shown().path("rounds").path(0).path("candidate").asString();

        String tiles = "/api/submissions/" + id + "/tiles/WebMercatorQuad/";
        assertThat(officer.get(tiles + candidate + "/12/3292/1762.mvt").status())
                .isEqualTo(200);
        assertThat(officer.get(tiles + "0".repeat(64) + "/12/3292/1762.mvt").said())
                .isEqualTo("404 intake.no-candidate");
        assertThat(officer.get("/api/submissions/" + id + "/extent").text()).contains("109.401");
        assertThat(officer.get("/api/submissions/" + id + "/changes?box=109,24,110,25")
                        .text())
                .contains("\"change\":\"ADDED\"");
        assertThat(officer.get("/api/submissions/" + id + "/changes?box=1").said())
                .isEqualTo("422 intake.box");
    }

    @Test
    void whatChangedIsListedWithItsPlaceByKind() {
        String list = "/api/submissions/" + id + "/changes/list";
        JsonNode all = officer.get(list).json();

        assertThat(all.path("total").asInt()).isEqualTo(1);
        assertThat(all.path("next").isNull()).isTrue();
        JsonNode only = all.path("features").path(0);
        assertThat(only.path("key").asString()).isEqualTo("450203000000000001");
        assertThat(only.path("change").asString()).isEqualTo("ADDED");
        assertThat(only.path("before").isMissingNode()).isTrue();
        assertThat(only.path("after").path("bounds").path(0).asDouble()).isEqualTo(109.401);
        assertThat(only.path("after").path("outline").isMissingNode()).isTrue();
        assertThat(officer.get(list + "?change=REMOVED").json().path("total").asInt())
                .isZero();
        assertThat(officer.get(list + "?change=MOVED").said()).isEqualTo("422 intake.unknown-change");
    }

    @Test
    void thePageSaysWhichVersionsAreComparedAndThatTheNewOneIsNotReleased() {
        JsonNode comparison = shown().path("comparison");

        assertThat(comparison.path("toDate").asString()).isEqualTo(DAY.toString());
        assertThat(comparison.path("toSource").asString()).isEqualTo("delivery");
        assertThat(comparison.path("toKnown").isNull()).isTrue();
    }

    @Test
    void whatIsWrongWithAnOrderIsSaidBeforeAnythingIsKept() {
        assertThat(send(Map.of("layer", LAYER, "kind", "NO", "source", "x")).said())
                .endsWith(" intake.unknown-kind");
        assertThat(send(Map.of("layer", LAYER, "kind", "FULL", "source", "机密")).said())
                .endsWith(" intake.secret");
        assertThat(officer.get("/api/submissions/none").said()).isEqualTo("404 intake.unknown");
    }

    @Test
    void twoVersionsAreComparedAndAFeatureHasItsHistory() {
        assertThat(officer.get("/api/layers/" + LAYER + "/features/none/history")
                        .said())
                .isEqualTo("404 intake.unknown-feature");
        assertThat(officer.get("/api/layers/" + LAYER + "/difference?from=a&to=b")
                        .said())
                .isEqualTo("404 onemap.unknown-snapshot");
        assertThat(officer.get("/api/layers/" + LAYER + "/releases").status()).isEqualTo(200);
    }

    @Test
    void onlyWhoMayDecideIsOfferedTo() {
        List<String> officers =
                shown().path("can").values().stream().map(JsonNode::asString).toList();

        assertThat(officers).doesNotContain("review", "release", "return");
        assertThat(officer.send("POST", "/api/submissions/" + id + "/review", "application/json", "{\"words\":\"x\"}")
                        .said())
                .isEqualTo("403 identity.not-allowed");
        assertThat(releaser.send("POST", "/api/submissions/" + id + "/release", "application/json", "{\"words\":\"x\"}")
                        .status())
                .isEqualTo(409);
    }
}
