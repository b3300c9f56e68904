package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** What is left of ground, against taking away the shapes' union. */
class RemainderTest {
    private static final GeometryFactory JTS = new GeometryFactory();
    private static final Geometry GROUND = box(109.40, 24.30, 109.44, 24.33);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shapesSideBySide(long seed) {
        Random random = new Random(seed);
        List<Geometry> cells = cells(random);
        cells.removeIf(cell -> random.nextInt(3) == 0);

        assertSame(cells);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shapesOverOneAnother(long seed) {
        Random random = new Random(seed);
        List<Geometry> shapes = cells(random).subList(0, 8);
        for (int i = 0; i < 4; i++) {
            double x = 109.40 + 0.03 * random.nextDouble();
            double y = 24.30 + 0.02 * random.nextDouble();
            shapes.add(box(x, y, x + 0.008, y + 0.008));
        }

        assertSame(shapes);
    }

    @Test
    void theSameShapeTwiceAndOneInAnother() {
        assertSame(List.of(
                box(109.41, 24.31, 109.42, 24.32),
                box(109.41, 24.31, 109.42, 24.32),
                box(109.413, 24.313, 109.415, 24.315)));
    }

    @Test
    void nothingIsLeftOfGroundThatIsAllTaken() {
        List<Geometry> halves = List.of(box(109.40, 24.30, 109.42, 24.33), box(109.42, 24.30, 109.44, 24.33));

        assertThat(Remainder.of(GROUND, halves).isEmpty()).isTrue();
        assertThat(Remainder.of(GROUND, List.of(GROUND)).isEmpty()).isTrue();
    }

    @Test
    void allIsLeftWhereNothingIsTaken() {
        assertThat(Remainder.of(GROUND, List.of())).isSameAs(GROUND);
    }

    private static void assertSame(List<Geometry> taken) {
        Geometry expected = OverlayNGRobust.overlay(GROUND, OverlayNGRobust.union(taken), OverlayNG.DIFFERENCE);

        Geometry rest = Remainder.of(GROUND, taken);

        assertThat(rest.isValid()).isTrue();
        assertThat(rest.getArea()).isCloseTo(expected.getArea(), within(1e-12));
        assertThat(OverlayNGRobust.overlay(rest, expected, OverlayNG.SYMDIFFERENCE)
                        .getArea())
                .isLessThan(1e-12);
    }

    /** Cells of which neighbours share an edge, cut to the ground. */
    private static List<Geometry> cells(Random random) {
        List<Coordinate> places = new ArrayList<>();
        for (int i = 0; i < 30; i++)
            places.add(new Coordinate(109.40 + 0.04 * random.nextDouble(), 24.30 + 0.03 * random.nextDouble()));
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(places);
        Geometry diagram = builder.getDiagram(JTS);
        List<Geometry> cells = new ArrayList<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++)
            cells.add(OverlayNGRobust.overlay(diagram.getGeometryN(i), GROUND, OverlayNG.INTERSECTION));
        return cells;
    }

    private static Geometry box(double west, double south, double east, double north) {
        return JTS.toGeometry(new Envelope(west, east, south, north));
    }
}
