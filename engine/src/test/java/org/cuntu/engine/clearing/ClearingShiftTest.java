package org.cuntu.engine.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.CrsMismatch;
import org.cuntu.engine.geometry.GeoShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The shortest way out of a conflict, on shapes whose answer can be read off, and against trying every move. */
class ClearingShiftTest {
    private static final GeometryFactory JTS = new GeometryFactory();
    private static final Crs PLANE = Crs.zone(36, 3, false);
    private static final double CLEARANCE = 0.01;

    private static Geometry box(double west, double south, double east, double north) {
        return JTS.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }

    private static Clearing find(Geometry site, Geometry conflict, double most) {
        return ClearingShift.find(GeoShape.of(PLANE, site), GeoShape.of(PLANE, conflict), most);
    }

    private static Clearing.Found found(Geometry site, Geometry conflict) {
        return (Clearing.Found) find(site, conflict, 200);
    }

    @Test
    void aSiteWithoutConflictStaysWhereItIs() {
        assertThat(found(box(0, 0, 100, 100), box(150, 0, 300, 100)).distance()).isZero();
    }

    @Test
    void aSiteOverAStraightEdgeGoesBackAtRightAngles() {
        Clearing.Found move = found(box(0, 0, 100, 100), box(90, -500, 800, 500));

        assertThat(move.east()).isCloseTo(-10 - CLEARANCE, within(0.001));
        assertThat(move.north()).isCloseTo(0, within(0.001));
        assertThat(move.bearing()).isCloseTo(270, within(0.1));
    }

    @Test
    void ofTwoWaysOutTheShorterIsTaken() {
        Clearing.Found move = found(box(0, 0, 100, 100), box(70, 85, 200, 300));

        assertThat(move.east()).isCloseTo(0, within(0.001));
        assertThat(move.north()).isCloseTo(-15 - CLEARANCE, within(0.001));
    }

    @Test
    void aSlantedEdgeIsLeftAtRightAnglesToo() {
        // the corner (100, 100) lies over the line x + y = 190: 10 / √2 m beyond it
        Geometry slanted = JTS.createPolygon(new Coordinate[] {
            new Coordinate(190 + 500, -500),
            new Coordinate(1000, 1000),
            new Coordinate(-500, 190 + 500),
            new Coordinate(190 + 500, -500)
        });

        Clearing.Found move = found(box(0, 0, 100, 100), slanted);

        assertThat(move.distance()).isCloseTo(10 / Math.sqrt(2) + CLEARANCE, within(0.001));
        assertThat(move.bearing()).isCloseTo(225, within(0.1));
    }

    @Test
    void aCornerBetweenTwoConflictsIsReachedByTwoContacts() {
        // free ground is the quarter west of 95 and south of 92
        Geometry north = box(-500, 92, 500, 500);
        Geometry east = box(95, -500, 500, 500);

        Clearing.Found move = found(box(0, 0, 100, 100), UnaryUnionOp.union(List.of(north, east)));

        assertThat(move.east()).isCloseTo(-5 - CLEARANCE, within(0.001));
        assertThat(move.north()).isCloseTo(-8 - CLEARANCE, within(0.001));
    }

    @Test
    void aSiteFitsIntoAHoleThatIsJustLargeEnough() {
        Geometry ring = box(-300, -300, 400, 400).difference(box(20, 30, 120.1, 130.1));

        Clearing.Found move = found(box(0, 0, 100, 100), ring);

        assertThat(move.east()).isCloseTo(20 + CLEARANCE, within(0.001));
        assertThat(move.north()).isCloseTo(30 + CLEARANCE, within(0.001));
    }

    @Test
    void aHoleThatIsTooSmallIsNoWayOut() {
        Geometry ring = box(-500, -500, 600, 600).difference(box(20, 30, 119, 200));

        assertThat(find(box(0, 0, 100, 100), ring, 200)).isEqualTo(new Clearing.NoneWithin(200));
    }

    @Test
    void aHoleOfTheSiteMayHoldTheConflict() {
        Geometry site = box(0, 0, 100, 100).difference(box(40, 40, 60, 60));

        Clearing.Found move = found(site, box(55, 45, 65, 55));

        assertThat(move.east()).isCloseTo(5 + CLEARANCE, within(0.001));
        assertThat(move.north()).isCloseTo(0, within(0.001));
    }

    @Test
    void nothingWithinTheLimitIsAnAnswer() {
        assertThat(find(box(0, 0, 100, 100), box(-1000, -1000, 1000, 1000), 200))
                .isEqualTo(new Clearing.NoneWithin(200));
        assertThat(find(box(0, 0, 100, 100), box(90, -500, 800, 500), 5)).isEqualTo(new Clearing.NoneWithin(5));
    }

    @Test
    void shapesInTwoSystemsAreNotCombined() {
        GeoShape site = GeoShape.of(PLANE, box(0, 0, 1, 1));
        GeoShape conflict = GeoShape.of(Crs.zone(37, 3, false), box(0, 0, 1, 1));

        assertThatThrownBy(() -> ClearingShift.find(site, conflict, 200)).isInstanceOf(CrsMismatch.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noMoveOfAFineGridIsShorterThanTheOneFound(long seed) {
        Random random = new Random(seed);
        Geometry site = star(random, 0, 0, 4 + random.nextInt(20), 60);
        List<Geometry> patches = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            patches.add(star(random, 300 * random.nextDouble() - 150, 300 * random.nextDouble() - 150, 5 + i, 35));
        Geometry conflict = UnaryUnionOp.union(patches);
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(conflict);

        Clearing answer = find(site, conflict, 100);

        double free = shortestOfGrid(site, prepared, 100, 1);
        if (answer instanceof Clearing.Found move) {
            assertThat(prepared.intersects(moved(site, move.east(), move.north())))
                    .isFalse();
            assertThat(move.distance()).as("seed %d", seed).isLessThanOrEqualTo(free);
        } else {
            assertThat(answer).as("seed %d", seed).isEqualTo(new Clearing.NoneWithin(100));
            assertThat(free).as("seed %d", seed).isInfinite();
        }
    }

    private static double shortestOfGrid(Geometry site, PreparedGeometry conflict, double most, double step) {
        double best = Double.POSITIVE_INFINITY;
        for (double east = -most; east <= most; east += step)
            for (double north = -most; north <= most; north += step) {
                double length = Math.hypot(east, north);
                if (length > most || length >= best) continue;
                if (!conflict.intersects(moved(site, east, north))) best = length;
            }
        return best;
    }

    private static Geometry moved(Geometry site, double east, double north) {
        return AffineTransformation.translationInstance(east, north).transform(site);
    }

    private static Polygon star(Random random, double x, double y, int corners, double radius) {
        Coordinate[] points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
            double r = radius * (0.4 + 0.6 * random.nextDouble());
            points[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
        }
        points[corners] = points[0].copy();
        return JTS.createPolygon(points);
    }
}
