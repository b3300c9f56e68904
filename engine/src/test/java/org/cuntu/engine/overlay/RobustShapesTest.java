package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Shapes at the limits: very many rings and vertices, no area, the edges of the globe, numbers near nothing. */
class RobustShapesTest {
    private final ShapePair pair = new ShapePair();

    private static Polygon square(double west, double south, double size) {
        return Ground.polygon(west, south, west + size, south, west + size, south + size, west, south + size);
    }

    /** A round island with so many corners, ragged. */
    private static LinearRing island(Random random, double x, double y, double radius, int corners) {
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius * (0.7 + 0.3 * random.nextDouble());
            xy[2 * i] = x + r * Math.cos(angle);
            xy[2 * i + 1] = y + r * Math.sin(angle);
        }
        return Ground.ring(xy);
    }

    /** 5,000 islands of 40 corners on a field of 100 × 50 cells. */
    private static Geometry islands(long seed) {
        Random random = new Random(seed);
        Polygon[] all = new Polygon[5000];
        for (int i = 0; i < all.length; i++)
            all[i] = Ground.JTS.createPolygon(island(random, i % 100 + 0.5, i / 100 + 0.5, 0.49, 40));
        return Ground.both(all);
    }

    private void agrees(Geometry first, Geometry second) {
        double area = JtsOracle.common(first, second);
        pair.cut(FlatShape.of(first), FlatShape.of(second));
        assertThat(pair.integral()).isCloseTo(area, within(1e-9 * area + 2e-6));
        pair.cut(FlatShape.of(second), FlatShape.of(first));
        assertThat(pair.integral()).isCloseTo(area, within(1e-9 * area + 2e-6));
        PairCut site = new PairCut(Site.of(first));
        site.cut(FlatShape.of(second));
        assertThat(site.integral()).isCloseTo(area, within(1e-9 * area + 2e-6));
        outlineIsAsLarge(first, site);
    }

    private static void outlineIsAsLarge(Geometry site, PairCut cut) {
        Geometry outline = new Outline(Site.of(site)).of(cut);
        assertThat(outline.isValid()).isTrue();
        double drawn = outline.isEmpty() ? 0 : JtsOracle.integral(outline);
        assertThat(drawn).isCloseTo(cut.integral(), within(1e-9 * drawn + 2e-6));
    }

    @Test
    void twoMultipolygonsOfTwoHundredThousandVertices() {
        Geometry first = islands(1);
        Geometry second = islands(2);
        pair.cut(FlatShape.of(first), FlatShape.of(second));
        double area = 0;
        // every island has a cell of its own, so that only those of one number can meet
        for (int i = 0; i < first.getNumGeometries(); i++)
            area += JtsOracle.common(first.getGeometryN(i), second.getGeometryN(i));
        assertThat(pair.integral()).isCloseTo(area, within(1e-9 * area));
        PairCut cut = new PairCut(Site.of(second));
        cut.cut(FlatShape.of(first));
        outlineIsAsLarge(second, cut);
    }

    @Test
    void multipolygonOfTwoHundredThousandVerticesWithItself() {
        FlatShape shape = FlatShape.of(islands(3));
        pair.cut(shape, shape);
        assertThat(pair.integral()).isCloseTo(shape.integral(), within(1e-14 * shape.integral()));
        Geometry drawn = islands(3);
        PairCut cut = new PairCut(Site.of(drawn));
        cut.cut(shape);
        outlineIsAsLarge(drawn, cut);
    }

    @Test
    void treeOverTheGroupsChangesNoBit() {
        Random random = new Random(4);
        FlatShape large = FlatShape.of(islands(4));
        FlatShape plain = new FlatShape(large.shapes(), 0, null);
        assertThat(large.tree()).isNotNull();
        for (int i = 0; i < 300; i++) {
            double radius = 0.05 + 5 * random.nextDouble() * random.nextDouble();
            FlatShape small = FlatShape.of(Ground.JTS.createPolygon(
                    island(random, 100 * random.nextDouble(), 50 * random.nextDouble(), radius, 12)));
            assertThat(cut(small, large)).isEqualTo(cut(small, plain));
            assertThat(cut(large, small)).isEqualTo(cut(plain, small));
        }
    }

    private List<Object> cut(FlatShape first, FlatShape second) {
        pair.cut(first, second);
        return List.of(pair.integral(), pair.perimeter(), pair.meets(), pair.firstWithin(), pair.secondWithin());
    }

    @Test
    void siteWithAThousandHoles() {
        Random random = new Random(5);
        LinearRing[] holes = new LinearRing[1000];
        for (int i = 0; i < holes.length; i++) holes[i] = island(random, i % 40 + 1, i / 40 + 1, 0.45, 9);
        Polygon site = Ground.JTS.createPolygon(Ground.box(0, 0, 42, 27).getExteriorRing(), holes);
        for (int i = 0; i < 50; i++) {
            double x = 42 * random.nextDouble();
            double y = 27 * random.nextDouble();
            agrees(site, Ground.JTS.createPolygon(island(random, x, y, 0.2 + 4 * random.nextDouble(), 20)));
        }
        agrees(site, Ground.box(0.5, 0.5, 41, 26));
    }

    @Test
    void siteLargerThanTheCity() {
        Geometry city = islands(6);
        Geometry site = square(-3000, -3000, 8000);
        pair.cut(FlatShape.of(city), FlatShape.of(site));
        assertThat(pair.firstWithin()).isTrue();
        assertThat(pair.integral()).isEqualTo(FlatShape.of(city).integral());
        Geometry cover = Ground.box(0, 0, 100, 50);
        pair.cut(FlatShape.of(cover), FlatShape.of(site));
        assertThat(pair.integral()).isEqualTo(FlatShape.of(cover).integral());
    }

    @Test
    void siteAcrossTheSeamOfTheZonesAt109Point5() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Geometry site = Ground.JTS.createPolygon(island(random, 500, 5, 0.1 + 3 * random.nextDouble(), 15));
            Geometry west = Ground.box(490, 0, 500, 10);
            Geometry east = Ground.box(500, 0, 510, 10);
            FlatShape whole = FlatShape.of(site);
            double sum = 0;
            for (Geometry side : List.of(west, east)) {
                pair.cut(whole, FlatShape.of(side));
                sum += pair.integral();
                PairCut cut = new PairCut(Site.of(site));
                cut.cut(FlatShape.of(side));
                outlineIsAsLarge(site, cut);
            }
            assertThat(sum).isCloseTo(whole.integral(), within(1e-9 * whole.integral()));
        }
    }

    static Stream<Polygon> withoutArea() {
        return Stream.of(
                Ground.polygon(0, 0, 5, 0, 0, 0),
                Ground.polygon(0, 0, 5, 5, 2, 2),
                Ground.polygon(1, 1, 1, 1, 1, 1),
                Ground.polygon(0, 0, 5, 0, 5, 5, 5, 0),
                Ground.polygon(0, 0, 4, 4, 4, 0, 0, 4));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("withoutArea")
    void shapeWithoutAreaHasNoneInCommonWithAnything(Polygon flat) {
        for (Geometry other :
                List.of(Ground.box(0, 0, 10, 10), Ground.box(1, 1, 2, 2), Ground.box(-1, -1, 1, 1), flat)) {
            // a bow-tie's two halves turn against each other: as a whole it has no area, cut through the middle it has
            if (flat.getNumPoints() == 5 && !other.covers(flat)) continue;
            assertThat(cut(FlatShape.of(flat), FlatShape.of(other)).getFirst())
                    .satisfies(area -> assertThat((Double) area).isCloseTo(0, within(1e-7)));
            assertThat(cut(FlatShape.of(other), FlatShape.of(flat)).getFirst())
                    .satisfies(area -> assertThat((Double) area).isCloseTo(0, within(1e-7)));
        }
    }

    @Test
    void repeatedPointsChangeNothing() {
        Polygon plain = Ground.polygon(0, 0, 5, 0, 5, 5, 0, 5);
        Polygon stuttering = Ground.polygon(0, 0, 0, 0, 5, 0, 5, 0, 5, 0, 5, 5, 0, 5, 0, 5, 0, 0);
        for (Geometry other : List.of(Ground.box(5, 5, 6, 6), Ground.box(2, 2, 8, 8), Ground.box(0, 0, 5, 5))) {
            double area = (Double) cut(FlatShape.of(plain), FlatShape.of(other)).getFirst();
            assertThat((Double)
                            cut(FlatShape.of(stuttering), FlatShape.of(other)).getFirst())
                    .isCloseTo(area, within(1e-8));
            assertThat((Double)
                            cut(FlatShape.of(other), FlatShape.of(stuttering)).getFirst())
                    .isCloseTo(area, within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-180, 179.99})
    void edgesOfTheGlobe(double west) {
        Random random = new Random(8);
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Coordinate[] points = new Coordinate[5];
            for (int k = 0; k < 4; k++) {
                double[] x = {0, 0, 0.01, 0.01};
                double[] y = {0, 0.01, 0.01, 0};
                double move = random.nextInt(3) == 0 ? 0.004 * random.nextDouble() : 0;
                points[k] = new Coordinate(
                        Math.max(-180, Math.min(180, west + x[k] + move)), Math.min(90, 89.99 + y[k] - move));
            }
            points[4] = points[0].copy();
            Geometry shape = Ground.JTS.createPolygon(points);
            if (shape.isValid()) shapes.add(shape);
        }
        for (Geometry a : shapes) for (Geometry b : shapes) agrees(a, b);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1070, -1022, -600, -300, -100})
    void numbersNearNothing(int exponent) {
        double unit = Math.scalb(1.0, exponent);
        Geometry small = Ground.JTS.createPolygon(new Coordinate[] {
            new Coordinate(0, 0),
            new Coordinate(2 * unit, 0),
            new Coordinate(2 * unit, 2 * unit),
            new Coordinate(0, 2 * unit),
            new Coordinate(0, 0)
        });
        Geometry moved = Ground.JTS.createPolygon(new Coordinate[] {
            new Coordinate(unit, unit),
            new Coordinate(3 * unit, unit),
            new Coordinate(3 * unit, 3 * unit),
            new Coordinate(unit, 3 * unit),
            new Coordinate(unit, unit)
        });
        Geometry degree = Ground.JTS.createPolygon(new Coordinate[] {
            new Coordinate(-1, -1),
            new Coordinate(1, -1),
            new Coordinate(1, 1),
            new Coordinate(-1, 1),
            new Coordinate(-1, -1)
        });
        assertThat(cut(FlatShape.of(small), FlatShape.of(moved)).get(2)).isEqualTo(true);
        pair.cut(FlatShape.of(small), FlatShape.of(degree));
        assertThat(pair.firstWithin()).isTrue();
        Geometry apart = Ground.JTS.createPolygon(new Coordinate[] {
            new Coordinate(3 * unit, -unit),
            new Coordinate(4 * unit, 5 * unit),
            new Coordinate(-unit, 5 * unit),
            new Coordinate(3 * unit, 4 * unit),
            new Coordinate(3 * unit, -unit)
        });
        pair.cut(FlatShape.of(small), FlatShape.of(apart));
        assertThat(pair.meets()).isFalse();
        assertThat(pair.integral()).isZero();
    }

    @Test
    void boxOfAShapeIsThatOfItsPoints() {
        FlatShape shape = FlatShape.of(Ground.box(1, 2, 3, 4));
        assertThat(shape.box(Shapes.WEST)).isEqualTo(109.001);
        assertThat(shape.box(Shapes.NORTH)).isEqualTo(24.004);
    }
}
