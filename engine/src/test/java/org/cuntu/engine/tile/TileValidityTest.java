package org.cuntu.engine.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.LayerKind.COVERAGE;
import static org.cuntu.engine.layer.LayerKind.DISJOINT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.tile.DecodedTile.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Every feature of a tile is a valid multipolygon by JTS, and what is painted is the ground that is there. */
class TileValidityTest {
    private static final Geometry TILE = TilePaper.JTS.toGeometry(new Envelope(0, 4096, 0, 4096));

    private static DecodedTile valid(byte[] bytes, String what) {
        DecodedTile tile = DecodedTile.of(bytes);
        for (Item item : tile.features())
            assertThat(new IsValidOp(item.geometry()).getValidationError())
                    .as("%s, feature %s", what, item.id())
                    .isNull();
        return tile;
    }

    /** A survey whose cells are crooked to the limit of their grid step: necks, spikes and cells turned inside out. */
    private static MemorySnapshot survey(TilePaper paper, int count, double cell, int points, Random random) {
        double[][] x = new double[count + 1][count + 1];
        double[][] y = new double[count + 1][count + 1];
        for (int i = 0; i <= count; i++)
            for (int j = 0; j <= count; j++) {
                x[i][j] = cell * (i + 0.3 * (random.nextDouble() - 0.5)) - 100;
                y[i][j] = cell * (j + 0.3 * (random.nextDouble() - 0.5)) - 100;
            }
        long seed = random.nextLong();
        MemorySnapshot survey = new MemorySnapshot(COVERAGE);
        for (int i = 0; i < count; i++)
            for (int j = 0; j < count; j++) {
                List<double[]> ring = new ArrayList<>();
                side(ring, x[i][j], y[i][j], x[i + 1][j], y[i + 1][j], points, seed + 2L * (i * 1000 + j));
                side(
                        ring,
                        x[i + 1][j],
                        y[i + 1][j],
                        x[i + 1][j + 1],
                        y[i + 1][j + 1],
                        points,
                        seed + 2L * ((i + 1) * 1000 + j) + 1);
                side(
                        ring,
                        x[i + 1][j + 1],
                        y[i + 1][j + 1],
                        x[i][j + 1],
                        y[i][j + 1],
                        -points,
                        seed + 2L * (i * 1000 + j + 1));
                side(ring, x[i][j + 1], y[i][j + 1], x[i][j], y[i][j], -points, seed + 2L * (i * 1000 + j) + 1);
                double[] xy = new double[2 * ring.size()];
                for (int k = 0; k < ring.size(); k++) {
                    xy[2 * k] = ring.get(k)[0];
                    xy[2 * k + 1] = ring.get(k)[1];
                }
                survey.with(paper.polygon(xy));
            }
        return survey;
    }

    /** The points of a side but its last; backwards when there are fewer than none. */
    private static void side(List<double[]> ring, double ax, double ay, double bx, double by, int points, long seed) {
        boolean back = points < 0;
        int n = Math.abs(points);
        Random random = new Random(seed);
        double[] off = new double[n + 1];
        for (int i = 1; i < n; i++) off[i] = 0.25 * (random.nextDouble() - 0.5) * Math.min(i, n - i) / n;
        for (int i = 0; i < n; i++) {
            int at = back ? n - i : i;
            double along = (double) i / n;
            double aside = back ? -off[at] : off[at];
            ring.add(
                    new double[] {ax + (bx - ax) * along - (by - ay) * aside, ay + (by - ay) * along + (bx - ax) * aside
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 40, 9", "16, 6, 5", "14, 60, 40", "13, 30, 12", "13, 12, 6", "10, 40, 20", "10, 16, 6", "10, 9, 4"
    })
    void aSurveyIsPaintedWithoutGapOrOverlapBeyondItsGrid(int zoom, double cell, int points) {
        TilePaper paper = TilePaper.atZoom(zoom);
        int step = zoom <= 10 ? 8 : zoom <= 13 ? 4 : zoom <= 15 ? 2 : 1;
        for (long seed = 1; seed <= 3; seed++) {
            String what = "zoom " + zoom + " cell " + cell + " seed " + seed;
            int count = (int) Math.min(70, 4400 / cell);
            MemorySnapshot survey = survey(paper, count, cell, points, new Random(seed));
            DecodedTile tile =
                    valid(paper.cut(survey, TileOptions.of("DLTB", List.of()).withMaxBytes(1 << 26)), what);
            List<Geometry> patches =
                    tile.features().stream().map(Item::geometry).toList();
            Geometry painted = UnaryUnionOp.union(patches);
            double side = count * cell - 100 - cell;
            Geometry ground = TilePaper.JTS.toGeometry(new Envelope(0, Math.min(4096, side), 0, Math.min(4096, side)));
            assertThat(ground.difference(painted).buffer(-step).isEmpty())
                    .as("gaps, " + what)
                    .isTrue();
            double sum = patches.stream().mapToDouble(Geometry::getArea).sum();
            assertThat(sum).as("overlaps, " + what).isCloseTo(painted.getArea(), within(0.01 * painted.getArea()));
        }
    }

    @Test
    void neighboursOfASurveyShareTheirEdgesToTheUnit() {
        TilePaper paper = TilePaper.atZoom(14);
        MemorySnapshot survey = survey(paper, 20, 200, 12, new Random(7));
        DecodedTile tile = valid(paper.cut(survey), "survey");
        Geometry[] patches = tile.features().stream().map(Item::geometry).toArray(Geometry[]::new);
        // joins by equal edges alone: what does not match stays as a gap or leaves a line inside
        Geometry joined = CoverageUnion.union(TilePaper.JTS.createGeometryCollection(patches));
        assertThat(((Polygon) joined.getGeometryN(0)).getNumInteriorRing()).isZero();
        assertThat(joined.getNumGeometries()).isEqualTo(1);
    }

    /** About 200,000 vertices: a great shape with lakes, and islands round it; its south-eastern shore runs through the tile. */
    private static Geometry redLines(TilePaper paper, double size, int vertices, Random random) {
        List<Polygon> parts = new ArrayList<>();
        List<LinearRing> lakes = new ArrayList<>();
        double middle = 2048 - 0.394 * size * Math.cos(Math.PI / 4);
        for (int i = 0; i < 40; i++) {
            double angle = 2 * Math.PI * i / 40;
            double r = 0.12 * size + 0.08 * size * (i % 3);
            lakes.add(ragged(
                    paper,
                    middle + r * Math.cos(angle),
                    middle + r * Math.sin(angle),
                    0.008 * size,
                    vertices / 400,
                    random));
            parts.add(TilePaper.JTS.createPolygon(ragged(
                    paper,
                    middle + 0.46 * size * Math.cos(angle),
                    middle + 0.46 * size * Math.sin(angle),
                    0.02 * size,
                    vertices / 200,
                    random)));
        }
        parts.addFirst(TilePaper.JTS.createPolygon(
                ragged(paper, middle, middle, 0.4 * size, vertices * 7 / 10, random),
                lakes.toArray(LinearRing[]::new)));
        return TilePaper.JTS.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static LinearRing ragged(TilePaper paper, double x, double y, double radius, int points, Random random) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double r = radius * (1 - 0.03 * random.nextDouble());
            xy[2 * i] = x + r * Math.cos(angle);
            xy[2 * i + 1] = y + r * Math.sin(angle);
        }
        return paper.ring(xy);
    }

    @ParameterizedTest
    @ValueSource(doubles = {500, 4000, 30_000, 200_000, 1_500_000})
    void aMultipolygonOfTwoHundredThousandVerticesIsValidAtEveryScale(double size) {
        TilePaper paper = TilePaper.atZoom(14);
        Geometry drawn = redLines(paper, size, 200_000, new Random(3));
        byte[] bytes = paper.cut(
                new MemorySnapshot(DISJOINT).with(drawn),
                TileOptions.of("STBHHX", List.of()).withMaxBytes(1 << 26));
        DecodedTile tile = valid(bytes, "size " + size);
        double expected = paper.units(drawn).buffer(0).intersection(TILE).getArea();
        double painted =
                tile.features().getFirst().geometry().intersection(TILE).getArea();
        assertThat(painted).isCloseTo(expected, within(0.01 * expected));
    }

    @Test
    void aShapeThatMeetsTheTileInPartsIsCutIntoThem() {
        TilePaper paper = TilePaper.atZoom(16);
        MemorySnapshot comb = new MemorySnapshot(DISJOINT)
                .with(paper.polygon(
                        -500, 0, 100, 0, 100, 50, -300, 50, -300, 100, 100, 100, 100, 150, -300, 150, -300, 200, 100,
                        200, 100, 250, -500, 250));
        Item item = valid(paper.cut(comb), "comb").features().getFirst();
        assertThat(item.rings()).hasSize(3);
        assertThat(List.of(item.area(0), item.area(1), item.area(2))).containsOnly(164.0 * 50);
    }

    @Test
    void aHoleThatTheBufferCutsOpenIsABay() {
        TilePaper paper = TilePaper.atZoom(16);
        Polygon round = TilePaper.JTS.createPolygon(
                paper.ring(-500, -500, 500, -500, 500, 500, -500, 500),
                new LinearRing[] {paper.ring(-200, 100, 100, 100, 100, 200, -200, 200)});
        Item item = valid(paper.cut(new MemorySnapshot(DISJOINT).with(round)), "hole")
                .features()
                .getFirst();
        assertThat(item.rings()).hasSize(1);
        assertThat(item.area(0)).isEqualTo(564 * 564 - 164 * 100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ringsOfAnyShapeAreValidInEveryTile(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            TilePaper paper = TilePaper.atZoom(10 + random.nextInt(8));
            double size = Math.exp(random.nextDouble() * 9);
            double left = random.nextDouble() * 4400 - 200 - size / 2;
            double top = random.nextDouble() * 4400 - 200 - size / 2;
            Coordinate[] points = new Coordinate[3 + random.nextInt(60)];
            double[] xy = new double[2 * points.length];
            for (int k = 0; k < points.length; k++) {
                double angle = 2 * Math.PI * k / points.length;
                double r = size * (0.05 + 0.45 * random.nextDouble());
                xy[2 * k] = left + size / 2 + r * Math.cos(angle);
                xy[2 * k + 1] = top + size / 2 + r * Math.sin(angle);
            }
            byte[] bytes = paper.cut(new MemorySnapshot(DISJOINT).with(paper.polygon(xy)));
            if (bytes.length > 0) valid(bytes, "seed " + seed + " shape " + i);
        }
    }
}
