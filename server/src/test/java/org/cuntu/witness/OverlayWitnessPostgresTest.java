package org.cuntu.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotOrigin;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.measure.FieldIntegral;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.testing.PrivatePostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * A thousand random sites on a seamless layer: every piece against JTS OverlayNGRobust (1e-9·A + 2e-6 m²) and against
 * PostGIS in an equal-area projection (1e-8·A + 1e-4 m²), every site's total against PostGIS (1e-9).
 */
@Tag("postgres")
class OverlayWitnessPostgresTest {
    private static final long SEED = 20261124;
    private static final int SITES = 1000;
    private static final Envelope BOX = new Envelope(109.3, 109.5, 24.2, 24.4);
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String AREA = "st_area(st_transform(st_segmentize(%s, 0.00005), 990001))";

    @TempDir
    Path folder;

    @Test
    void aThousandRandomSitesAgreeWithBothWitnesses() throws SQLException {
        List<Geometry> sites = sites();
        try (SnapshotStore.Lease lease = lease();
                Connection postgis = DriverManager.getConnection(
                        PrivatePostgres.running().newDatabase("witness"), "postgres", "")) {
            Snapshot snapshot = lease.snapshot();
            load(postgis, snapshot, sites);
            Map<Integer, Map<Integer, Double>> witness = pieces(postgis);
            Map<Integer, Double> totals = totals(postgis);
            for (int s = 0; s < sites.size(); s++) {
                LayerCut cut = SiteOverlay.cut(Site.of(sites.get(s)), snapshot);
                assertThat(cut.site())
                        .as("site %d", s)
                        .isCloseTo(totals.get(s), Offset.offset(1e-9 * cut.site() + 1e-4));
                compare(s, sites.get(s), cut, snapshot, witness.getOrDefault(s, Map.of()));
            }
        }
    }

    private static void compare(int s, Geometry site, LayerCut cut, Snapshot snapshot, Map<Integer, Double> postgis) {
        Map<Integer, Double> ours = new HashMap<>();
        for (Piece piece : cut.pieces()) ours.put(piece.feature(), piece.integral());
        postgis.forEach((feature, area) -> assertThat(ours.getOrDefault(feature, 0.0))
                .as("site %d feature %d against PostGIS", s, feature)
                .isCloseTo(area, Offset.offset(1e-8 * area + 1e-4)));
        for (Piece piece : cut.pieces()) {
            Geometry jts =
                    OverlayNGRobust.overlay(site, snapshot.geometry(piece.feature()), OverlayNG.INTERSECTION);
            double area = integral(jts);
            assertThat(piece.integral())
                    .as("site %d feature %d against JTS", s, piece.feature())
                    .isCloseTo(area, Offset.offset(1e-9 * area + 2e-6));
        }
    }

    /** F of a polygonal geometry, ring by ring. */
    private static double integral(Geometry geometry) {
        FieldIntegral field = FieldIntegral.from(24);
        double sum = 0;
        for (Object each : PolygonExtracter.getPolygons(geometry)) {
            Polygon polygon = (Polygon) each;
            sum += StrictMath.abs(field.ring(flat(polygon.getExteriorRing())));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                sum -= StrictMath.abs(field.ring(flat(polygon.getInteriorRingN(h))));
        }
        return sum;
    }

    private static double[] flat(LinearRing ring) {
        Coordinate[] points = ring.getCoordinates();
        double[] flat = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            flat[2 * i] = points[i].x;
            flat[2 * i + 1] = points[i].y;
        }
        return flat;
    }

    private static void load(Connection postgis, Snapshot snapshot, List<Geometry> sites) throws SQLException {
        try (Statement statement = postgis.createStatement()) {
            statement.execute("insert into spatial_ref_sys(srid, auth_name, auth_srid, proj4text, srtext) values "
                    + "(990001, 'cuntu', 990001, '+proj=cea +ellps=GRS80 +units=m +no_defs', '')");
            statement.execute("create table layer(id int, geom geometry(geometry, 4490))");
            statement.execute("create table site(id int, geom geometry(geometry, 4490))");
        }
        List<Geometry> features = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) features.add(snapshot.geometry(i));
        insert(postgis, "layer", features);
        insert(postgis, "site", sites);
        try (Statement statement = postgis.createStatement()) {
            statement.execute("create index on layer using gist(geom)");
            statement.execute("analyze");
        }
    }

    private static void insert(Connection postgis, String table, List<Geometry> shapes) throws SQLException {
        WKBWriter writer = new WKBWriter();
        try (PreparedStatement insert =
                postgis.prepareStatement("insert into " + table + " values (?, st_geomfromwkb(?, 4490))")) {
            for (int i = 0; i < shapes.size(); i++) {
                insert.setInt(1, i);
                insert.setBytes(2, writer.write(shapes.get(i)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<Integer, Map<Integer, Double>> pieces(Connection postgis) throws SQLException {
        Map<Integer, Map<Integer, Double>> all = new HashMap<>();
        String sql = "select s.id, l.id, " + AREA.formatted("st_intersection(s.geom, l.geom)")
                + " from site s join layer l on st_intersects(s.geom, l.geom)";
        try (Statement statement = postgis.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next())
                all.computeIfAbsent(rows.getInt(1), s -> new HashMap<>()).put(rows.getInt(2), rows.getDouble(3));
        }
        return all;
    }

    private static Map<Integer, Double> totals(Connection postgis) throws SQLException {
        Map<Integer, Double> all = new HashMap<>();
        try (Statement statement = postgis.createStatement();
                ResultSet rows = statement.executeQuery("select id, " + AREA.formatted("geom") + " from site")) {
            while (rows.next()) all.put(rows.getInt(1), rows.getDouble(2));
        }
        return all;
    }

    private SnapshotStore.Lease lease() {
        LayerSchema schema = new LayerSchema(
                "DLTB",
                LayerKind.COVERAGE,
                List.of(new Field("BSM", Field.Type.TEXT, "标识码", "id")),
                null,
                null);
        try (SnapshotWriter writer = SnapshotWriter.begin(folder, schema, FACTORY.toGeometry(BOX), new SnapshotOrigin(true, "random cells"))) {
            int number = 0;
            for (Geometry cell : cells()) writer.add(Feature.of(cell, String.valueOf(number++)));
            return new FolderSnapshotStore(folder).open(writer.finish());
        }
    }

    /** Cells that share their vertices, on a grid of 1e-9 degree. */
    private static List<Geometry> cells() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Coordinate> centres = new ArrayList<>();
        for (int i = 0; i < 4000; i++)
            centres.add(new Coordinate(
                    BOX.getMinX() + random.nextDouble() * BOX.getWidth(),
                    BOX.getMinY() + random.nextDouble() * BOX.getHeight()));
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(centres);
        Geometry diagram = builder.getDiagram(FACTORY);
        List<Geometry> cells = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            if (!BOX.contains(cell.getEnvelopeInternal())) continue;
            cell.apply((CoordinateFilter) c -> {
                c.x = StrictMath.rint(c.x * 1e9) / 1e9;
                c.y = StrictMath.rint(c.y * 1e9) / 1e9;
            });
            cell.geometryChanged();
            if (cell.isValid()) cells.add(cell);
        }
        return cells;
    }

    /** Star-shaped sites of 5 to 60 vertices, from a tenth of a hectare to some square kilometres. */
    private static List<Geometry> sites() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<Geometry> sites = new ArrayList<>();
        while (sites.size() < SITES) {
            int n = 5 + random.nextInt(56);
            double x = 109.33 + 0.14 * random.nextDouble();
            double y = 24.23 + 0.14 * random.nextDouble();
            double radius = 0.0002 * StrictMath.pow(75, random.nextDouble());
            List<Coordinate> points = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                double angle = 2 * StrictMath.PI * (k + 0.8 * random.nextDouble()) / n;
                double d = radius * (0.4 + 0.6 * random.nextDouble());
                points.add(new Coordinate(x + d * StrictMath.cos(angle), y + d * StrictMath.sin(angle)));
            }
            points.add(points.getFirst().copy());
            Geometry site = FACTORY.createPolygon(points.toArray(Coordinate[]::new));
            if (site.isValid()) sites.add(site);
        }
        return sites;
    }
}
