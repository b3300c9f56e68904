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
            out.writeStartArray();
            for (int i = 0; i < points.size(); i++) point(points, i, out);
            out.writeEndArray();
        }

        private static void point(CoordinateSequence points, int i, JsonGenerator out) {
            out.writeStartArray();
            out.writeNumber(nano(points.getX(i)));
            out.writeNumber(nano(points.getY(i)));
            out.writeEndArray();
        }
    }

    private static double nano(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
