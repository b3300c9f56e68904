package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTreeTest {
    private static JsonNode json(String wkt) throws ParseException {
        Geometry geometry = new WKTReader().read(wkt);
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(GeoJsonTree.of(geometry)));
    }

    @Test
    void ringsStandInTheirPolygonsRoundedToNanodegrees() throws ParseException {
        JsonNode json = json("MULTIPOLYGON(((109.1234567891 24,110 24,110 25,109.1234567891 24),"
                + "(109.8 24.4,109.9 24.4,109.9 24.5,109.8 24.4)),((1 1,2 1,2 2,1 1)))");

        assertThat(json.get("type").asString()).isEqualTo("MultiPolygon");
        assertThat(json.get("coordinates").toString())
                .isEqualTo(
                        "[[[[109.123456789,24.0],[110.0,24.0],[110.0,25.0],[109.123456789,24.0]],"
                                + "[[109.8,24.4],[109.9,24.4],[109.9,24.5],[109.8,24.4]]],[[[1.0,1.0],[2.0,1.0],[2.0,2.0],[1.0,1.0]]]]");
    }

    /** Against the language's own way of writing a number. */
    @Test
    void everyNumberIsTheShortestThatNamesItsNanodegrees() {
        Random random = new Random(7);
        List<Double> numbers =
                new ArrayList<>(List.of(0.0, -0.0, 1e-9, -1e-9, 0.001, 0.000999999, -109.5, 180.0, 999.999999999));
        for (int i = 0; i < 20_000; i++)
            numbers.add((random.nextDouble() - 0.5) * 360 * Math.pow(10, -random.nextInt(9)));
        for (double number : numbers) {
            double rounded = StrictMath.rint(number * 1e9) / 1e9;
            Geometry point = new GeometryFactory().createPoint(new Coordinate(number, 0.5));

            assertThat(JsonMapper.shared().writeValueAsString(GeoJsonTree.of(point)))
                    .contains("[[" + rounded + ",0.5]]");
        }
    }

    @Test
    void emptyPolygonsAreLeftOut() throws ParseException {
        assertThat(json("POLYGON EMPTY").get("coordinates").toString()).isEqualTo("[]");
    }

    @Test
    void linesAndPointsKeepTheirKind() throws ParseException {
        assertThat(json("LINESTRING(109.1 24,109.2 24.1)").toString())
                .contains("\"MultiLineString\"", "[[[109.1,24.0],[109.2,24.1]]]");
        assertThat(json("MULTIPOINT((109.1 24),(109.2 24.1))").toString())
                .contains("\"MultiPoint\"", "[[109.1,24.0],[109.2,24.1]]");
    }

    @Test
    void becomesANodeAsWell() throws ParseException {
        Geometry geometry = new WKTReader().read("POLYGON((1 1,2 1,2 2,1 1))");
        JsonNode node = JsonMapper.shared().valueToTree(GeoJsonTree.of(geometry));

        assertThat(node.get("coordinates").get(0).get(0).get(1).get(0).asDouble())
                .isEqualTo(2);
    }
}
