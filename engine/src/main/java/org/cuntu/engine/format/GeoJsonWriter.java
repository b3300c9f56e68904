package org.cuntu.engine.format;

import java.io.ByteArrayOutputStream;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
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

    /** A polygon or multipolygon in degrees. */
    static void geometry(Geometry geometry, JsonGenerator json) {
        boolean several = geometry.getNumGeometries() != 1;
        json.writeStartObject();
        json.writeStringProperty("type", several ? "MultiPolygon" : "Polygon");
        json.writeName("coordinates");
        if (several) json.writeStartArray();
        for (int i = 0; i < geometry.getNumGeometries(); i++) polygon((Polygon) geometry.getGeometryN(i), json);
        if (several) json.writeEndArray();
        json.writeEndObject();
    }

    private static void polygon(Polygon polygon, JsonGenerator json) {
        json.writeStartArray();
        ring(polygon.getExteriorRing(), json);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) ring(polygon.getInteriorRingN(h), json);
        json.writeEndArray();
    }

    private static void ring(LinearRing ring, JsonGenerator json) {
        CoordinateSequence points = ring.getCoordinateSequence();
        json.writeStartArray();
        for (int i = 0; i < points.size(); i++) {
            json.writeStartArray();
            json.writeNumber(points.getX(i));
            json.writeNumber(points.getY(i));
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
