package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.engine.overlay.TestLayers.units;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class SiteOverlayTest {
    private static final String COVERAGE = "POLYGON((0 0,100 0,100 100,0 100,0 0))";

    @TempDir
    Path folder;

    @Test
    void theSiteThatIsAFeatureIsAllOfIt() {
        String square = "POLYGON((10 10,20 10,20 20,10 20,10 10))";
        assertThat(shares(square, square)).containsExactly("0 1.000000000");
    }

    @Test
    void halfOfAFeatureIsHalf() {
        assertThat(shares("POLYGON((10 10,15 10,15 20,10 20,10 10))", "POLYGON((10 10,20 10,20 20,10 20,10 10))"))
                .containsExactly("0 1.000000000");
    }

    @Test
    void featuresThatTouchAtAnEdgeAreNamedWithNoArea() {
        assertThat(shares(
                        "POLYGON((20 10,30 10,30 20,20 20,20 10))",
                        "POLYGON((10 10,20 10,20 20,10 20,10 10))",
                        "POLYGON((30 10,40 10,40 20,30 20,30 10))",
                        "POLYGON((20 20,30 20,30 30,20 30,20 20))",
                        "POLYGON((20 0,30 0,30 10,20 10,20 0))"))
                .containsExactly("0 0.000000000", "1 0.000000000", "2 0.000000000", "3 0.000000000");
    }

    @Test
    void aFeatureWhoseCornerOnlyTouchesHasNoArea() {
        assertThat(shares("POLYGON((20 20,30 20,30 30,20 30,20 20))", "POLYGON((10 10,20 10,20 20,10 20,10 10))"))
                .containsExactly("0 0.000000000");
    }

    @Test
    void aSiteInAHoleMeetsNothing() {
        String ring = "POLYGON((10 10,50 10,50 50,10 50,10 10),(20 20,20 40,40 40,40 20,20 20))";
        assertThat(shares("POLYGON((25 25,35 25,35 35,25 35,25 25))", ring)).isEmpty();
    }

    @Test
    void aSiteThatFillsAHoleExactlyHasNoArea() {
        String ring = "POLYGON((10 10,50 10,50 50,10 50,10 10),(20 20,20 40,40 40,40 20,20 20))";
        assertThat(shares("POLYGON((20 20,40 20,40 40,20 40,20 20))", ring)).containsExactly("0 0.000000000");
    }

    @Test
    void theSiteOutsideTheCoverageIsNotInside() {
        LayerCut cut = cut(units("POLYGON((90 10,110 10,110 20,90 20,90 10))"), List.of());
        assertThat(cut.inside() / cut.site()).isCloseTo(0.5, Offset.offset(1e-9));
    }

    @Test
    void overlappingFeaturesAreCountedOnceInTheUnion() {
        Geometry site = units("POLYGON((10 10,30 10,30 30,10 30,10 10))");
        List<Geometry> twice = List.of(site.copy(), site.copy());
        try (SnapshotStore.Lease lease =
                TestLayers.lease(folder, LayerKind.OVERLAPPING, units(COVERAGE), twice)) {
            LayerCut cut = SiteOverlay.cut(Site.of(site), lease.snapshot());
            assertThat(cut.union()).isCloseTo(cut.site(), Offset.offset(1e-6));
        }
    }

    @Test
    void theNearestFeatureIsAsFarAsTheGapBetween() {
        try (SnapshotStore.Lease lease = TestLayers.lease(
                folder,
                LayerKind.DISJOINT,
                units(COVERAGE),
                List.of(units("POLYGON((10 10,20 10,20 20,10 20,10 10))")))) {
            Site site = Site.of(units("POLYGON((10 21,20 21,20 30,10 30,10 21))"));
            // one unit of latitude, 1/1024 degree, is 108.17 m at 24 N (M = 6,346,000 m)
            assertThat(SiteOverlay.distance(site, lease.snapshot(), 200).orElseThrow())
                    .isCloseTo(108.17, Offset.offset(0.05));
            assertThat(SiteOverlay.distance(site, lease.snapshot(), 100)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void piecesAgreeWithTheWitnessAndAddUpOnASeamlessCoverage(long seed) {
        Envelope box = new Envelope(109.3, 109.5, 24.2, 24.4);
        List<Geometry> cells = TestLayers.voronoi(box, 3000, seed);
        SplittableRandom random = new SplittableRandom(seed);
        try (SnapshotStore.Lease lease = TestLayers.lease(
                folder, LayerKind.COVERAGE, TestLayers.FACTORY.toGeometry(box), cells)) {
            Snapshot snapshot = lease.snapshot();
            for (int i = 0; i < 250; i++) {
                Geometry site = i % 2 == 0 ? star(random) : fromVertices(random, snapshot);
                if (!site.isValid() || site.isEmpty()) continue;
                LayerCut cut = SiteOverlay.cut(Site.of(site), snapshot);
                for (Piece piece : cut.pieces()) {
                    double witness = TestLayers.witness(site, snapshot, piece.feature());
                    assertThat(piece.integral())
                            .as("seed %d site %d feature %d", seed, i, piece.feature())
                            .isCloseTo(witness, Offset.offset(1e-9 * witness + 2e-6));
                }
                if (inHull(site))
                    assertThat(StrictMath.abs(cut.rest())).as("seed %d site %d", seed, i).isLessThan(2e-3);
            }
        }
    }

    @Test
    void aSiteMadeOfWholeFeaturesHasExactlyTheirStoredIntegrals() {
        Envelope box = new Envelope(109.3, 109.4, 24.2, 24.3);
        List<Geometry> cells = TestLayers.voronoi(box, 400, 5);
        try (SnapshotStore.Lease lease = TestLayers.lease(
                folder, LayerKind.COVERAGE, TestLayers.FACTORY.toGeometry(box), cells)) {
            Snapshot snapshot = lease.snapshot();
            for (int feature = 0; feature < snapshot.size(); feature++) {
                int self = feature;
                LayerCut cut = SiteOverlay.cut(Site.of(snapshot.geometry(feature)), snapshot);
                for (Piece piece : cut.pieces())
                    assertThat(piece.integral())
                            .as("feature %d in the outline of %d", piece.feature(), self)
                            .isCloseTo(piece.feature() == self ? snapshot.integral(self) : 0, Offset.offset(2e-8));
            }
        }
    }

    private static boolean inHull(Geometry site) {
        return new Envelope(109.33, 109.47, 24.23, 24.37).contains(site.getEnvelopeInternal());
    }

    private static Geometry star(SplittableRandom random) {
        int n = 5 + random.nextInt(40);
        double x = 109.35 + 0.1 * random.nextDouble();
        double y = 24.25 + 0.1 * random.nextDouble();
        double r = 0.0005 + 0.02 * random.nextDouble();
        List<Coordinate> points = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double a = 2 * StrictMath.PI * k / n;
            double d = r * (0.4 + 0.6 * random.nextDouble());
            points.add(new Coordinate(x + d * StrictMath.cos(a), y + d * StrictMath.sin(a)));
        }
        points.add(points.getFirst().copy());
        return TestLayers.FACTORY.createPolygon(points.toArray(Coordinate[]::new));
    }

    /** A site that follows boundaries of the layer: the outline of a feature with some of its vertices taken out. */
    private static Geometry fromVertices(SplittableRandom random, Snapshot snapshot) {
        Coordinate[] ring = snapshot.geometry(random.nextInt(snapshot.size())).getCoordinates();
        List<Coordinate> kept = new ArrayList<>();
        for (int i = 0; i + 1 < ring.length; i++) if (random.nextInt(4) > 0) kept.add(ring[i]);
        if (kept.size() < 3) return TestLayers.FACTORY.createPolygon();
        kept.add(kept.getFirst());
        return TestLayers.FACTORY.createPolygon(kept.toArray(Coordinate[]::new));
    }

    private LayerCut cut(Geometry site, List<Geometry> features) {
        try (SnapshotStore.Lease lease =
                TestLayers.lease(folder, LayerKind.DISJOINT, units(COVERAGE), features)) {
            return SiteOverlay.cut(Site.of(site), lease.snapshot());
        }
    }

    /** {@code feature share-of-site} lines. */
    private List<String> shares(String site, String... features) {
        List<Geometry> geometries = new ArrayList<>();
        for (String feature : features) geometries.add(units(feature));
        LayerCut cut = cut(units(site), geometries);
        return cut.pieces().stream()
                .map(p -> "%d %.9f".formatted(p.feature(), StrictMath.abs(p.integral() / cut.site())))
                .toList();
    }
}
