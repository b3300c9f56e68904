package org.cuntu.platform.http;

import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Puntal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Shapes in EPSG:4490 as GeoJSON ready for Jackson: a MultiPolygon, of lines a MultiLineString, of points a MultiPoint; rounded to
 * 1e-9°, which loses nothing of what is drawn (contracts 3).
 */
public final class GeoJsonTree {
    private static final int PLACES = 9;
    private static final double NANO = 1e9;
    /** From here on, in 1e-9°, a number is written without an exponent. */
    private static final double PLAIN = 1e6;

    private static final double GREATEST = 1e12;
    private static final int LONGEST = 24;

    private GeoJsonTree() {}

    public static Map<String, Object> of(Geometry geometry) {
        String type =
                switch (geometry) {
                    case Puntal points -> "MultiPoint";
                    case Lineal lines -> "MultiLineString";
                    default -> "MultiPolygon";
                };
        return Map.of("type", type, "coordinates", new Coordinates(geometry));
    }

    /** Written without a list of each point between: an outline has thousands. Of a mixed collection the polygons alone. */
    private record Coordinates(Geometry geometry) implements JacksonSerializable {
        @Override
        public void serialize(JsonGenerator out, SerializationContext context) {
            boolean polygons = !(geometry instanceof Puntal || geometry instanceof Lineal);
            out.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Geometry part = geometry.getGeometryN(i);
                if (part.isEmpty() || polygons && !(part instanceof Polygon)) continue;
                switch (part) {
                    case Polygon polygon -> rings(polygon, out);
                    case LineString line -> line(line, out);
                    case Point point -> point(point.getCoordinateSequence(), 0, out);
                    default -> throw new IllegalArgumentException(part.getGeometryType());
                }
            }
            out.writeEndArray();
        }

        @Override
        public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer types) {
            serialize(out, context);
        }

        private static void rings(Polygon polygon, JsonGenerator out) {
            out.writeStartArray();
            line(polygon.getExteriorRing(), out);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) line(polygon.getInteriorRingN(h), out);
            out.writeEndArray();
        }

        private static void line(LineString line, JsonGenerator out) {
            CoordinateSequence points = line.getCoordinateSequence();
            char[] digits = new char[LONGEST];
            out.writeStartArray();
            for (int i = 0; i < points.size(); i++) {
                out.writeStartArray();
                degrees(points.getX(i), digits, out);
                degrees(points.getY(i), digits, out);
                out.writeEndArray();
            }
            out.writeEndArray();
        }

        private static void point(CoordinateSequence points, int i, JsonGenerator out) {
            char[] digits = new char[LONGEST];
            out.writeStartArray();
            degrees(points.getX(i), digits, out);
            degrees(points.getY(i), digits, out);
            out.writeEndArray();
        }

        /** The digits that {@link Double#toString} gives for the rounded number, without its search for the shortest. */
        private static void degrees(double degrees, char[] digits, JsonGenerator out) {
            double nano = StrictMath.rint(degrees * NANO);
            double size = StrictMath.abs(nano);
            boolean text = out.streamWriteOutputTarget() != null; // and not nodes, which are given numbers
            if (!text || !(size >= PLAIN && size < GREATEST)) {
                out.writeNumber(nano / NANO);
                return;
            }
            long rest = (long) size;
            int at = LONGEST;
            int places = PLACES;
            for (; places > 1 && rest % 10 == 0; places--) rest /= 10;
            for (; places > 0 || rest > 0 || digits[at] == '.'; places--) {
                digits[--at] = (char) ('0' + rest % 10);
                rest /= 10;
                if (places == 1) digits[--at] = '.';
            }
            if (nano < 0) digits[--at] = '-';
            out.writeNumber(digits, at, LONGEST - at);
        }
    }
}
