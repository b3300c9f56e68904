package org.cuntu.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the shipped files under {@code liuzhou/}; origins and licences stand in NOTICE. */
final class Sources {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private Sources() {}

    /** The rows of a plain comma-separated file without its head. */
    static List<String[]> rows(String name) {
        return text(name)
                .lines()
                .skip(1)
                .filter(l -> !l.isBlank())
                .map(l -> l.split(",", -1))
                .toList();
    }

    /** County code → its rings as drawn, degrees; not mended. */
    static Map<String, List<Polygon>> countyOutlines() {
        Map<String, List<Polygon>> all = new LinkedHashMap<>();
        for (JsonNode feature :
                new ObjectMapper().readTree(text("counties.geojson")).get("features")) {
            JsonNode geometry = feature.get("geometry");
            List<Polygon> parts = new ArrayList<>();
            if (geometry.get("type").asString().equals("Polygon")) parts.add(polygon(geometry.get("coordinates")));
            else for (JsonNode part : geometry.get("coordinates")) parts.add(polygon(part));
            all.put(feature.get("properties").get("adcode").asString(), parts);
        }
        return all;
    }

    /** River name → its centre line as x, y in metres of the {@link Frame}. */
    static Map<String, double[][]> riverLines() {
        Map<String, double[][]> all = new LinkedHashMap<>();
        for (JsonNode feature :
                new ObjectMapper().readTree(text("rivers.geojson")).get("features")) {
            List<double[]> line = new ArrayList<>();
            for (JsonNode p : feature.get("geometry").get("coordinates"))
                line.add(new double[] {
                    Frame.x(p.get(0).asDouble()), Frame.y(p.get(1).asDouble())
                });
            all.put(feature.get("properties").get("name").asString(), line.toArray(double[][]::new));
        }
        return all;
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> list = new ArrayList<>();
        for (JsonNode ring : rings) list.add(ring(ring));
        return FACTORY.createPolygon(
                list.getFirst(), list.subList(1, list.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode node) {
        List<Coordinate> points = new ArrayList<>();
        for (JsonNode p : node) {
            Coordinate c = new Coordinate(p.get(0).asDouble(), p.get(1).asDouble());
            if (points.isEmpty() || !points.getLast().equals2D(c)) points.add(c);
        }
        if (!points.getFirst().equals2D(points.getLast()))
            points.add(points.getFirst().copy());
        return FACTORY.createLinearRing(points.toArray(Coordinate[]::new));
    }

    private static String text(String name) {
        try (InputStream in = Sources.class.getResourceAsStream("/liuzhou/" + name)) {
            if (in == null) throw new IllegalStateException("missing resource liuzhou/" + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
