package org.cuntu.engine.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Puntal;

/**
 * Writes a layer as separated values (RFC 4180): UTF-8 with its mark, as spreadsheets want it for Chinese; last the system's
 * EPSG number in SRID and the outline in WKT. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
public final class CsvLayer {
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvLayer() {}

    public static void write(LayerContent layer, Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            for (Field field : layer.fields()) out.append(text(field.code())).append(',');
            out.append("SRID,WKT").append(END);
            layer.forEach((shape, values) -> row(shape, values, layer.crs().epsg(), out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Geometry shape, List<@Nullable Object> values, int srid, Writer out) {
        try {
            for (Object value : values) out.append(cell(value)).append(',');
            out.append(String.valueOf(srid)).append(',');
            if (!shape.isEmpty()) out.append('"').append(wkt(shape)).append('"');
            out.append(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case String text -> text(text);
            default -> value.toString();
        };
    }

    /** A text as a cell: what begins like a formula is no formula, and what holds a separator is quoted. */
    public static String text(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static StringBuilder wkt(Geometry shape) {
        boolean several = shape.getNumGeometries() != 1;
        StringBuilder out = new StringBuilder(several ? "MULTI" : "").append(kind(shape));
        if (several) out.append('(');
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (i > 0) out.append(',');
            switch (shape.getGeometryN(i)) {
                case Polygon polygon -> polygon(polygon, out);
                case Point point -> points(point.getCoordinateSequence(), out);
                case LineString line -> points(line.getCoordinateSequence(), out);
                default -> throw new IllegalArgumentException(shape.getGeometryType());
            }
        }
        return several ? out.append(')') : out;
    }

    private static String kind(Geometry shape) {
        return switch (shape) {
            case Puntal points -> "POINT";
            case Lineal lines -> "LINESTRING";
            default -> "POLYGON";
        };
    }

    private static void polygon(Polygon polygon, StringBuilder out) {
        out.append('(');
        points(polygon.getExteriorRing().getCoordinateSequence(), out);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++)
            points(polygon.getInteriorRingN(h).getCoordinateSequence(), out.append(','));
        out.append(')');
    }

    private static void points(CoordinateSequence points, StringBuilder out) {
        out.append('(');
        for (int i = 0; i < points.size(); i++) {
            if (i > 0) out.append(',');
            out.append(plain(points.getX(i))).append(' ').append(plain(points.getY(i)));
        }
        out.append(')');
    }

    /** All digits, without an exponent. */
    private static String plain(double value) {
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }
}
