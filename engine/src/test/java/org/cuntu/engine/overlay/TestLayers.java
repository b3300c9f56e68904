package org.cuntu.engine.overlay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.RingSet;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Small layers in real snapshot files, and the JTS witness: OverlayNGRobust with the same integral. */
final class TestLayers {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private TestLayers() {}

    static Geometry wkt(String text) {
        try {
            return new WKTReader(FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Drawn in whole units of a thousandth of a degree from 109E 24N. */
    static Geometry units(String text) {
        Geometry geometry = wkt(text);
        geometry.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
            c.x = 109 + c.x / 1024;
            c.y = 24 + c.y / 1024;
        });
        geometry.geometryChanged();
        return geometry;
    }

    static SnapshotStore.Lease lease(Path folder, LayerKind kind, Geometry coverage, List<Geometry> features) {
        LayerSchema schema = new LayerSchema(
                "TEST", kind, List.of(new Field("BSM", Field.Type.TEXT, "标识码", "id")), null, null);
        try (SnapshotWriter writer = new SnapshotWriter(folder, schema, coverage)) {
            for (int i = 0; i < features.size(); i++) writer.add(Feature.of(features.get(i), String.valueOf(i)));
            String hash = writer.finish();
            return new FolderSnapshotStore(folder).open(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A seamless coverage of a box with cells that share vertices, coordinates on a 1e-9 grid. */
    static List<Geometry> voronoi(Envelope box, int cells, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < cells; i++)
            sites.add(new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight()));
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        Geometry diagram = builder.getDiagram(FACTORY);
        List<Geometry> polygons = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            if (!box.contains(cell.getEnvelopeInternal())) continue;
            cell.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
                c.x = StrictMath.rint(c.x * 1e9) / 1e9;
                c.y = StrictMath.rint(c.y * 1e9) / 1e9;
            });
            cell.geometryChanged();
            if (cell.isValid()) polygons.add(cell);
        }
        return polygons;
    }

    static double witness(Geometry site, Snapshot snapshot, int feature) {
        Geometry piece = OverlayNGRobust.overlay(site, snapshot.geometry(feature), OverlayNG.INTERSECTION);
        return integral(piece, snapshot);
    }

    static double integral(Geometry geometry, Snapshot snapshot) {
        return RingSet.of(geometry, FieldIntegral.from(snapshot.referenceLatitude())).area();
    }
}
