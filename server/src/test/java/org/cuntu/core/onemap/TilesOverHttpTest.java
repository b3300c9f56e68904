package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Map tiles and features over HTTP (contracts 11): for ever the same, and seen in the proof log. */
class TilesOverHttpTest {
    private static final String LAYER = "STBHHX";

    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");
    private String hash;

    @BeforeEach
    void oneSquareReleased() {
        application.jdbc().sql("delete from layer_release").update();
        hash = Squares.snapshot(application, LAYER, 1);
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release(LAYER, hash, LocalDate.of(2025, 12, 31), "delivery", false));
    }

    /** 109.4015°E 24.3005°N: z 12 has 4096 × 4096 tiles of Web Mercator, so x = 3292 and y = 1762 (slippy-map formula). */
    private String tile() {
        return tile(LAYER, hash, "12/3292/1762");
    }

    private String tile(String layer, String snapshot, String place) {
        return "/api/tiles/WebMercatorQuad/" + layer + "/" + snapshot + "/" + register() + "/" + place + ".mvt";
    }

    private String register() {
        return application.bean(LayerRegister.class).hash().substring(0, 8);
    }

    @Test
    void aTileIsAZippedVectorTileThatMayBeKeptForEver() throws IOException {
        Talk.Answer tile = viewer.get(tile());

        assertThat(tile.status()).isEqualTo(200);
        assertThat(tile.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(tile.header("Cache-Control")).contains("max-age=31536000", "private", "immutable");
        byte[] content =
                new GZIPInputStream(new ByteArrayInputStream(tile.response().body())).readAllBytes();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).contains(LAYER);
    }

    @Test
    void aTileThatIsKnownIsNotSentAgain() {
        String tag = viewer.get(tile()).header("ETag");

        Talk.Answer again = viewer.get(tile(), "If-None-Match", tag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        assertThat(viewer.get(tile(), "If-None-Match", "\"another\"").status()).isEqualTo(200);
    }

    @Test
    void aTileWithNothingInItIsSaidToBeEmpty() {
        Talk.Answer empty = viewer.get(tile(LAYER, hash, "12/0/0"));

        assertThat(empty.status()).isEqualTo(204);
        assertThat(empty.header("ETag")).isNotEmpty();
    }

    @Test
    void whatIsNoTileIsNotFound() {
        assertThat(viewer.get(tile(LAYER, hash, "1/2/0")).said()).isEqualTo("404 onemap.unknown-tile");
        assertThat(viewer.get(tile(LAYER, hash, "99/0/0")).said()).isEqualTo("404 onemap.unknown-tile");
        assertThat(viewer.get(tile().replace("WebMercatorQuad", "Mars")).said()).isEqualTo("404 onemap.unknown-tile");
        assertThat(viewer.get(tile("NO", hash, "1/0/0")).said()).isEqualTo("404 onemap.unknown-layer");
        assertThat(viewer.get(tile(LAYER, "0".repeat(64), "1/0/0")).said()).isEqualTo("404 onemap.unknown-snapshot");
        assertThat(viewer.get(tile(LAYER, hash, "x/0/0")).said()).isEqualTo("400 http.parameter");
    }

    @Test
    void aTileOfAnotherRegisterIsNotGivenOutAsOneOfThis() {
        assertThat(viewer.get(tile().replace(register(), "00000000")).said()).isEqualTo("404 onemap.other-register");
        assertThat(viewer.get("/api/layers").json().path("register").asString()).isEqualTo(register());
    }

    @Test
    void lookingAtTheMapIsSeenInTheProofLogAndWithoutItNothingIsShown() {
        application.without(
                "proof_entry", () -> assertThat(viewer.get(tile()).status()).isEqualTo(500));

        viewer.get(tile());

        assertThat(application.bean(ProofLog.class).listNewest(20))
                .anyMatch(entry -> entry.act().act().equals("onemap:layer:view")
                        && entry.act().actor().equals("viewer")
                        && entry.act().object().startsWith(LAYER));
    }

    @Test
    void aFeatureIsShownWithItsValuesAndIsAnActOfItsOwn() {
        Talk.Answer feature = viewer.get("/api/features/" + LAYER + "/" + hash + "/0");

        assertThat(feature.status()).isEqualTo(200);
        // 0.001° × 0.001° at 24.3° N: about 101.5 m × 110.8 m
        assertThat(Double.parseDouble(feature.json().get("area").asString())).isBetween(11_200.0, 11_290.0);
        assertThat(application.bean(ProofLog.class).listNewest(5))
                .anyMatch(entry -> entry.act().act().equals("onemap:feature:read"));
        assertThat(viewer.get("/api/features/" + LAYER + "/" + hash + "/1").said())
                .isEqualTo("404 onemap.unknown-feature");
    }

    @Test
    void theLayersAreThoseOfTheTwoClocks() {
        assertThat(viewer.get("/api/layers?asOf=2025-12-30").json().at("/known").isNull())
                .isFalse();
        assertThat(viewer.get("/api/layers?asOf=2026-01-01").text()).contains(hash);
        assertThat(viewer.get("/api/layers?asOf=2025-12-30").text()).doesNotContain(hash);
        assertThat(viewer.get("/api/layers?known=2999-01-01").said()).isEqualTo("422 onemap.known-later");
    }
}
