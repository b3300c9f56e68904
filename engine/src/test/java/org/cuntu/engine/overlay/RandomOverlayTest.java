package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Random sites on a seamless random coverage, against JTS; every failure names its seed. */
class RandomOverlayTest {
    @TempDir
    static Path folder;

    private static FolderSnapshotStore store;
    private static Snapshot seamless;
    private static Snapshot offGrid;

    @BeforeAll
    static void write() {
        store = new FolderSnapshotStore(folder);
        seamless = written(LayerKind.COVERAGE, voronoi(1, 400, true));
        offGrid = written(LayerKind.COVERAGE, voronoi(2, 400, false));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Snapshot written(LayerKind kind, List<Geometry> shapes) {
        List<Feature> features = Ground.bare(shapes.toArray(Geometry[]::new));
        Geometry coverage = Ground.box(0, 0, 30, 30);
        return store.open(SnapshotWriter.write(folder, Ground.schema(kind), coverage, Ground.INVENTED, features))
                .snapshot();
    }

    /** Cells about 150 m wide that share their edges to the last bit, on the square 0…30. */
    private static List<Geometry> voronoi(long seed, int count, boolean wholeNanodegrees) {
        Random random = new Random(seed);
        List<Coordinate> seeds = new ArrayList<>();
        for (int i = 0; i < count; i++) seeds.add(Ground.at(30 * random.nextDouble(), 30 * random.nextDouble()));
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(seeds);
        Envelope square = new Envelope(Ground.at(-40, -40), Ground.at(70, 70));
        builder.setClipEnvelope(square);
        Geometry cells = builder.getDiagram(Ground.JTS);
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = cells.getGeometryN(i);
            if (wholeNanodegrees) cell.apply((org.locationtech.jts.geom.CoordinateFilter) RandomOverlayTest::round);
            cell.geometryChanged();
            if (cell.isValid() && !cell.isEmpty()) shapes.add(cell);
        }
        return shapes;
    }

    private static void round(Coordinate c) {
        c.x = Math.round(c.x * 1e9) / 1e9;
        c.y = Math.round(c.y * 1e9) / 1e9;
    }

    /** A star-shaped site round a middle. */
    private static Polygon star(Random random, int corners, double radius) {
        double x = 30 * random.nextDouble();
        double y = 30 * random.nextDouble();
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
            double r = radius * (0.3 + 0.7 * random.nextDouble());
            xy[2 * i] = x + r * Math.cos(angle);
            xy[2 * i + 1] = y + r * Math.sin(angle);
        }
        return Ground.polygon(xy);
    }

    /** The site with most corners moved onto the nearest corner of the layer, so that corners and edges coincide. */
    private static Geometry snapped(Polygon site, Snapshot layer, Random random) {
        Coordinate[] corners = site.getExteriorRing().getCoordinates();
        for (int i = 0; i < corners.length - 1; i++)
            if (random.nextInt(4) > 0) corners[i] = nearestCorner(corners[i], layer);
        corners[corners.length - 1] = corners[0].copy();
        return Ground.JTS.createPolygon(corners);
    }

    private static Coordinate nearestCorner(Coordinate to, Snapshot layer) {
        Coordinate nearest = to;
        double best = Double.POSITIVE_INFINITY;
        for (int feature : layer.find(to.x - 0.003, to.y - 0.003, to.x + 0.003, to.y + 0.003))
            for (Coordinate corner : layer.geometry(feature).getCoordinates())
                if (corner.distance(to) < best) {
                    best = corner.distance(to);
                    nearest = corner.copy();
                }
        return nearest;
    }

    private static void agreesWithWitness(Geometry site, Snapshot layer, String what) {
        LayerCut cut = SiteOverlay.cut(Site.of(site), layer);
        Map<Integer, Double> witness = JtsOracle.pieces(site, layer);
        assertThat(cut.pieces()).as(what).extracting(Piece::feature).containsExactlyElementsOf(witness.keySet());
        for (Piece piece : cut.pieces()) {
            double area = witness.get(piece.feature());
            assertThat(piece.integral()).as(what).isCloseTo(area, within(1e-9 * area + 2e-6));
        }
        assertThat(cut.inside())
                .as(what)
                .isCloseTo(JtsOracle.common(site, layer.coverage()), within(1e-9 * cut.inside() + 2e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void freeSitesAgreeWithTheWitness(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Polygon site = star(random, 4 + random.nextInt(30), 0.2 + 4 * random.nextDouble());
            agreesWithWitness(site, i % 2 == 0 ? seamless : offGrid, "seed " + seed + " site " + i);
        }
    }

    /** Two layers cut with one another in a site: the part of each feature of the one, cut with the other. */
    @ParameterizedTest
    @ValueSource(longs = {17, 18})
    void partsOfOneLayerCutWithAnotherAgreeWithTheWitness(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            Geometry site = star(random, 4 + random.nextInt(20), 0.5 + 3 * random.nextDouble());
            String what = "seed " + seed + " site " + i;
            for (Piece zone : SiteOverlay.cut(Site.of(site), offGrid).pieces()) {
                Site part =
                        SiteOverlay.part(Site.of(site), offGrid, zone.feature()).orElse(null);
                if (part == null) continue;
                Geometry outline =
                        OverlayNGRobust.overlay(site, offGrid.geometry(zone.feature()), OverlayNG.INTERSECTION);
                double sum = 0;
                for (Piece piece : SiteOverlay.cut(part, seamless).pieces()) {
                    double area = JtsOracle.common(outline, seamless.geometry(piece.feature()));
                    assertThat(piece.integral()).as(what).isCloseTo(area, within(1e-9 * area + 1e-5));
                    sum += piece.integral();
                }
                assertThat(sum).as(what).isCloseTo(zone.integral(), within(1e-9 * zone.integral() + 1e-4));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void sitesOnCornersOfTheLayerAgreeWithTheWitness(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Snapshot layer = i % 2 == 0 ? seamless : offGrid;
            Geometry site = snapped(star(random, 4 + random.nextInt(12), 1 + 3 * random.nextDouble()), layer, random);
            if (site.isValid()) agreesWithWitness(site, layer, "seed " + seed + " site " + i);
        }
    }

    @Test
    void piecesOfASeamlessCoverageAddUpToTheSite() {
        Random random = new Random(31);
        for (int i = 0; i < 1000; i++) {
            Snapshot layer = i % 2 == 0 ? seamless : offGrid;
            Polygon free = star(random, 4 + random.nextInt(20), 0.5 + 3 * random.nextDouble());
            Geometry site = i % 3 == 0 ? free : snapped(free, layer, random);
            if (!site.isValid()) continue;
            LayerCut cut = SiteOverlay.cut(Site.of(site), layer);
            double sum = cut.pieces().stream().mapToDouble(Piece::integral).sum();
            assertThat(sum)
                    .as("site %d", i)
                    .isCloseTo(
                            cut.site(),
                            within(1e-9 * cut.site() + 1e-6 * cut.pieces().size()));
        }
    }

    @Test
    void everyFeatureTakenAsSiteIsItselfAndTouchesItsNeighbours() {
        for (Snapshot layer : List.of(seamless, offGrid)) {
            for (int feature = 0; feature < layer.size(); feature++) {
                Site site = Site.of(layer.geometry(feature));
                for (Piece piece : SiteOverlay.cut(site, layer).pieces()) {
                    double expected = piece.feature() == feature ? layer.integral(feature) : 0;
                    double larger = Math.max(site.integral(), layer.integral(piece.feature()));
                    assertThat(piece.integral())
                            .as("feature %d", feature)
                            .isCloseTo(expected, within(1e-8 + 2e-15 * larger));
                }
            }
        }
    }

    @Test
    void startingPointAndDirectionOfTheRingDoNotMatter() {
        Random random = new Random(41);
        for (int i = 0; i < 100; i++) {
            Geometry site = snapped(star(random, 8, 3), seamless, random);
            if (!site.isValid()) continue;
            List<Piece> pieces = SiteOverlay.cut(Site.of(site), seamless).pieces();
            List<Piece> turned =
                    SiteOverlay.cut(Site.of(turned(site, 1 + i % 7)), seamless).pieces();
            List<Piece> reversed =
                    SiteOverlay.cut(Site.of(site.reverse()), seamless).pieces();
            assertThat(turned).extracting(Piece::feature).containsExactlyElementsOf(features(pieces));
            for (int p = 0; p < pieces.size(); p++) {
                double area = pieces.get(p).integral();
                assertThat(turned.get(p).integral()).isCloseTo(area, within(1e-9 * area + 2e-6));
                assertThat(reversed.get(p).integral()).isCloseTo(area, within(1e-9 * area + 2e-6));
                assertThat(turned.get(p).perimeter()).isCloseTo(pieces.get(p).perimeter(), within(1e-6));
            }
        }
    }

    private static List<Integer> features(List<Piece> pieces) {
        return pieces.stream().map(Piece::feature).toList();
    }

    private static Geometry turned(Geometry polygon, int by) {
        List<Coordinate> open = new ArrayList<>(Arrays.asList(polygon.getCoordinates()));
        open.removeLast();
        java.util.Collections.rotate(open, by);
        open.add(open.getFirst().copy());
        return Ground.JTS.createPolygon(open.toArray(Coordinate[]::new));
    }

    @Test
    void fourThreadsGiveTheSameBitsAsOne() throws Exception {
        Random random = new Random(51);
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < 200; i++) sites.add(Site.of(star(random, 20, 4)));
        List<LayerCut> alone =
                sites.stream().map(site -> SiteOverlay.cut(site, seamless)).toList();
        try (var four = Executors.newFixedThreadPool(4)) {
            List<Future<LayerCut>> together = new ArrayList<>();
            for (Site site : sites) together.add(four.submit(() -> SiteOverlay.cut(site, seamless)));
            for (int i = 0; i < alone.size(); i++)
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        }
    }

    @Test
    void outlinesAreValidAndAsLargeAsTheirPieces() {
        Random random = new Random(61);
        for (int i = 0; i < 60; i++) {
            Geometry drawn = snapped(star(random, 10, 3), seamless, random);
            if (!drawn.isValid()) continue;
            Site site = Site.of(drawn);
            for (Piece piece : SiteOverlay.cut(site, seamless).pieces()) {
                Geometry outline = SiteOverlay.outline(site, seamless, piece.feature());
                assertThat(outline.isValid())
                        .as("site %d feature %d", i, piece.feature())
                        .isTrue();
                assertThat(JtsOracle.integral(outline))
                        .isCloseTo(piece.integral(), within(1e-9 * piece.integral() + 2e-6));
            }
        }
    }
}
