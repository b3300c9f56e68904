package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.LocalDate;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything at one point over HTTP: the layers' answers, their versions, and one entry in the proof log. */
class IdentifyOverHttpTest {
    private static final String LAYER = "STBHHX";
    /** In the middle of square 1. */
    private static final String INSIDE = "lon=109.4015&lat=24.3005";

    private static final String OUTSIDE = "lon=109.4035&lat=24.3005";

    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    private String release(int place, LocalDate from) {
        String hash = Squares.snapshot(application, LAYER, place);
        application.bean(Releases.class).release(new ReleaseRequest.Release(LAYER, hash, from, "delivery", false));
        return hash;
    }

    private JsonNode layer(String query) {
        for (JsonNode layer : viewer.get("/api/identify?" + query).json().get("layers"))
            if (layer.get("layer").asString().equals(LAYER)) return layer;
        throw new AssertionError("no " + LAYER);
    }

    @Test
    void aPointInAFeatureIsConcernedAndNamesItsVersion() {
        String hash = release(1, LocalDate.of(2025, 12, 31));

        JsonNode layer = layer(INSIDE);

        assertThat(layer.get("answer").asString()).isEqualTo("CONCERNED");
        assertThat(layer.get("features").get(0).get("feature").asInt()).isZero();
        assertThat(layer.get("snapshot").get("hash").asString()).isEqualTo(hash);
        assertThat(layer.get("snapshot").get("inForceFrom").asString()).isEqualTo("2025-12-31");
    }

    @Test
    void aPointOutsideTheCoverageIsNotAnsweredAndNeverClear() {
        release(1, LocalDate.of(2025, 12, 31));

        assertThat(layer(OUTSIDE).get("answer").asString()).isEqualTo("NOT_ANSWERED");
        assertThat(layer(OUTSIDE).get("reason").asString()).isEqualTo("outside-coverage");
    }

    @Test
    void everyLayerOfTheRegisterAnswersAndOneWithoutAVersionSaysSo() {
        JsonNode all = viewer.get("/api/identify?" + INSIDE).json().get("layers");

        assertThat(all.size())
                .isEqualTo(application.bean(LayerRegister.class).listLayers().size());
        assertThat(layer(INSIDE).get("reason").asString()).isEqualTo("no-snapshot");
    }

    @Test
    void aStaleVersionIsNamedButNotAsked() {
        release(1, LocalDate.of(2020, 1, 1));

        JsonNode layer = layer(INSIDE + "&asOf=2025-06-01");

        assertThat(layer.get("reason").asString()).isEqualTo("stale");
        assertThat(layer.get("features").isEmpty()).isTrue();
        assertThat(layer.get("snapshot").isNull()).isFalse();
    }

    @Test
    void aMissingFileIsAFault() throws Exception {
        String hash = release(93, LocalDate.of(2025, 12, 31));
        Files.delete(application.home().resolve("snapshots/" + hash + ".snap"));

        assertThat(layer(INSIDE).get("reason").asString()).isEqualTo("fault");
    }

    @Test
    void theClocksChooseTheVersion() {
        release(1, LocalDate.of(2024, 12, 31));
        release(3, LocalDate.of(2025, 12, 31));

        assertThat(layer(INSIDE + "&asOf=2025-06-01").get("answer").asString()).isEqualTo("CONCERNED");
        assertThat(layer(INSIDE + "&asOf=2026-01-01").get("answer").asString()).isEqualTo("NOT_ANSWERED");
        assertThat(viewer.get("/api/identify?" + INSIDE + "&known=2999-01-01").said())
                .isEqualTo("422 onemap.known-later");
    }

    @Test
    void oneLookIsOneEntryAndWithoutItNothingIsTold() {
        release(1, LocalDate.of(2025, 12, 31));
        application.without(
                "proof_entry",
                () -> assertThat(viewer.get("/api/identify?" + INSIDE).status()).isEqualTo(500));

        String leaf = viewer.get("/api/identify?" + INSIDE).json().get("leaf").asString();

        assertThat(application.bean(ProofLog.class).find(leaf))
                .hasValueSatisfying(entry -> assertThat(entry.act().act()).isEqualTo("onemap:point:identify"));
    }

    @Test
    void whatIsNoPlaceOnEarthIsRefused() {
        assertThat(viewer.get("/api/identify?lon=181&lat=24").said()).isEqualTo("422 onemap.no-place");
        assertThat(viewer.get("/api/identify?lon=NaN&lat=24").said()).isEqualTo("422 onemap.no-place");
    }
}
