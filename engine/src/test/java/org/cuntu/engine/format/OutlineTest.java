package org.cuntu.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Outlines of WKT and WKB; circles have π r², within what a chord may leave its arc. */
class OutlineTest {
    private static final double METRES = 0.001;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,2 1,2 2,1 2,1 1))|15",
                "polygon z ((0 0 9,4 0 9,4 4 9,0 4 9,0 0 9))|16",
                "POLYGONZM((0 0 9 1,4 0 9 1,4 4 9 1,0 4 9 1,0 0 9 1))|16",
                "POLYGON((0 0 9,4 0 9,4 4 9,0 4 9,0 0 9))|16",
                "SRID=4490;MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))|1",
                "GEOMETRYCOLLECTION(POLYGON((0 0,1 0,1 1,0 1,0 0)),MULTIPOLYGON(((5 5,6 5,6 6,5 6,5 5))))|2",
                "CURVEPOLYGON((0 0,4 0,4 4,0 4,0 0))|16",
                "MULTISURFACE(((0 0,1 0,1 1,0 1,0 0)),CURVEPOLYGON((5 5,6 5,6 6,5 6,5 5)))|2"
            })
    void areasInWords(String wkt, double area) throws Exception {
        assertThat(Objects.requireNonNull(built(wkt)).getArea()).isEqualTo(area);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CURVEPOLYGON(CIRCULARSTRING(10 0,-10 0,10 0))",
                "CURVEPOLYGON(CIRCULARSTRING(10 0,0 10,-10 0,0 -10,10 0))",
                "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(10 0,0 10,-10 0),CIRCULARSTRING(-10 0,0 -10,10 0)))"
            })
    void aCircleIsStrokedWithinAMillimetre(String wkt) throws Exception {
        Geometry circle = Objects.requireNonNull(built(wkt));
        // a chord with sagitta s takes two thirds of s times its length from the circle
        assertThat(circle.getArea()).isCloseTo(Math.PI * 100, within(2.0 / 3 * METRES * 2 * Math.PI * 10));
        for (Coordinate c : circle.getCoordinates())
            assertThat(Math.hypot(c.x, c.y)).isCloseTo(10, within(1e-9));
        assertThat(circle.getNumPoints()).isBetween(200, 500);
    }

    @Test
    void anArcAndItsReverseGiveTheSamePoints() {
        List<Coordinate> there = arc(new Coordinate(0, 0), new Coordinate(3, 1), new Coordinate(5, 7));
        List<Coordinate> back = arc(new Coordinate(5, 7), new Coordinate(3, 1), new Coordinate(0, 0));
        assertThat(there).hasSizeGreaterThan(20);
        assertThat(back.reversed()).isEqualTo(there);
    }

    @Test
    void anArcThroughPointsOnALineIsTheLine() {
        assertThat(arc(new Coordinate(0, 0), new Coordinate(1, 1), new Coordinate(2, 2)))
                .hasSize(3);
    }

    @Test
    void heightsMeasuresAndCurvesAreCounted() throws Exception {
        Outlines outlines = new Outlines(true, Dimension.AREA);
        Findings own = new Findings();
        for (String wkt : List.of(
                "POLYGON Z((0 0 9,4 0 9,4 4 9,0 0 9))",
                "POLYGON M((0 0 9,4 0 9,4 4 9,0 0 9))",
                "CURVEPOLYGON(CIRCULARSTRING(10 0,-10 0,10 0))",
                "POLYGON EMPTY")) outlines.build(read(wkt), Place.UNKNOWN, own);
        List<Problem> warnings = outlines.warnings(Place.UNKNOWN);
        assertThat(warnings)
                .extracting(Problem::code)
                .containsExactly("format.z-dropped", "format.curves-stroked", "format.kept-empty");
        assertThat(warnings.getFirst().args()).containsEntry("heights", "1").containsEntry("measures", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON((0 0,1 0,1 1,0 0)",
                "POLYGON((0 0,1 0,1 x,0 0))",
                "POLYGON((0,1 0,1 1,0 0))",
                "POLYGON((0 0 1 2 3,1 0,1 1,0 0))",
                "POLYGON((0 0,1 0,1 1e99,0 0))",
                "POLYGON((0 0,1 0,1 1,0 0)) POLYGON",
                "SQUARE((0 0,1 0,1 1,0 0))",
                "POLYGON Q((0 0,1 0,1 1,0 0))",
                "GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(",
                ""
            })
    void whatIsNoWellKnownTextSaysWhere(String wkt) {
        assertThatThrownBy(() -> read(wkt)).isInstanceOfSatisfying(WktOutline.Damaged.class, e -> assertThat(e.column)
                .isBetween(1, wkt.length() + 1));
    }

    @Test
    void aCountBeyondTheBytesIsDamageAndTakesNoMemory() {
        ByteBuffer wkb = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN);
        wkb.put((byte) 1).putInt(3).putInt(1).putInt(Integer.MAX_VALUE).flip();
        assertThatThrownBy(() -> WkbOutline.read(wkb, Dimension.AREA, false, METRES, budget()))
                .isInstanceOf(WkbOutline.Damaged.class);
    }

    @Test
    void collectionsInCollectionsEnd() {
        ByteBuffer wkb = ByteBuffer.allocate(9 * 1000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 1000; i++) wkb.put((byte) 1).putInt(7).putInt(1);
        assertThatThrownBy(() -> WkbOutline.read(wkb.flip(), Dimension.AREA, false, METRES, budget()))
                .isInstanceOf(WkbOutline.Damaged.class);
    }

    @Test
    void aClosedLineIsAnAreaInADrawingOnly() throws Exception {
        ByteBuffer wkb = ByteBuffer.allocate(9 + 5 * 16).order(ByteOrder.LITTLE_ENDIAN);
        wkb.put((byte) 1).putInt(2).putInt(5);
        for (double[] p : new double[][] {{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}})
            wkb.putDouble(p[0]).putDouble(p[1]);
        wkb.flip();
        assertThat(WkbOutline.read(wkb, Dimension.AREA, false, METRES, budget()).strange)
                .isEqualTo("LineString");
        assertThat(WkbOutline.read(wkb, Dimension.AREA, true, METRES, budget()).polygons)
                .hasSize(1);
    }

    private static List<Coordinate> arc(Coordinate... control) {
        return ArcStroke.of(List.of(control), METRES, budget());
    }

    private static Geometry built(String wkt) throws WktOutline.Damaged {
        return Objects.requireNonNull(
                new Outlines(false, Dimension.AREA).build(read(wkt), Place.UNKNOWN, new Findings()));
    }

    private static Outline read(String wkt) throws WktOutline.Damaged {
        return WktOutline.read(wkt, Dimension.AREA, METRES, budget());
    }

    private static VertexBudget budget() {
        return new VertexBudget("a", 1_000_000);
    }
}
