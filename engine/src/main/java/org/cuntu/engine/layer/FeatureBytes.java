package org.cuntu.engine.layer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A feature as bytes, for the writer's spill file; equal features give equal bytes. */
final class FeatureBytes {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private FeatureBytes() {}

    static byte[] of(Feature feature) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            Geometry geometry = feature.geometry();
            out.writeInt(geometry.getNumGeometries());
            for (int g = 0; g < geometry.getNumGeometries(); g++) {
                Polygon polygon = (Polygon) geometry.getGeometryN(g);
                out.writeInt(polygon.getNumInteriorRing());
                ring(out, polygon.getExteriorRing());
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) ring(out, polygon.getInteriorRingN(h));
            }
            for (Object value : feature.values()) value(out, value);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Feature read(byte[] bytes, int fields) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            Polygon[] polygons = new Polygon[in.readInt()];
            for (int g = 0; g < polygons.length; g++) {
                LinearRing[] holes = new LinearRing[in.readInt()];
                LinearRing shell = ring(in);
                for (int h = 0; h < holes.length; h++) holes[h] = ring(in);
                polygons[g] = FACTORY.createPolygon(shell, holes);
            }
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < fields; i++) values.add(value(in));
            return new Feature(polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ring(DataOutputStream out, LinearRing ring) throws IOException {
        CoordinateSequence points = ring.getCoordinateSequence();
        out.writeInt(points.size());
        for (int i = 0; i < points.size(); i++) {
            out.writeDouble(points.getX(i));
            out.writeDouble(points.getY(i));
        }
    }

    private static LinearRing ring(DataInputStream in) throws IOException {
        Coordinate[] points = new Coordinate[in.readInt()];
        for (int i = 0; i < points.length; i++) points[i] = new Coordinate(in.readDouble(), in.readDouble());
        return FACTORY.createLinearRing(points);
    }

    private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case String text -> {
                out.writeByte('T');
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            case Long number -> {
                out.writeByte('L');
                out.writeLong(number);
            }
            case BigDecimal decimal -> {
                out.writeByte('D');
                out.writeInt(decimal.scale());
                byte[] unscaled = decimal.unscaledValue().toByteArray();
                out.writeInt(unscaled.length);
                out.write(unscaled);
            }
            case LocalDate date -> {
                out.writeByte('Y');
                out.writeLong(date.toEpochDay());
            }
            default -> throw new IllegalArgumentException("a value of " + value.getClass());
        }
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 'T' -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case 'L' -> in.readLong();
            case 'D' -> {
                int scale = in.readInt();
                yield new BigDecimal(new BigInteger(in.readNBytes(in.readInt())), scale);
            }
            case 'Y' -> LocalDate.ofEpochDay(in.readLong());
            default -> null;
        };
    }
}
