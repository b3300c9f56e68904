package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.both;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.withHole;

import java.nio.file.Path;
import java.util.Map;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

class SiteOverlayTest {
    private static final Geometry SQUARE = box(10, 10, 20, 20);

    @TempDir
    Path folder;

    FolderSnapshotStore store;

    @BeforeEach
    void open() {
        store = new FolderSnapshotStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Snapshot layer(LayerKind kind, Geometry... shapes) {
        String hash =
                SnapshotWriter.write(folder, Ground.schema(kind), box(0, 0, 100, 100), Ground.INVENTED, bare(shapes));
        return store.open(hash).snapshot();
    }

    /** Cuts, and compares every piece with the witness. */
    private LayerCut cut(Geometry site, Geometry... shapes) {
        Snapshot snapshot = layer(LayerKind.DISJOINT, shapes);
        LayerCut cut = SiteOverlay.cut(Site.of(site), snapshot);
        Map<Integer, Double> witness = JtsOracle.pieces(site, snapshot);
        assertThat(cut.pieces()).extracting(Piece::feature).containsExactlyElementsOf(witness.keySet());
        for (Piece piece : cut.pieces()) {
            double area = witness.get(piece.feature());
            assertThat(piece.integral()).isCloseTo(area, within(1e-9 * area + 2e-6));
        }
        return cut;
    }

    private static double area(Geometry shape) {
        return JtsOracle.integral(shape);
    }

    private static void hasOnePiece(LayerCut cut, double area) {
        assertThat(cut.pieces()).hasSize(1);
        assertThat(cut.pieces().getFirst().integral()).isCloseTo(area, within(2e-6 + 1e-9 * area));
    }

    @Test
    void featureThatCrossesTheSiteIsCutAtIt() {
        hasOnePiece(cut(SQUARE, box(15, 15, 30, 30)), area(box(15, 15, 20, 20)));
    }

    @Test
    void featureInsideTheSiteCountsWithItsStoredIntegral() {
        Snapshot snapshot = layer(LayerKind.DISJOINT, polygon(11, 11, 14, 12, 13, 17));
        Piece piece = SiteOverlay.cut(Site.of(SQUARE), snapshot).pieces().getFirst();
        assertThat(piece.integral()).isEqualTo(snapshot.integral(0));
    }

    @Test
    void siteInsideAFeatureCountsWhole() {
        LayerCut cut = cut(SQUARE, box(0, 0, 50, 50));
        assertThat(cut.pieces().getFirst().integral()).isEqualTo(cut.site());
    }

    @Test
    void featuresThatTouchOnlyAtTheirEdgeHaveNoArea() {
        for (Geometry neighbour : new Geometry[] {
            box(20, 10, 30, 20), box(0, 10, 10, 20), box(10, 20, 20, 30), box(10, 0, 20, 10), box(20, 5, 30, 12)
        }) hasOnePiece(cut(SQUARE, neighbour), 0);
    }

    @Test
    void featuresThatTouchOnlyAtACornerHaveNoArea() {
        for (Geometry neighbour : new Geometry[] {
            box(20, 20, 30, 30),
            box(0, 0, 10, 10),
            box(0, 20, 10, 30),
            box(20, 0, 30, 10),
            polygon(20, 15, 30, 10, 30, 20)
        }) hasOnePiece(cut(SQUARE, neighbour), 0);
    }

    @Test
    void featuresBesideTheSiteAreNotThere() {
        assertThat(cut(SQUARE, box(21, 21, 30, 30), polygon(9, 21, 15, 30, 9, 30))
                        .pieces())
                .isEmpty();
    }

    @Test
    void edgesThatRunAlongEachOtherAreCutRight() {
        hasOnePiece(cut(SQUARE, box(10, 12, 15, 18)), area(box(10, 12, 15, 18)));
        hasOnePiece(cut(SQUARE, box(5, 10, 15, 20)), area(box(10, 10, 15, 20)));
        hasOnePiece(cut(SQUARE, box(10, 10, 25, 15)), area(box(10, 10, 20, 15)));
    }

    @Test
    void slantedEdgesThatRunAlongEachOtherAreCutRight() {
        Geometry site = polygon(0, 0, 9, 3, 6, 12, -3, 9);
        hasOnePiece(cut(site, polygon(3, 1, 6, 2, 5, 5)), area(polygon(3, 1, 6, 2, 5, 5)));
        hasOnePiece(cut(site, polygon(3, 1, 6, 2, 9, -4)), 0);
    }

    @Test
    void featureEqualToTheSiteIsTheSite() {
        for (Geometry site :
                new Geometry[] {SQUARE, polygon(0, 0, 9, 3, 6, 12, -3, 9), withHole(box(0, 0, 9, 9), box(3, 3, 6, 6))
                }) {
            LayerCut cut = cut(site, site);
            assertThat(cut.pieces().getFirst().integral()).isCloseTo(cut.site(), within(1e-8));
        }
    }

    @Test
    void siteInAHoleMeetsNothing() {
        assertThat(cut(SQUARE, withHole(box(0, 0, 50, 50), box(5, 5, 25, 25))).pieces())
                .isEmpty();
    }

    @Test
    void siteThatFillsAHoleOnlyTouches() {
        hasOnePiece(cut(SQUARE, withHole(box(0, 0, 50, 50), box(10, 10, 20, 20))), 0);
    }

    @Test
    void featureThatFillsTheSitesHoleOnlyTouches() {
        hasOnePiece(cut(withHole(box(0, 0, 50, 50), box(10, 10, 20, 20)), SQUARE), 0);
    }

    @Test
    void holesOfBothAreTakenOut() {
        Geometry site = withHole(box(0, 0, 20, 20), box(5, 5, 10, 10));
        Geometry feature = withHole(box(2, 2, 30, 30), box(8, 8, 12, 12));
        hasOnePiece(
                cut(site, feature),
                area(box(2, 2, 20, 20)) - area(box(5, 5, 10, 10)) - area(box(8, 8, 12, 12)) + area(box(8, 8, 10, 10)));
    }

    @Test
    void partsOfAMultipolygonAreOnePiece() {
        hasOnePiece(
                cut(SQUARE, both(box(8, 8, 12, 12), box(18, 18, 22, 22), box(40, 40, 50, 50))),
                area(box(10, 10, 12, 12)) + area(box(18, 18, 20, 20)));
    }

    @Test
    void plotsThatShareAnEdgeAreOneSite() {
        Geometry site = both(box(10, 10, 15, 20), box(15, 10, 20, 20));
        hasOnePieceOfPlots(site, box(12, 12, 18, 18));
        hasOnePieceOfPlots(site, box(15, 10, 20, 20));
        hasOnePieceOfPlots(site, polygon(15, 10, 18, 15, 15, 20, 12, 15));
    }

    private void hasOnePieceOfPlots(Geometry site, Geometry feature) {
        LayerCut cut = SiteOverlay.cut(Site.of(site), layer(LayerKind.DISJOINT, feature));
        hasOnePiece(cut, area(feature));
    }

    @Test
    void perimeterIsThatOfThePiece() {
        Piece piece = cut(SQUARE, box(15, 15, 30, 30)).pieces().getFirst();
        double expected = Site.of(box(15, 15, 20, 20)).perimeter();
        assertThat(piece.perimeter()).isCloseTo(expected, within(0.01));
        assertThat(expected).isBetween(2000.0, 2200.0);
    }

    @Test
    void siteAcrossTheCoverageIsOnlyPartlyInside() {
        LayerCut cut = cut(box(95, 95, 105, 105));
        assertThat(cut.inside()).isCloseTo(area(box(95, 95, 100, 100)), within(1e-5));
        assertThat(cut.outside()).isCloseTo(cut.site() - cut.inside(), within(1e-9));
        assertThat(cut(box(200, 200, 201, 201)).inside()).isZero();
        assertThat(cut(box(0, 0, 100, 100)).outside()).isCloseTo(0, within(1e-4));
    }

    @Test
    void groundUnderOverlappingFeaturesCountsOnceInTheUnion() {
        Snapshot snapshot = layer(
                LayerKind.OVERLAPPING, box(8, 8, 14, 14), box(12, 12, 16, 16), box(18, 18, 30, 30), box(0, 10, 10, 20));
        LayerCut cut = SiteOverlay.cut(Site.of(SQUARE), snapshot);
        double expected = area(box(10, 10, 14, 14))
                + area(box(12, 12, 16, 16))
                - area(box(12, 12, 14, 14))
                + area(box(18, 18, 20, 20));
        assertThat(cut.union()).isCloseTo(expected, within(1e-5));
    }

    @Test
    void outlineIsTheCommonPolygon() {
        Snapshot snapshot = layer(LayerKind.DISJOINT, box(15, 15, 30, 30));
        Geometry outline = SiteOverlay.outline(Site.of(SQUARE), snapshot, 0);
        assertThat(outline.isValid()).isTrue();
        assertThat(outline.equalsTopo(box(15, 15, 20, 20))).isTrue();
    }

    @Test
    void outlineOfATouchIsEmpty() {
        assertThat(SiteOverlay.outline(Site.of(SQUARE), layer(LayerKind.DISJOINT, box(20, 10, 30, 20)), 0)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void distanceIsTheShortestWayInMetres() {
        Snapshot snapshot = layer(LayerKind.DISJOINT, box(30, 0, 40, 50), box(10, 25, 20, 30));
        // 5 thousandths of latitude at 24.02°N: the meridian arc is 110.76 m for each
        assertThat(SiteOverlay.distance(Site.of(SQUARE), snapshot, 2000).getAsDouble())
                .isCloseTo(553.8, within(0.3));
        assertThat(SiteOverlay.distance(Site.of(SQUARE), snapshot, 500)).isEmpty();
        assertThat(SiteOverlay.near(Site.of(SQUARE), snapshot, 2000)).hasSize(2);
        assertThat(SiteOverlay.distance(Site.of(SQUARE), layer(LayerKind.DISJOINT, box(20, 20, 21, 21)), 1)
                        .getAsDouble())
                .isZero();
    }
}
