package org.cuntu.engine.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.engine.layer.LayerKind.COVERAGE;
import static org.cuntu.engine.layer.LayerKind.DISJOINT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.tile.DecodedTile.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;

/** Common edges, small features and the limit of bytes. */
class TileEdgesTest {
    private static final TileOptions BARE = TileOptions.of("DLTB", List.of());

    @Test
    void neighboursKeepTheirCommonEdgePointForPoint() {
        TilePaper paper = TilePaper.atZoom(10);
        MemorySnapshot two = new MemorySnapshot(COVERAGE)
                .with(paper.polygon(100, 100, 303, 97, 341, 205, 277, 333, 100, 300))
                .with(paper.polygon(303, 97, 600, 100, 600, 300, 277, 333, 341, 205));
        DecodedTile tile = DecodedTile.of(paper.cut(two));
        String edge = "304 96, 344 208, 280 336";
        assertThat(tile.feature(0).ring(0)).contains(edge);
        assertThat(tile.feature(1).points().stream().map(p -> p[0] + " " + p[1]))
                .contains("304 96", "344 208", "280 336");
    }

    /** The edge from (4000, 0) to (4301, 1000) leaves the buffered tile at y = 160 · 1000 / 301 = 531.56. */
    @Test
    void neighboursMeetTheBufferAtTheSamePoint() {
        TilePaper paper = TilePaper.atZoom(16);
        MemorySnapshot two = new MemorySnapshot(COVERAGE)
                .with(paper.polygon(3000, 0, 4000, 0, 4301, 1000, 3000, 1000))
                .with(paper.polygon(4000, 0, 5000, 0, 5000, 1000, 4301, 1000));
        DecodedTile tile = DecodedTile.of(paper.cut(two));
        assertThat(tile.feature(0).ring(0)).contains("4160 532");
        assertThat(tile.feature(1).ring(0)).contains("4160 532");
    }

    @Test
    void aVertexIsAtTheSamePlaceInTheNextTile() {
        TilePaper paper = TilePaper.atZoom(10);
        MemorySnapshot one = new MemorySnapshot(COVERAGE).with(paper.polygon(4061, 13, 4131, 22, 4100, 150));
        assertThat(DecodedTile.of(paper.cut(one)).feature(0).ring(0)).isEqualTo("4064 16, 4128 24, 4104 152");
        assertThat(DecodedTile.of(paper.east().cut(one)).feature(0).ring(0)).isEqualTo("-32 16, 32 24, 8 152");
    }

    @Test
    void aSmallPatchOfASurveyLeavesItsGroundToItsNeighbours() {
        TilePaper paper = TilePaper.atZoom(10);
        MemorySnapshot strip = new MemorySnapshot(COVERAGE)
                .with(paper.box(0, 0, 98, 80))
                .with(paper.box(98, 0, 99, 80))
                .with(paper.box(99, 0, 200, 80));
        DecodedTile tile = DecodedTile.of(paper.cut(strip));
        assertThat(tile.ids()).containsExactly(0L, 2L);
        assertThat(tile.feature(0).area(0) + tile.feature(2).area(0)).isEqualTo(200 * 80);
    }

    @Test
    void aSmallFeatureOfAScatteredLayerIsAPixel() {
        TilePaper paper = TilePaper.atZoom(10);
        MemorySnapshot mine = new MemorySnapshot(DISJOINT).with(paper.box(105, 37, 106, 38));
        assertThat(DecodedTile.of(paper.cut(mine)).feature(0).ring(0)).isEqualTo("96 32, 112 32, 112 48, 96 48");
    }

    @Test
    void manySmallFeaturesPaintAsMuchAsIsThere() {
        TilePaper paper = TilePaper.atZoom(10);
        MemorySnapshot dots = new MemorySnapshot(DISJOINT);
        for (int i = 0; i < 2500; i++)
            dots.with(paper.box(i % 50 * 80 + 1, i / 50 * 80 + 1, i % 50 * 80 + 3, i / 50 * 80 + 3));
        double painted = DecodedTile.of(paper.cut(dots)).features().stream()
                .mapToDouble(f -> f.area(0))
                .sum();
        assertThat(painted).isBetween(0.9 * 2500 * 4, 1.1 * 2500 * 4);
    }

    @Test
    void aTileOverItsLimitFirstGivesUpItsFields() {
        TilePaper paper = TilePaper.atZoom(16);
        MemorySnapshot two = new MemorySnapshot(COVERAGE)
                .with(paper.box(0, 0, 10, 10), "x".repeat(300), "0101", null, null, null)
                .with(paper.box(10, 0, 20, 10), "y".repeat(300), "0201", null, null, null);
        TileOptions options = TileOptions.of("DLTB", List.of("BSM")).withMaxBytes(300);
        DecodedTile tile = DecodedTile.of(paper.cut(two, options));
        assertThat(tile.features()).allSatisfy(f -> assertThat(f.properties()).containsOnlyKeys("id", "c"));
        assertThat(tile.feature(1).ring(0)).isEqualTo("10 0, 20 0, 20 10, 10 10");
    }

    @Test
    void aTileStillOverItsLimitKeepsItsLargestFeatures() {
        TilePaper paper = TilePaper.atZoom(16);
        MemorySnapshot squares = new MemorySnapshot(DISJOINT);
        for (int i = 1; i <= 30; i++) squares.with(paper.box(i * 128, 0, i * 128 + 64, i * 128));
        byte[] tile = paper.cut(squares, BARE.withMaxBytes(500));
        assertThat(tile.length).isLessThanOrEqualTo(500);
        assertThat(DecodedTile.of(tile).ids()).contains(29L).doesNotContain(0L).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSurveyOfTinyPatchesHasNoHoles(long seed) {
        TilePaper paper = TilePaper.atZoom(10);
        MemorySnapshot survey = survey(paper, 80, 10, new Random(seed));
        byte[] tile = paper.cut(survey, BARE.withMaxBytes(60_000));
        assertThat(tile.length).isLessThanOrEqualTo(60_000);
        assertThat(unpainted(DecodedTile.of(tile), 700)).as("seed %s", seed).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRingHasAnAreaAndItsOrientation(long seed) {
        TilePaper paper = TilePaper.atZoom(10);
        DecodedTile tile = DecodedTile.of(paper.cut(survey(paper, 80, 10, new Random(seed))));
        for (Item item : tile.features())
            for (int ring = 0; ring < item.rings().size(); ring++)
                assertThat(item.area(ring))
                        .as("seed %s feature %s", seed, item.id())
                        .isPositive();
    }

    /** A net of quadrilaterals of about {@code cell} units whose common vertices are shifted at random. */
    private static MemorySnapshot survey(TilePaper paper, int count, double cell, Random random) {
        double[][] x = new double[count + 1][count + 1];
        double[][] y = new double[count + 1][count + 1];
        for (int i = 0; i <= count; i++)
            for (int j = 0; j <= count; j++) {
                x[i][j] = cell * (i + 0.8 * (random.nextDouble() - 0.5));
                y[i][j] = cell * (j + 0.8 * (random.nextDouble() - 0.5));
            }
        MemorySnapshot survey = new MemorySnapshot(COVERAGE);
        for (int i = 0; i < count; i++) for (int j = 0; j < count; j++) survey.with(quad(paper, x, y, i, j));
        return survey;
    }

    private static Polygon quad(TilePaper paper, double[][] x, double[][] y, int i, int j) {
        return paper.polygon(
                x[i][j], y[i][j], x[i + 1][j], y[i + 1][j], x[i + 1][j + 1], y[i + 1][j + 1], x[i][j + 1], y[i][j + 1]);
    }

    /**
     * Middles of units between 64 and {@code to} that no feature paints by the nonzero rule, looked at every 7 units.
     */
    private static int unpainted(DecodedTile tile, int to) {
        List<List<int[]>> rings = new ArrayList<>();
        tile.features().forEach(f -> rings.addAll(f.rings()));
        int holes = 0;
        for (int x = 64; x < to; x += 7)
            for (int y = 64; y < to; y += 7) {
                double px = x + 0.5;
                double py = y + 0.25;
                if (rings.stream().noneMatch(ring -> winding(ring, px, py) != 0)) holes++;
            }
        return holes;
    }

    private static int winding(List<int[]> ring, double px, double py) {
        int turns = 0;
        for (int i = 0; i < ring.size(); i++) {
            int[] a = ring.get(i);
            int[] b = ring.get((i + 1) % ring.size());
            if (a[1] > py == b[1] > py) continue;
            double x = a[0] + (py - a[1]) * (b[0] - a[0]) / (b[1] - a[1]);
            if (x > px) turns += b[1] > a[1] ? 1 : -1;
        }
        return turns;
    }
}
