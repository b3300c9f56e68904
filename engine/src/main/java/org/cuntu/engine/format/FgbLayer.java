package org.cuntu.engine.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a layer as FlatGeobuf (version 3): multipolygons, or lines or points, in the order of the layer, no spatial index. Decimals become
 * doubles, dates their ISO text, as the format has them.
 */
public final class FgbLayer {
    private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 0};
    private static final int MULTIPOINT = 4;
    private static final int MULTILINE = 5;
    private static final int MULTIPOLYGON = 6;
    private static final int POLYGON = 3;

    private final LayerContent layer;
    private final OutputStream file;
    private final FlatOutput out = new FlatOutput();
    private ByteBuffer properties = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    private FgbLayer(LayerContent layer, OutputStream file) {
        this.layer = layer;
        this.file = file;
    }

    public static void write(LayerContent layer, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(MAGIC);
            FgbLayer writer = new FgbLayer(layer, out);
            writer.head();
            layer.forEach(writer::feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() {
        List<Field> fields = layer.fields();
        out.begin();
        int[] head = out.table(4, 0, 1, 0, 0, 0, 0, fields.isEmpty() ? 0 : 4, 8, 2, 4, 4);
        out.put8(head[2], type());
        out.put64(head[8], layer.size());
        out.point(head[0], text(layer.name()));
        out.point(head[11], text(layer.title()));
        int[] system = out.table(4, 4);
        out.point(head[10], system[2]);
        out.put32(system[1], layer.crs().epsg());
        out.point(system[0], text("EPSG"));
        if (!fields.isEmpty()) {
            int columns = out.tables(fields.size());
            out.point(head[7], columns);
            for (int i = 0; i < fields.size(); i++) column(fields.get(i), columns + 4 + 4 * i);
        }
        send();
    }

    private int type() {
        return switch (layer.dimension()) {
            case POINT -> MULTIPOINT;
            case LINE -> MULTILINE;
            case AREA -> MULTIPOLYGON;
        };
    }

    private void column(Field field, int entry) {
        int[] column = out.table(4, 1, 4);
        out.point(entry, column[3]);
        out.put8(column[1], kind(field.type()).ordinal());
        out.point(column[0], text(field.code()));
        out.point(column[2], text(field.zh()));
    }

    private static FgbHead.Kind kind(Field.Type type) {
        return switch (type) {
            case TEXT -> FgbHead.Kind.STRING;
            case INTEGER -> FgbHead.Kind.LONG;
            case DECIMAL -> FgbHead.Kind.DOUBLE;
            case DATE -> FgbHead.Kind.DATETIME;
        };
    }

    private int text(String text) {
        return out.text(text.getBytes(StandardCharsets.UTF_8));
    }

    private void feature(Geometry shape, List<@Nullable Object> values) {
        out.begin();
        int length = properties(values);
        int[] feature = out.table(shape.isEmpty() ? 0 : 4, length == 0 ? 0 : 4);
        if (length > 0) out.point(feature[1], out.bytes(properties.array(), length));
        if (!shape.isEmpty() && layer.dimension() != Dimension.AREA) thin(shape, feature[0]);
        else if (!shape.isEmpty()) {
            int[] geometry = out.table(0, 0, 0, 0, 0, 0, 1, 4);
            out.point(feature[0], geometry[8]);
            out.put8(geometry[6], MULTIPOLYGON);
            int parts = out.tables(shape.getNumGeometries());
            out.point(geometry[7], parts);
            for (int i = 0; i < shape.getNumGeometries(); i++)
                polygon((Polygon) shape.getGeometryN(i), parts + 4 + 4 * i);
        }
        send();
    }

    /** Lines, with the end of each, or points. */
    private void thin(Geometry shape, int entry) {
        int parts = shape.getNumGeometries();
        boolean lines = layer.dimension() == Dimension.LINE;
        int[] geometry = out.table(lines ? 4 : 0, 4, 0, 0, 0, 0, 1);
        out.point(entry, geometry[7]);
        out.put8(geometry[6], type());
        if (lines) {
            int[] ends = new int[parts];
            for (int i = 0; i < parts; i++)
                ends[i] = (i == 0 ? 0 : ends[i - 1]) + shape.getGeometryN(i).getNumPoints();
            out.point(geometry[0], out.ints(ends));
        }
        out.point(geometry[1], out.doubles(2 * shape.getNumPoints()));
        for (Coordinate point : shape.getCoordinates()) {
            out.add(point.x);
            out.add(point.y);
        }
    }

    private void polygon(Polygon polygon, int entry) {
        int rings = 1 + polygon.getNumInteriorRing();
        int[] part = out.table(rings == 1 ? 0 : 4, 4, 0, 0, 0, 0, 1);
        out.point(entry, part[7]);
        out.put8(part[6], POLYGON);
        int[] ends = new int[rings];
        for (int r = 0; r < rings; r++)
            ends[r] = (r == 0 ? 0 : ends[r - 1]) + ring(polygon, r).getNumPoints();
        if (rings > 1) out.point(part[0], out.ints(ends));
        out.point(part[1], out.doubles(2 * ends[rings - 1]));
        for (int r = 0; r < rings; r++) {
            CoordinateSequence points = ring(polygon, r).getCoordinateSequence();
            for (int i = 0; i < points.size(); i++) {
                out.add(points.getX(i));
                out.add(points.getY(i));
            }
        }
    }

    private static LinearRing ring(Polygon polygon, int number) {
        return number == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(number - 1);
    }

    /** Each value with its column's number; nothing for what is empty. Returns the length. */
    private int properties(List<@Nullable Object> values) {
        properties.clear();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) continue;
            room(10);
            properties.putShort((short) i);
            switch (value) {
                case Long whole -> properties.putLong(whole);
                case BigDecimal decimal -> properties.putDouble(decimal.doubleValue());
                default -> {
                    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                    room(4 + text.length);
                    properties.putInt(text.length).put(text);
                }
            }
        }
        return properties.position();
    }

    private void room(int bytes) {
        if (properties.remaining() >= bytes) return;
        ByteBuffer larger =
                ByteBuffer.allocate(2 * properties.capacity() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        properties = larger.put(properties.flip());
    }

    private void send() {
        ByteBuffer content = out.content();
        try {
            byte[] length = ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(content.remaining())
                    .array();
            file.write(length);
            file.write(content.array(), 0, content.remaining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
