package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.StatedArea;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site as it is kept with its review: the original coordinates, each double as the shortest decimal that reads back as
 * the same double. Its hash is that of system, plot numbers and coordinates; names and uses do not enter.
 */
final class SiteText {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private SiteText() {}

    static String write(Crs crs, List<Plot> plots) {
        return CanonicalJson.write(tree(crs, plots, true));
    }

    static String hash(Crs crs, List<Plot> plots) {
        return CanonicalJson.sha256(CanonicalJson.write(tree(crs, plots, false)));
    }

    private static Map<String, Object> tree(Crs crs, List<Plot> plots, boolean words) {
        List<Object> list = new ArrayList<>();
        for (Plot plot : plots) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("number", plot.number());
            one.put("polygons", polygons(plot.shape().geometry()));
            StatedArea stated = plot.stated();
            if (words) {
                one.put("name", plot.name());
                one.put("use", plot.use());
                one.put("stated", stated == null ? null : stated.value().toString());
            }
            list.add(one);
        }
        return Map.of("crs", crs.code(), "plots", list);
    }

    private static List<Object> polygons(Geometry geometry) {
        List<Object> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            List<Object> rings = new ArrayList<>();
            rings.add(ring(polygon.getExteriorRing()));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) rings.add(ring(polygon.getInteriorRingN(h)));
            polygons.add(rings);
        }
        return polygons;
    }

    private static List<Object> ring(LinearRing ring) {
        List<Object> points = new ArrayList<>();
        for (Coordinate point : ring.getCoordinates())
            points.add(List.of(Double.toString(point.x), Double.toString(point.y)));
        return points;
    }

    static Crs crs(String text) {
        return Crs.find(JsonMapper.shared().readTree(text).required("crs").asString())
                .orElseThrow();
    }

    /** The plots again, to the bit. */
    static List<Plot> read(String text) {
        JsonNode root = JsonMapper.shared().readTree(text);
        Crs crs = Crs.find(root.required("crs").asString()).orElseThrow();
        List<Plot> plots = new ArrayList<>();
        for (JsonNode plot : root.required("plots")) {
            String stated = plot.path("stated").asString("");
            plots.add(new Plot(
                    plot.required("number").asString(),
                    plot.path("name").asString(""),
                    plot.path("use").asString(""),
                    stated.isEmpty() ? null : new StatedArea(Area.parse(stated)),
                    GeoShape.of(crs, geometry(plot.required("polygons"))),
                    Map.of()));
        }
        return plots;
    }

    private static Geometry geometry(JsonNode polygons) {
        List<Polygon> list = new ArrayList<>();
        for (JsonNode rings : polygons) {
            List<LinearRing> each = new ArrayList<>();
            for (JsonNode points : rings) {
                List<Coordinate> ring = new ArrayList<>();
                for (JsonNode point : points)
                    ring.add(new Coordinate(
                            Double.parseDouble(point.get(0).asString()),
                            Double.parseDouble(point.get(1).asString())));
                each.add(FACTORY.createLinearRing(ring.toArray(Coordinate[]::new)));
            }
            list.add(FACTORY.createPolygon(
                    each.getFirst(), each.subList(1, each.size()).toArray(LinearRing[]::new)));
        }
        return list.size() == 1 ? list.getFirst() : FACTORY.createMultiPolygon(list.toArray(Polygon[]::new));
    }
}
