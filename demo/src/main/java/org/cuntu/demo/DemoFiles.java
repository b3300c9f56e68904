package org.cuntu.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a synthetic city as one GeoJSON file a layer, and its showcase, to look at in any GIS: arguments size (small or
 * city), seed and folder. The platform itself does not need these files.
 */
public final class DemoFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoFiles() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) throw new IllegalArgumentException("arguments: small|city SEED FOLDER");
        DemoSize size = DemoSize.valueOf(args[0].toUpperCase(java.util.Locale.ROOT));
        Path folder = Files.createDirectories(Path.of(args[2]));
        DemoCity city = SyntheticCity.make(
                size, Long.parseLong(args[1]), (step, done, total) -> System.err.println(step + " " + done + "/" + total));
        city.notes().forEach(System.err::println);
        for (DemoLayer layer : city.layers()) write(layer, folder.resolve(layer.code() + ".geojson"));
        Files.writeString(folder.resolve("showcase.geojson"), Showcase.geoJson(city));
    }

    private static void write(DemoLayer layer, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            boolean[] first = {true};
            layer.features().forEach(f -> {
                try {
                    out.write(first[0] ? "" : ",\n");
                    out.write(feature(layer.schema().fields(), f));
                    first[0] = false;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.write("\n]}\n");
        }
    }

    private static String feature(List<Field> fields, Feature f) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Object value = f.values().get(i);
            boolean bare = value == null || value instanceof Number;
            values.add(JSON.writeValueAsString(fields.get(i).code()) + ":"
                    + (bare ? String.valueOf(value) : JSON.writeValueAsString(value.toString())));
        }
        List<String> parts = Unions.parts(f.geometry()).stream().map(DemoFiles::polygon).toList();
        return "{\"type\":\"Feature\",\"properties\":{" + String.join(",", values)
                + "},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", parts) + "]}}";
    }

    private static String polygon(Polygon polygon) {
        List<String> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) rings.add(ring(polygon.getInteriorRingN(i)));
        return "[" + String.join(",", rings) + "]";
    }

    private static String ring(LinearRing ring) {
        CoordinateSequence s = ring.getCoordinateSequence();
        List<String> points = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) points.add("[" + s.getX(i) + "," + s.getY(i) + "]");
        return "[" + String.join(",", points) + "]";
    }
}
