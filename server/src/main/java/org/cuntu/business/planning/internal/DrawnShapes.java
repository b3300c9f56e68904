package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.Proposals;
import org.cuntu.business.planning.Proposals.MoveIn;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was drawn, as JSON: {@code {"in": [{"geometry", "values"}], "out": [{"geometry"}]}}, GeoJSON polygons in EPSG:4490. Places
 * are rounded to 1e-9° (contracts 3), and that is what is judged and kept.
 */
final class DrawnShapes {
    private static final int MOST_POINTS = 200_000;
    private static final int MOST_SHAPES = 200;
    private static final int LONGEST_VALUE = 200;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private int points;

    private DrawnShapes() {}

    static Proposals.Shapes read(@Nullable String text, List<Proposals.Given> files, @Nullable String crs) {
        if (text == null || text.isBlank()) return new Proposals.Shapes(List.of(), List.of(), files, crs);
        try {
            return new DrawnShapes().read(JsonMapper.shared().readTree(text), files, crs);
        } catch (JacksonException e) {
            throw wrong("JSON");
        }
    }

    private Proposals.Shapes read(JsonNode tree, List<Proposals.Given> files, @Nullable String crs) {
        List<MoveIn> in = new ArrayList<>();
        List<Geometry> out = new ArrayList<>();
        for (JsonNode each : tree.path("in")) in.add(new MoveIn(shape(each.path("geometry")), values(each)));
        for (JsonNode each : tree.path("out")) out.add(shape(each.path("geometry")));
        if (in.size() + out.size() > MOST_SHAPES) throw wrong(String.valueOf(in.size() + out.size()));
        return new Proposals.Shapes(in, out, files, crs);
    }

    private static Map<String, String> values(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode given = node.path("values");
        for (String code : given.propertyNames()) {
            String value = given.path(code).asString("");
            if (value.length() > LONGEST_VALUE) throw wrong(code);
            if (!value.isBlank()) values.put(code, value.strip());
        }
        return values;
    }

    private Geometry shape(JsonNode node) {
        JsonNode coordinates = node.path("coordinates");
        Geometry shape =
                switch (node.path("type").asString("")) {
                    case "Polygon" -> polygon(coordinates);
                    case "MultiPolygon" -> {
                        List<Polygon> parts = new ArrayList<>();
                        for (JsonNode part : coordinates) parts.add(polygon(part));
                        yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
                    }
                    default -> throw wrong(node.path("type").asString("–"));
                };
        if (shape.isEmpty() || !shape.isValid() || GroundShapes.integral(shape) < 1)
            throw new InputRefused(Problem.refused("planning.shape-invalid", Problem.Place.UNKNOWN));
        return shape;
    }

    private Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) all.add(ring(ring));
        if (all.isEmpty()) throw wrong("Polygon");
        return FACTORY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode ring) {
        List<Coordinate> list = new ArrayList<>();
        for (JsonNode point : ring) {
            double x = point.path(0).asDouble(Double.NaN);
            double y = point.path(1).asDouble(Double.NaN);
            if (!(StrictMath.abs(x) <= 180 && StrictMath.abs(y) <= 90) || ++points > MOST_POINTS) throw wrong("point");
            Coordinate at = new Coordinate(rounded(x), rounded(y));
            if (list.isEmpty() || !list.getLast().equals2D(at)) list.add(at);
        }
        if (list.size() > 1 && !list.getFirst().equals2D(list.getLast()))
            list.add(list.getFirst().copy());
        if (list.size() < 4) throw wrong("ring");
        return FACTORY.createLinearRing(list.toArray(Coordinate[]::new));
    }

    private static double rounded(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }

    /** As it is kept. */
    static String write(Proposals.Shapes shapes) {
        List<Map<String, Object>> in = new ArrayList<>();
        for (MoveIn one : shapes.in()) in.add(Map.of("geometry", json(one.shape()), "values", one.values()));
        List<Map<String, Object>> out = new ArrayList<>();
        for (Geometry one : shapes.out()) out.add(Map.of("geometry", json(one)));
        return JsonMapper.shared().writeValueAsString(Map.of("in", in, "out", out));
    }

    private static Map<String, Object> json(Geometry shape) {
        Map<String, Object> json = GroundShapes.json(shape);
        return json == null ? Map.of() : json;
    }

    private static InputRefused wrong(String what) {
        return new InputRefused(Problem.refused("planning.drawn", Problem.Place.UNKNOWN, "what", what));
    }
}
