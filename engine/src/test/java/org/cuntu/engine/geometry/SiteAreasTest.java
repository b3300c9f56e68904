package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.measure.AreaVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

class SiteAreasTest {
    static List<JsonNode> polygons() {
        return AreaVectors.of("polygons");
    }

    @ParameterizedTest
    @MethodSource("polygons")
    void legalAreaOfAPlaneIsProfileRWithHolesTakenOff(JsonNode v) {
        assertThat(SiteAreas.legalArea(shape(v, true)).value())
                .hasToString(v.get("TBMJ_R").asString());
    }

    @ParameterizedTest
    @MethodSource("polygons")
    void thePrefixOfTheEastingChangesNothing(JsonNode v) {
        assertThat(SiteAreas.legalArea(shape(v, false))).isEqualTo(SiteAreas.legalArea(shape(v, true)));
    }

    @ParameterizedTest
    @MethodSource("polygons")
    void planeAreaIsTheShoelace(JsonNode v) {
        assertThat(SiteAreas.planeArea(shape(v, true)).value())
                .hasToString(v.get("TBMJ_planar").asString());
    }

    @Test
    void legalAreaOfDegreesIsOneTrapezoidAnEdge() {
        assertThat(SiteAreas.legalArea(cell(Crs.CGCS2000)).value()).hasToString("1124357.46");
    }

    @Test
    void webMercatorIsMeasuredInDegrees() {
        assertThat(SiteAreas.legalArea(cell(Crs.CGCS2000).to(Crs.WEB_MERCATOR)).value())
                .hasToString("1124357.46");
    }

    @Test
    void degreesAreShownInTheZoneTheyLieIn() {
        assertThat(SiteAreas.zoneOf(cell(Crs.CGCS2000))).isEqualTo(Crs.zone(36, 3, false));
        assertThat(SiteAreas.planeArea(cell(Crs.CGCS2000)))
                .isEqualTo(SiteAreas.planeArea(cell(Crs.CGCS2000).to(Crs.zone(36, 3, true))));
    }

    private static GeoShape cell(Crs crs) {
        return GeoShape.of(crs, new GeometryFactory().createPolygon(new Coordinate[] {
                    new Coordinate(109.40, 24.30),
                    new Coordinate(109.41, 24.30),
                    new Coordinate(109.41, 24.31),
                    new Coordinate(109.40, 24.31),
                    new Coordinate(109.40, 24.30)
                }));
    }

    private static GeoShape shape(JsonNode v, boolean prefixed) {
        int zone = v.get("zone").asInt();
        List<Coordinate[]> rings = new ArrayList<>();
        for (JsonNode ring : v.get("rings").values()) {
            double[] p = AreaVectors.ring(ring.get("pts_x_north_y_east"), true, prefixed ? 0 : zone * 1e6);
            Coordinate[] points = new Coordinate[p.length / 2 + 1];
            for (int i = 0; i < points.length; i++) {
                int j = i % (points.length - 1);
                points[i] = new Coordinate(p[2 * j], p[2 * j + 1]);
            }
            rings.add(points);
        }
        Geometry geometry = RingNesting.assemble(rings, 64);
        return GeoShape.of(Crs.zone(zone, 3, prefixed), geometry);
    }
}
