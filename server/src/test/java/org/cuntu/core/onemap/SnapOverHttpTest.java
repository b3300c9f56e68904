package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The exact boundaries for a pen that snaps: a square of 0.001° from 109.401°E 24.3°N. */
class SnapOverHttpTest {
    private static final String LAYER = "STBHHX";

    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk viewer = Talk.as(application, "viewer");
    private String layers;

    @BeforeEach
    void oneSquareReleased() {
        application.jdbc().sql("delete from layer_release").update();
        String hash = Squares.snapshot(application, LAYER, 1);
        application
                .bean(Releases.class)
                .release(new ReleaseRequest.Release(LAYER, hash, LocalDate.of(2025, 12, 31), "delivery", false));
        layers = "&layers=" + LAYER + ":" + hash;
    }

    @Test
    void aSquareInTheBoxIsGivenWithItsExactCorners() {
        JsonNode edges = edges("109.4,24.299,109.403,24.302");

        assertThat(edges.get("complete").asBoolean()).isTrue();
        JsonNode line = edges.get("layers").get(0).get("lines").get(0);
        assertThat(line.size()).isEqualTo(10);
        for (int i = 0; i < line.size(); i += 2) {
            assertThat(line.get(i).asDouble()).isIn(109.401, 109.402);
            assertThat(line.get(i + 1).asDouble()).isIn(24.3, 24.301);
        }
    }

    @Test
    void onlyTheEdgesThatMeetTheBoxAreGiven() {
        JsonNode lines =
                edges("109.4005,24.3004,109.4015,24.3006").get("layers").get(0).get("lines");

        assertThat(lines.size()).isEqualTo(1);
        assertThat(lines.get(0).size()).isEqualTo(4);
        assertThat(lines.get(0).get(0).asDouble()).isEqualTo(109.401);
        assertThat(lines.get(0).get(2).asDouble()).isEqualTo(109.401);
    }

    @Test
    void nothingInTheBoxIsNothing() {
        assertThat(edges("109.41,24.31,109.42,24.32").get("layers").get(0).get("lines"))
                .isEmpty();
    }

    @Test
    void itCountsAsLookingAtTheLayer() {
        edges("109.4,24.299,109.403,24.302");

        assertThat(application.bean(ProofLog.class).listNewest(20))
                .anyMatch(entry -> entry.act().act().equals("onemap:layer:view")
                        && entry.act().actor().equals("viewer")
                        && entry.act().object().startsWith(LAYER));
    }

    @Test
    void whatCannotBeGivenIsRefused() {
        assertThat(viewer.get("/api/snap?box=109,24,110,25" + layers).said()).isEqualTo("400 http.parameter");
        assertThat(viewer.get("/api/snap?box=109.4,24.3,109.3,24.4" + layers).said())
                .isEqualTo("400 http.parameter");
        assertThat(viewer.get("/api/snap?box=1,2,3" + layers).said()).isEqualTo("400 http.parameter");
        assertThat(viewer.get("/api/snap?box=109.4,24.3,109.41,24.31&layers=NO:1")
                        .said())
                .isEqualTo("404 onemap.unknown-layer");
        assertThat(viewer.get("/api/snap?box=109.4,24.3,109.41,24.31&layers=" + LAYER + ":" + "0".repeat(64))
                        .said())
                .isEqualTo("404 onemap.unknown-snapshot");
    }

    private JsonNode edges(String box) {
        Talk.Answer answer = viewer.get("/api/snap?box=" + box + layers);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
