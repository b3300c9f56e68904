package org.cuntu.engine.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.engine.layer.LayerKind.COVERAGE;
import static org.cuntu.engine.layer.LayerKind.DISJOINT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.tile.DecodedTile.Item;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class TileCutterTest {
    private final TilePaper paper = TilePaper.atZoom(16);

    private Item only(Polygon polygon) {
        DecodedTile tile = DecodedTile.of(paper.cut(new MemorySnapshot(DISJOINT).with(polygon)));
        assertThat(tile.features()).hasSize(1);
        return tile.features().getFirst();
    }

    @Test
    void aTileWithNothingInItIsEmpty() {
        MemorySnapshot faraway = new MemorySnapshot(DISJOINT).with(paper.box(20_000, 20_000, 20_100, 20_100));
        assertThat(paper.cut(faraway)).isEmpty();
    }

    @Test
    void belowTheLeastZoomATileIsEmpty() {
        MemorySnapshot patch = new MemorySnapshot(DISJOINT).with(paper.box(0, 0, 100, 100));
        TileOptions options = TileOptions.of("DLTB", List.of());
        assertThat(paper.cut(patch, options.withMinZoom(17))).isEmpty();
        assertThat(paper.cut(patch, options.withMinZoom(16))).isNotEmpty();
    }

    @Test
    void aBoxKeepsItsPlaceAndRunsClockwiseOnTheScreen() {
        Item box = only(paper.box(100, 200, 300, 500));
        assertThat(box.area(0)).isEqualTo(60_000);
        assertThat(box.ring(0)).isEqualTo("100 200, 300 200, 300 500, 100 500");
    }

    @Test
    void anOutlineInTheOtherDirectionGivesTheSameOrientation() {
        assertThat(only(paper.polygon(100, 200, 100, 500, 300, 500, 300, 200)).area(0))
                .isEqualTo(60_000);
    }

    @Test
    void aHoleFollowsItsExteriorAndRunsTheOtherWay() {
        LinearRing hole = paper.ring(150, 250, 250, 250, 250, 450, 150, 450);
        Polygon withHole = TilePaper.JTS.createPolygon(
                paper.ring(100, 200, 300, 200, 300, 500, 100, 500), new LinearRing[] {hole});
        Item item = only(withHole);
        assertThat(item.rings()).hasSize(2);
        assertThat(item.area(0)).isEqualTo(60_000);
        assertThat(item.area(1)).isEqualTo(-20_000);
    }

    @Test
    void aTileInsideAHoleIsEmpty() {
        LinearRing hole = paper.ring(-500, -500, 5000, -500, 5000, 5000, -500, 5000);
        LinearRing round = paper.ring(-900, -900, 6000, -900, 6000, 6000, -900, 6000);
        Polygon around = TilePaper.JTS.createPolygon(round, new LinearRing[] {hole});
        assertThat(paper.cut(new MemorySnapshot(DISJOINT).with(around))).isEmpty();
    }

    @Test
    void aPatchLargerThanTheTileIsCutAtTheBuffer() {
        assertThat(only(paper.box(-9000, -9000, 9000, 9000)).ring(0))
                .isEqualTo("4160 4160, -64 4160, -64 -64, 4160 -64");
    }

    @Test
    void aPatchInTheBufferAloneIsThereAndOneBeyondIsNot() {
        MemorySnapshot two =
                new MemorySnapshot(DISJOINT).with(paper.box(4100, 10, 4150, 60)).with(paper.box(4160, 10, 4200, 60));
        assertThat(DecodedTile.of(paper.cut(two)).ids()).containsExactly(0L);
    }

    @Test
    void pointsOnAStraightEdgeAreLeftOut() {
        assertThat(only(paper.polygon(0, 0, 50, 0, 100, 0, 100, 100, 0, 100)).ring(0))
                .isEqualTo("0 0, 100 0, 100 100, 0 100");
    }

    @Test
    void aSpikeIsLeftOut() {
        assertThat(only(paper.polygon(0, 0, 100, 0, 100, 50, 300, 50.2, 100, 50.3, 100, 100, 0, 100))
                        .area(0))
                .isEqualTo(10_000);
    }

    @Test
    void aMultipolygonHasEachPartAsAnExterior() {
        var parts = TilePaper.JTS.createMultiPolygon(new Polygon[] {paper.box(0, 0, 10, 10), paper.box(20, 0, 40, 10)});
        Item item = DecodedTile.of(paper.cut(new MemorySnapshot(DISJOINT).with(parts)))
                .features()
                .getFirst();
        assertThat(List.of(item.area(0), item.area(1))).containsExactly(100.0, 200.0);
    }

    @Test
    void numberClassAndFieldsAreProperties() {
        MemorySnapshot one = new MemorySnapshot(DISJOINT)
                .with(
                        paper.box(0, 0, 10, 10),
                        "450200",
                        "0101",
                        new BigDecimal("12.50"),
                        2024L,
                        LocalDate.of(2024, 12, 31));
        TileOptions options = TileOptions.of("DLTB", List.of("BSM", "MJ", "NF", "RQ", "NONE"));
        DecodedTile tile = DecodedTile.of(paper.cut(one, options));
        assertThat(tile.name() + " " + tile.version() + " " + tile.extent()).isEqualTo("DLTB 2 4096");
        assertThat(tile.feature(0).properties())
                .isEqualTo(Map.of("id", 0L, "c", "0101", "BSM", "450200", "MJ", 12.5, "NF", 2024L, "RQ", "2024-12-31"));
    }

    @Test
    void aNullValueAndANegativeOneAreToldApart() {
        MemorySnapshot one = new MemorySnapshot(DISJOINT).with(paper.box(0, 0, 10, 10), null, "0101", null, -3L, null);
        DecodedTile tile = DecodedTile.of(paper.cut(one, TileOptions.of("DLTB", List.of("BSM", "NF"))));
        assertThat(tile.feature(0).properties()).isEqualTo(Map.of("id", 0L, "c", "0101", "NF", -3L));
    }

    /** Liuzhou, 109.4281 E 24.3264 N, by asinh(tan φ): column 13172.194418, row 7050.033790 of zoom 14. */
    @Test
    void aKnownPlaceIsAtItsMercatorUnits() {
        Polygon corner = TilePaper.JTS.createPolygon(new Coordinate[] {
            new Coordinate(109.4281, 24.3264),
            new Coordinate(109.4300, 24.3264),
            new Coordinate(109.4300, 24.3200),
            new Coordinate(109.4281, 24.3264)
        });
        MemorySnapshot one = new MemorySnapshot(COVERAGE).with(corner);
        byte[] tile = TileCutter.cut(
                one, TileMatrixSet.WEB_MERCATOR_QUAD, 14, 13172, 7050, TileOptions.of("DLTB", List.of()));
        assertThat(DecodedTile.of(tile).feature(0).rings().getFirst().getFirst())
                .containsExactly(796, 138);
    }

    @Test
    void twoCutsGiveTheSameBytes() {
        MemorySnapshot patches = new MemorySnapshot(COVERAGE)
                .with(paper.box(0, 0, 10, 10))
                .with(paper.polygon(10, 0, 40, 7, 20, 10, 10, 10));
        assertThat(paper.cut(patches)).isEqualTo(paper.cut(patches));
    }
}
