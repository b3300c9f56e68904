package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.Accounts.NewAccount;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layer above somebody's clearance is not there for them, at no address (contracts 12), in a city that classifies STBHHX 敏感. */
class ClearanceOverHttpTest {
    private static final String LAYER = "STBHHX";
    private static final String PASSWORD = "Seven red tractors 7";

    @TempDir
    static Path folder;

    private static TestApplication application;
    private static String hash;

    @BeforeAll
    static void aCityThatClassifiesTheRedLineSensitive() throws IOException {
        Path city = folder.resolve("city");
        copy(TestApplication.root().resolve("city/liuzhou"), city);
        Path register = city.resolve("layers.yaml");
        String text = Files.readString(register);
        int at = text.indexOf("code: " + LAYER);
        int level = text.indexOf("classification: ", at);
        Files.writeString(register, text.substring(0, level) + "classification: 3" + text.substring(level + 17));
        application = TestApplication.start(folder.resolve("home"), true, "cuntu.city=" + city);
        hash = Squares.snapshot(application, LAYER, 1);
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release(LAYER, hash, LocalDate.of(2025, 12, 31), "delivery", false));
        for (String id : List.of("low", "high")) {
            application.bean(Accounts.class).create(new NewAccount(id, id, "u", List.of("reviewer"), PASSWORD, true));
            application
                    .jdbc()
                    .sql("update role_grant set level = :level where account = :id")
                    .param("level", id.equals("low") ? 2 : 3)
                    .param("id", id)
                    .update();
            application
                    .jdbc()
                    .sql("update account set stamp = stamp + 1 where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void theLayerIsInTheTreeOfThoseAloneWhoMaySeeIt() {
        assertThat(talk("high").get("/api/layers").text()).contains("\"" + LAYER + "\"");
        assertThat(talk("low").get("/api/layers").text()).doesNotContain(LAYER);
        assertThat(talk("low").get("/api/moments").text()).doesNotContain(LAYER, hash);
    }

    @Test
    void itsTilesFeaturesAndEdgesAreNotFound() {
        String register = application.bean(LayerRegister.class).hash().substring(0, 8);
        String tile = "/api/tiles/WebMercatorQuad/" + LAYER + "/" + hash + "/" + register + "/12/3292/1762.mvt";
        for (String path : List.of(
                tile,
                "/api/features/" + LAYER + "/" + hash + "/0",
                "/api/outlines/" + LAYER + "/" + hash + "/0",
                "/api/snap?box=109.4,24.3,109.41,24.31&layers=" + LAYER + ":" + hash)) {
            assertThat(talk("high").get(path).status()).as(path).isEqualTo(200);
            assertThat(talk("low").get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void identifyAndSearchDoNotNameIt() {
        String place = "/api/identify?lon=109.4015&lat=24.3005";

        assertThat(talk("high").get(place).text()).contains(LAYER);
        assertThat(talk("low").get(place).text()).doesNotContain(LAYER, hash);
        assertThat(talk("low").get("/api/search?q=" + LAYER).text().replace("\"q\":\"" + LAYER, ""))
                .doesNotContain("\"layer\":\"" + LAYER);
    }

    @Test
    void aPlacesDossierIsSilentOfIt() {
        String body = "{\"point\":[109.4015,24.3005]}";
        Talk.Answer low = talk("low").send("POST", "/api/dossier", "application/json", body);

        assertThat(low.text()).doesNotContain(hash);
        assertThat(talk("low")
                        .send(
                                "POST",
                                "/api/dossier",
                                "application/json",
                                "{\"feature\":{\"layer\":\"" + LAYER + "\",\"hash\":\"" + hash + "\",\"feature\":0}}")
                        .status())
                .isIn(404, 422);
    }

    @Test
    void aReviewSaysThatItWasNotAskedAndNeverThatItIsClear() {
        String site = """
                {"name":"s","crs":"EPSG:4490","plots":[{"number":"1","name":"","use":"","geometry":{"type":"Polygon","coordinates":
                 [[[109.4011,24.3001],[109.4014,24.3001],[109.4014,24.3004],[109.4011,24.3001]]]}}],
                 "project":{"kind":"batch","purpose":"1001","level":"ordinary","documents":[]}}""";

        assertThat(answer(talk("high"), site)).isEqualTo("CONCERNED ");
        assertThat(answer(talk("low"), site)).isEqualTo("NOT_ANSWERED not-cleared");
        assertThat(talk("low").send("POST", "/api/reviews/live", "application/json", site).text())
                .doesNotContain(hash);
    }

    @Test
    void aReviewMadeOfItIsClassifiedAsItAndNotFoundBelow() {
        String site = """
                {"name":"s","crs":"EPSG:4490","plots":[{"number":"1","name":"","use":"","geometry":{"type":"Polygon","coordinates":
                 [[[109.4011,24.3001],[109.4014,24.3001],[109.4014,24.3004],[109.4011,24.3001]]]}}],
                 "project":{"kind":"batch","purpose":"1001","level":"ordinary","documents":[]}}""";
        String id = talk("high")
                .send("POST", "/api/reviews", "application/json", site)
                .json()
                .get("id")
                .asString();

        assertThat(talk("low").get("/api/reviews/" + id).said()).isEqualTo("404 review.unknown");
        assertThat(talk("high").get("/api/reviews/" + id).status()).isEqualTo(200);
        assertThat(talk("high")
                        .send("POST", "/api/reviews/" + id + "/replay", "application/json", "{}")
                        .json()
                        .get("identical")
                        .asBoolean())
                .isTrue();
    }

    private static String answer(Talk talk, String site) {
        for (var layer : talk.send("POST", "/api/reviews/live", "application/json", site).json().get("layers"))
            if (layer.get("layer").asString().equals(LAYER))
                return layer.get("answer").asString() + " " + layer.path("reason").asString("");
        return "not there";
    }

    private static Talk talk(String id) {
        Talk talk = Talk.anonymous(application);
        talk.signIn(id, PASSWORD);
        return talk;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }
}
