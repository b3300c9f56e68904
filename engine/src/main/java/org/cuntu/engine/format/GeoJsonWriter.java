package org.cuntu.engine.format;

import java.io.ByteArrayOutputStream;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Puntal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a site as a GeoJSON FeatureCollection in EPSG:4490, UTF-8, one feature a plot: DKBH, DKMC, DKYT, statedArea
 * and legalArea (m², decimal strings) and the plot's other attributes. Coordinates have all digits, so that nothing is
 * moved; the old {@code crs} member names the system, for RFC 7946 knows WGS 84 alone.
 */
public final class GeoJsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private GeoJsonWriter() {}

    public static byte[] write(SiteFile site) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            system(Crs.CGCS2000, json);
            json.writeName("features");
            json.writeStartArray();
            for (Plot plot : site.plots()) feature(plot, json);
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** The old {@code crs} member. */
    static void system(Crs crs, JsonGenerator json) {
        json.writeName("crs");
        json.writeStartObject();
        json.writeStringProperty("type", "name");
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty("name", "urn:ogc:def:crs:EPSG::" + crs.epsg());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void feature(Plot plot, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName("properties");
        json.writeStartObject();
        json.writeStringProperty("DKBH", plot.number());
        json.writeStringProperty("DKMC", plot.name());
        json.writeStringProperty("DKYT", plot.use());
        if (plot.stated() != null)
            json.writeStringProperty("statedArea", plot.stated().value().toString());
        json.writeStringProperty("legalArea", SiteAreas.legalArea(plot).value().toString());
        plot.raw().forEach((key, value) -> {
            if (!key.equals("legalArea")) json.writeStringProperty(key, value);
        });
        json.writeEndObject();
        json.writeName("geometry");
        geometry(plot.shape().toGeodetic().geometry(), json);
        json.writeEndObject();
    }

    /** Polygons, lines or points; one part as such, several as a multi-geometry. */
    static void geometry(Geometry geometry, JsonGenerator json) {
        boolean several = geometry.getNumGeometries() != 1;
        json.writeStartObject();
        json.writeStringProperty("type", (several ? "Multi" : "") + kind(geometry));
        json.writeName("coordinates");
        if (several) json.writeStartArray();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            switch (geometry.getGeometryN(i)) {
                case Polygon polygon -> polygon(polygon, json);
                case Point point -> position(point.getX(), point.getY(), json);
                case LineString line -> ring(line, json);
                default -> throw new IllegalArgumentException(geometry.getGeometryType());
            }
        }
        if (several) json.writeEndArray();
        json.writeEndObject();
    }

    private static String kind(Geometry geometry) {
        return switch (geometry) {
            case Puntal points -> "Point";
            case Lineal lines -> "LineString";
            default -> "Polygon";
        };
    }

    private static void polygon(Polygon polygon, JsonGenerator json) {
        json.writeStartArray();
        ring(polygon.getExteriorRing(), json);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) ring(polygon.getInteriorRingN(h), json);
        json.writeEndArray();
    }

    private static void ring(LineString ring, JsonGenerator json) {
        CoordinateSequence points = ring.getCoordinateSequence();
        json.writeStartArray();
        for (int i = 0; i < points.size(); i++) position(points.getX(i), points.getY(i), json);
        json.writeEndArray();
    }

    private static void position(double x, double y, JsonGenerator json) {
        json.writeStartArray();
        json.writeNumber(x);
        json.writeNumber(y);
        json.writeEndArray();
    }
}
