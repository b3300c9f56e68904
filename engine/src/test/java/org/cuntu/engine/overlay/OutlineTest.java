package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.both;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.ring;
import static org.cuntu.engine.layer.Ground.withHole;

import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Outlines of what a shape and a site have in common, on shapes that can be drawn in the head. */
class OutlineTest {
    private static Geometry outline(Geometry shape, Geometry site) {
        Site drawn = Site.of(site);
        PairCut cut = new PairCut(drawn);
        cut.cut(FlatShape.of(shape));
        Outline outline = new Outline(drawn);
        Geometry made = outline.of(cut);
        assertThat(made.isValid()).isTrue();
        double area = made.isEmpty() ? 0 : HeapShapes.of(made).integral(0);
        assertThat(area).isCloseTo(cut.integral(), within(1e-9 * area + 2e-6));
        assertThat(outline.made(Outline.Way.JTS)).as("made by JTS").isZero();
        return made;
    }

    private static void isGround(Geometry outline, Geometry expected) {
        assertThat(outline.equalsTopo(expected)).as("%s", outline).isTrue();
        assertThat(outline.getNumGeometries()).isEqualTo(expected.getNumGeometries());
    }

    @Test
    void cornersAreThoseOfBothAndTheCrossings() {
        Geometry outline = outline(box(15, 15, 30, 30), box(10, 10, 20, 20));
        assertThat(outline.norm()).isEqualTo(box(15, 15, 20, 20).norm());
    }

    @Test
    void shapeWithinTheSiteIsItsOwnOutline() {
        Polygon shape = withHole(box(12, 12, 18, 18), box(14, 14, 15, 15));
        assertThat(outline(shape, box(10, 10, 20, 20)).norm()).isEqualTo(shape.norm());
    }

    @Test
    void siteWithinTheShapeIsTheOutline() {
        assertThat(outline(box(0, 0, 30, 30), box(10, 10, 20, 20)).norm())
                .isEqualTo(box(10, 10, 20, 20).norm());
    }

    @Test
    void touchAlongAnEdgeHasNoOutlineOnWhicheverSide() {
        for (Geometry beside :
                new Geometry[] {box(20, 12, 30, 15), box(0, 12, 10, 25), box(5, 20, 12, 30), box(12, 0, 15, 10)})
            assertThat(outline(beside, box(10, 10, 20, 20)).isEmpty()).isTrue();
    }

    @Test
    void edgeThatBothHaveIsRunOverOnce() {
        Geometry outline = outline(box(5, 10, 15, 30), box(10, 10, 20, 20));
        isGround(outline, box(10, 10, 15, 20));
        assertThat(outline.getNumPoints()).isEqualTo(5);
    }

    @Test
    void shapeTakenAsSiteIsItself() {
        Polygon shape = withHole(polygon(0, 0, 9, 1, 8, 9, 1, 7), box(3, 3, 5, 5));
        isGround(outline(shape, shape.copy()), shape);
    }

    @Test
    void noSpikeIsLeftWhereAnEdgeGoesOnAlongTheOther() {
        // the shape's long lower edge runs along the site's and beyond it, a step leads up inside
        Polygon shape = polygon(0, 10, 15, 10, 15, 14, 25, 14, 25, 30, 0, 30);
        isGround(outline(shape, box(10, 10, 20, 20)), polygon(10, 10, 15, 10, 15, 14, 20, 14, 20, 20, 10, 20));
    }

    @Test
    void holeAcrossTheSitesBorderIsCutOpen() {
        Polygon shape = withHole(box(0, 0, 30, 30), box(15, 12, 25, 18));
        Geometry outline = outline(shape, box(10, 10, 20, 20));
        isGround(outline, polygon(10, 10, 20, 10, 20, 12, 15, 12, 15, 18, 20, 18, 20, 20, 10, 20));
        assertThat(((Polygon) outline).getNumInteriorRing()).isZero();
    }

    @Test
    void holeOfTheSiteAndHoleOfTheShapeAreHoles() {
        Geometry outline = outline(
                withHole(box(0, 0, 30, 30), box(12, 12, 14, 14)), withHole(box(10, 10, 20, 20), box(16, 16, 18, 18)));
        assertThat(((Polygon) outline).getNumInteriorRing()).isEqualTo(2);
    }

    @Test
    void islandInALakeIsAPartOfItsOwn() {
        Geometry lake = both(withHole(box(0, 0, 30, 30), box(12, 12, 18, 18)), box(14, 14, 16, 16));
        Geometry outline = outline(lake, box(10, 10, 20, 20));
        isGround(outline, both(withHole(box(10, 10, 20, 20), box(12, 12, 18, 18)), box(14, 14, 16, 16)));
    }

    @Test
    void holeThatTouchesTheShellInAPointStaysAHole() {
        // the site cuts the shape's left side away: shell and hole still meet in (20, 15)
        Polygon shape = Ground.JTS.createPolygon(
                ring(0, 0, 20, 0, 20, 15, 20, 30, 0, 30), new LinearRing[] {ring(20, 15, 15, 18, 15, 12)});
        Geometry outline = outline(shape, box(10, 0, 40, 30));
        assertThat(((Polygon) outline).getNumInteriorRing()).isEqualTo(1);
    }

    @Test
    void groundPinchedInAPointFallsIntoTwoParts() {
        // a hole from the shell's right edge to the site's left border, opened there
        Polygon shape = Ground.JTS.createPolygon(
                ring(0, 0, 20, 0, 20, 15, 20, 30, 0, 30), new LinearRing[] {ring(20, 15, 5, 20, 5, 10)});
        Geometry outline = outline(shape, box(10, 0, 40, 30));
        assertThat(outline.getNumGeometries()).isEqualTo(2);
    }

    @Test
    void partsThatTouchAtACornerAreTwo() {
        Geometry shape = both(box(10, 10, 15, 15), box(15, 15, 20, 20));
        assertThat(outline(shape, box(12, 12, 18, 18)).getNumGeometries()).isEqualTo(2);
    }

    @Test
    void twoHolesInARowDivideTheGroundOnceTheSiteOpensOne() {
        // shell – hole – hole: the first touches the shell above, both each other, the second is cut by the site's
        // lower border
        Polygon shape = Ground.JTS.createPolygon(
                ring(0, 0, 10, 0, 10, 20, 5, 20, 0, 20),
                new LinearRing[] {ring(5, 20, 4, 17, 5, 14, 6, 17), ring(5, 14, 4, 8, 5, 2, 6, 8)});
        assertThat(outline(shape, box(-5, 6, 15, 30)).getNumGeometries()).isEqualTo(2);
    }

    @Test
    void plotsWithACommonBorderAreOneGround() {
        Geometry plots = both(box(10, 10, 15, 20), box(15, 10, 20, 20));
        isGround(outline(box(0, 0, 30, 30), plots), box(10, 10, 20, 20));
        isGround(outline(polygon(12, 5, 18, 5, 18, 15, 12, 15), plots), box(12, 10, 18, 15));
    }

    @Test
    void commonBorderOfPlotsAlongTheShapesEdgeLeavesNoSpike() {
        Geometry plots = both(box(10, 10, 15, 20), box(15, 10, 20, 20));
        isGround(outline(box(15, 0, 30, 30), plots), box(15, 10, 20, 20));
    }

    @Test
    void repeatedPointsAndCornersOnStraightEdgesAreNoMatter() {
        Polygon shape = polygon(5, 5, 5, 5, 15, 5, 15, 5, 15, 10, 15, 15, 10, 15, 5, 15, 5, 10);
        isGround(outline(shape, box(10, 10, 20, 20)), box(10, 10, 15, 15));
    }

    @Test
    void neighboursOfAnEdgeHaveItsCrossingAlikeToTheBit() {
        Polygon site = polygon(3, 1, 31, 7, 29, 23, 5, 29);
        Geometry west = outline(polygon(0, 0, 13, 0, 17, 30, 0, 30), site);
        Geometry east = outline(polygon(13, 0, 40, 0, 40, 30, 17, 30), site);
        assertThat(west.intersection(east).getLength()).isPositive();
        isGround(west.union(east), site.copy().union(west).union(east));
        assertThat(java.util.Arrays.stream(west.getCoordinates())
                        .filter(c ->
                                java.util.Arrays.asList(east.getCoordinates()).contains(c))
                        .distinct())
                .hasSize(2);
    }
}
