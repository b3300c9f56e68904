package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.stream.StreamSupport;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Measuring over HTTP: lengths on the ellipsoid, the legal area, and parts that add up. */
class MeasureOverHttpTest {
    private final Talk viewer = Talk.as(TestApplication.onTheWeb(), "viewer");

    private Talk.Answer measure(boolean closed, String points) {
        return viewer.send(
                "POST", "/api/measure", "application/json", "{\"closed\":" + closed + ",\"points\":" + points + "}");
    }

    @Test
    void aLineAlongTheMeridianHasTheLengthOfTheArc() {
        // GRS80: the arc of the meridian from 24° to 25° is 110 764.9 m (series of the meridian radius at 24.5°)
        JsonNode line = measure(false, "[[109,24],[109,25]]").json();

        assertThat(Double.parseDouble(line.get("length").asString())).isCloseTo(110_764.9, within(1.0));
        assertThat(line.get("area").isNull()).isTrue();
    }

    @Test
    void theEdgesAddUpToThePerimeterAndTheRingHasItsLegalArea() {
        JsonNode ring = measure(true, "[[109.4,24.3],[109.401,24.3],[109.401,24.301],[109.4,24.301]]")
                .json();
        BigDecimal sum = StreamSupport.stream(ring.get("edges").spliterator(), false)
                .map(edge -> new BigDecimal(edge.asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(ring.get("edges").size()).isEqualTo(4);
        assertThat(sum).isEqualByComparingTo(ring.get("length").asString());
        // 0.001° × 0.001° at 24.3° N: about 101.5 m × 110.8 m
        assertThat(Double.parseDouble(ring.get("area").asString())).isBetween(11_200.0, 11_290.0);
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        assertThat(measure(false, "[[109,24]]").said()).isEqualTo("422 onemap.measure-points");
        assertThat(measure(true, "[[109,24],[109,25]]").said()).isEqualTo("422 onemap.measure-points");
        assertThat(measure(false, "[[109,24],[1090,24]]").said()).isEqualTo("422 onemap.measure-points");
        assertThat(measure(false, "[[0,0],[179.9,0.05]]").said()).isEqualTo("422 onemap.measure-far");
        assertThat(measure(true, "[[109,24],[110,25],[110,24],[109,25]]").said())
                .isEqualTo("422 onemap.measure-crossed");
    }
}
