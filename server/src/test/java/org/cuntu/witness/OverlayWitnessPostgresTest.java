package org.cuntu.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
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
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
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

    @TempDir
    Path folder;

    @Test
    void aThousandRandomSitesAgreeWithBothWitnesses() throws SQLException {
        List<Geometry> sites = sites();
        try (SnapshotStore.Lease lease = lease();
                PostgisWitness postgis = PostgisWitness.open("witness")) {
            Snapshot snapshot = lease.snapshot();
            postgis.layer(snapshot);
            postgis.sites(sites);
            Map<Integer, Map<Integer, Double>> witness = postgis.pieces();
            Map<Integer, Double> totals = postgis.totals();
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
            double area = JtsWitness.common(site, snapshot.geometry(piece.feature()));
            assertThat(piece.integral())
                    .as("site %d feature %d against JTS", s, piece.feature())
                    .isCloseTo(area, Offset.offset(1e-9 * area + 2e-6));
        }
    }

    private SnapshotStore.Lease lease() {
        LayerSchema schema = new LayerSchema(
                "DLTB", LayerKind.COVERAGE, List.of(new Field("BSM", Field.Type.TEXT, "标识码", "id")), null, null);
        try (SnapshotWriter writer = SnapshotWriter.begin(
                folder, schema, FACTORY.toGeometry(BOX), new SnapshotOrigin(true, "random cells"))) {
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
