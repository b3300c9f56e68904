package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Metric;
import org.cuntu.engine.layer.RingSet;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which parts of a layer lie in a site, and how large they are (contracts 3). Stateless, thread safe. */
public final class SiteOverlay {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private SiteOverlay() {}

    /** Cuts a site out of a layer: areas and perimeters, no outlines. Pieces come in feature order. */
    public static LayerCut cut(Site site, Snapshot snapshot) {
        double reference = snapshot.referenceLatitude();
        FieldIntegral field = FieldIntegral.from(reference);
        RingSet rings = site.rings(reference);
        double inside = Meeting.of(snapshot.coverageRings(), rings, field).area();
        List<Piece> pieces = new ArrayList<>();
        double sum = 0;
        for (int feature : snapshot.find(rings.west(), rings.south(), rings.east(), rings.north())) {
            Meeting meeting = Meeting.of(snapshot.rings(feature), rings, field);
            if (!meeting.any()) continue;
            pieces.add(new Piece(feature, meeting.area(), meeting.perimeter()));
            sum += meeting.area();
        }
        double union = snapshot.schema().kind() == LayerKind.OVERLAPPING && pieces.size() > 1
                ? union(site, snapshot, pieces, field)
                : sum;
        return new LayerCut(rings.area(), inside, pieces, union);
    }

    /**
     * The outline of one feature's part in the site, EPSG:4490, by JTS OverlayNGRobust: for showing, never for areas.
     *
     * @return a valid polygon or multipolygon, empty when the feature only touches
     */
    public static Geometry outline(Site site, Snapshot snapshot, int feature) {
        return polygons(OverlayNGRobust.overlay(site.geometry(), snapshot.geometry(feature), OverlayNG.INTERSECTION));
    }

    /**
     * The nearest distance from the site to any feature, metres, by the local metric at the site's middle latitude.
     *
     * @return empty when nothing lies within {@code maxMetres}
     */
    public static OptionalDouble distance(Site site, Snapshot snapshot, double maxMetres) {
        Geometry geometry = site.geometry();
        Envelope box = geometry.getEnvelopeInternal();
        double lat = 0.5 * (box.getMinY() + box.getMaxY());
        double perLon = Metric.metres(0, lat, 0.001, lat) * 1000;
        double perLat = Metric.metres(0, lat - 0.0005, 0, lat + 0.0005) * 1000;
        Geometry here = scaled(geometry, perLon, perLat);
        double best = Double.POSITIVE_INFINITY;
        double dx = maxMetres / perLon;
        double dy = maxMetres / perLat;
        for (int feature : snapshot.find(box.getMinX() - dx, box.getMinY() - dy, box.getMaxX() + dx, box.getMaxY() + dy))
            best = StrictMath.min(best, DistanceOp.distance(here, scaled(snapshot.geometry(feature), perLon, perLat)));
        return best <= maxMetres ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    private static Geometry scaled(Geometry geometry, double perLon, double perLat) {
        Geometry copy = geometry.copy();
        copy.apply((CoordinateFilter) c -> {
            c.x *= perLon;
            c.y *= perLat;
        });
        copy.geometryChanged();
        return copy;
    }

    private static double union(Site site, Snapshot snapshot, List<Piece> pieces, FieldIntegral field) {
        Geometry union = FACTORY.createPolygon();
        for (Piece piece : pieces)
            union = OverlayNGRobust.overlay(union, outline(site, snapshot, piece.feature()), OverlayNG.UNION);
        return RingSet.of(polygons(union), field).area();
    }

    @SuppressWarnings("unchecked")
    private static Geometry polygons(Geometry geometry) {
        List<Polygon> polygons = PolygonExtracter.getPolygons(geometry);
        if (polygons.size() == 1) return polygons.getFirst();
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
