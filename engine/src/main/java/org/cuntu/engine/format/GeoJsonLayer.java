package org.cuntu.engine.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a layer as a GeoJSON FeatureCollection, UTF-8, with all digits; the old {@code crs} member names
 * the system.
 */
public final class GeoJsonLayer {
    private static final JsonFactory FACTORY = new JsonFactory();

    private GeoJsonLayer() {}

    public static void write(LayerContent layer, Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("name", layer.name());
            GeoJsonWriter.system(layer.crs(), json);
            json.writeName("features");
            json.writeStartArray();
            layer.forEach((shape, values) -> feature(layer.fields(), shape, values, json));
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void feature(
            List<Field> fields, Geometry shape, List<@Nullable Object> values, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName("properties");
        json.writeStartObject();
        for (int i = 0; i < fields.size(); i++) {
            json.writeName(fields.get(i).code());
            value(values.get(i), json);
        }
        json.writeEndObject();
        json.writeName("geometry");
        if (shape.isEmpty()) json.writeNull();
        else GeoJsonWriter.geometry(shape, json);
        json.writeEndObject();
    }

    private static void value(@Nullable Object value, JsonGenerator json) {
        switch (value) {
            case null -> json.writeNull();
            case Long whole -> json.writeNumber(whole);
            case BigDecimal decimal -> json.writeNumber(decimal);
            default -> json.writeString(value.toString());
        }
    }
}
