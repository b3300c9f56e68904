package org.cuntu.platform.http;

import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Polygons in EPSG:4490 as a GeoJSON MultiPolygon ready for Jackson, rounded to 1e-9°, which loses nothing of what is drawn (contracts 3). */
public final class GeoJsonTree {
    private GeoJsonTree() {}

    public static Map<String, Object> of(Geometry geometry) {
        return Map.of("type", "MultiPolygon", "coordinates", new Coordinates(geometry));
    }

    /** Written without a list of each point between: an outline has thousands. */
    private record Coordinates(Geometry geometry) implements JacksonSerializable {
        @Override
        public void serialize(JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++)
                if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) write(polygon, out);
            out.writeEndArray();
        }

        @Override
        public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer types) {
            serialize(out, context);
        }

        private static void write(Polygon polygon, JsonGenerator out) {
            out.writeStartArray();
            write(polygon.getExteriorRing(), out);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) write(polygon.getInteriorRingN(h), out);
            out.writeEndArray();
        }

        private static void write(LinearRing ring, JsonGenerator out) {
            CoordinateSequence points = ring.getCoordinateSequence();
            out.writeStartArray();
            for (int i = 0; i < points.size(); i++) {
                out.writeStartArray();
                out.writeNumber(nano(points.getX(i)));
                out.writeNumber(nano(points.getY(i)));
                out.writeEndArray();
            }
            out.writeEndArray();
        }
    }

    private static double nano(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
