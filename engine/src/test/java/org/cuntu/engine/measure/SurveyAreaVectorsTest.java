package org.cuntu.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every vector of the handbook for rings: 国土调查办发〔2008〕32号 with the published constants. */
class SurveyAreaVectorsTest {
    static List<JsonNode> inverses() {
        return AreaVectors.of("gk_inverse");
    }

    static List<JsonNode> polygons() {
        return AreaVectors.of("polygons");
    }

    static List<JsonNode> geographic() {
        return AreaVectors.of("lonlat");
    }

    @ParameterizedTest
    @MethodSource("inverses")
    void publishedInverseSeriesGivesLatitudeAndLongitude(JsonNode v) {
        int zone = v.get("zone").asInt();
        double y = Double.parseDouble(v.get("y_east_with_zone").asString()) - zone * 1e6 - 500_000;
        double[] bl = SurveyArea.inverse(y, Double.parseDouble(v.get("x_north").asString()));
        assertThat(StrictMath.toDegrees(bl[0]))
                .isCloseTo(Double.parseDouble(v.get("B_deg").asString()), within(2e-12));
        assertThat(StrictMath.toDegrees(bl[1]) + 3 * zone)
                .isCloseTo(Double.parseDouble(v.get("L_deg").asString()), within(2e-12));
    }

    @ParameterizedTest
    @MethodSource("polygons")
    void profileRAndProfileUOfEachRing(JsonNode v) {
        double tolerance = v.get("id").asString().equals("T3") ? 0.005 : 0.0005;
        double meridian = v.get("central_meridian").asDouble();
        for (JsonNode ring : v.get("rings").values()) {
            double[] points = AreaVectors.ring(
                    ring.get("pts_x_north_y_east"), true, v.get("zone").asInt() * 1e6);
            assertThat(SurveyArea.plane(points, meridian))
                    .isCloseTo(ring.get("signed_R").asDouble(), within(tolerance));
            assertThat(SurveyArea.planeUnrounded(points, meridian))
                    .isCloseTo(ring.get("signed_U").asDouble(), within(tolerance));
            assertThat(SurveyArea.shoelace(points)).isCloseTo(ring.get("planar").asDouble(), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("geographic")
    void oneTrapezoidAnEdgeInLongitudeAndLatitude(JsonNode v) {
        double[] points = AreaVectors.ring(v.get("pts_lon_lat"), false, 0);
        assertThat(SurveyArea.geographic(points)).isCloseTo(v.get("area_signed").asDouble(), within(1e-4));
    }

    @Test
    void aRingMayRepeatItsFirstPoint() {
        double[] open = {500_000, 2_690_000, 500_200, 2_690_000, 500_000, 2_690_250};
        double[] closed = {500_000, 2_690_000, 500_200, 2_690_000, 500_000, 2_690_250, 500_000, 2_690_000};
        assertThat(SurveyArea.plane(closed, 108)).isEqualTo(SurveyArea.plane(open, 108));
    }
}
