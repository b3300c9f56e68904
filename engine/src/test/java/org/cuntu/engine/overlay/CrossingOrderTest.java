package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import org.cuntu.engine.overlay.CrossingOrder.Line;
import org.junit.jupiter.api.Test;

/** Two diagonals through (5, 0), met by an edge that runs east and by one that runs north. */
class CrossingOrderTest {
    private static final Line EAST = new Line(0, 0, 10, 0);
    private static final Line NORTH = new Line(5, -5, 5, 5);
    private static final Line RISING = new Line(4, -1, 6, 1);
    private static final Line FALLING = new Line(6, -1, 4, 1);

    private static void isMetFirst(Line base, Line first, Line second, boolean shifted) {
        assertThat(CrossingOrder.compare(base, first, second, shifted)).isNegative();
        assertThat(CrossingOrder.compare(base, second, first, shifted)).isPositive();
    }

    @Test
    void edgesApartAreMetInTheirPlaces() {
        isMetFirst(EAST, new Line(2, -1, 2, 1), new Line(7, 1, 7, -1), true);
        isMetFirst(EAST, new Line(2, 1, 3, -1), RISING, false);
    }

    /** Moved by (ε, ε²) the rising one is at 5 + ε − ε² on the edge, the falling one at 5 + ε + ε². */
    @Test
    void diagonalsThatAreShiftedAreMetOneAfterTheOtherGoingEast() {
        isMetFirst(EAST, RISING, FALLING, true);
    }

    /** At x = 5 the rising one, moved east by ε, is at −ε, the falling one at +ε. */
    @Test
    void diagonalsThatAreShiftedAreMetOneAfterTheOtherGoingNorth() {
        isMetFirst(NORTH, RISING, FALLING, true);
    }

    /** At x = 5 + ε the rising one is at +ε. */
    @Test
    void shiftedEdgeMeetsThemTheOtherWayRound() {
        isMetFirst(NORTH, FALLING, RISING, false);
        isMetFirst(EAST, FALLING, RISING, false);
    }

    @Test
    void directionInWhichAnEdgeIsDrawnDoesNotMatter() {
        isMetFirst(EAST, new Line(6, 1, 4, -1), FALLING, true);
        isMetFirst(NORTH, RISING, new Line(4, 1, 6, -1), true);
    }

    @Test
    void placesNearerThanRoundingAreToldApart() {
        double next = Math.nextUp(5.0);
        isMetFirst(EAST, new Line(5, -1, 5, 1), new Line(next, -1, next, 1), true);
        // a third of the way up between places that are one rounding apart: no double lies there
        isMetFirst(EAST, new Line(5, -1, next, 2), new Line(next, -1, 5, 0.99), true);
    }

    @Test
    void edgesOnOneLineAreMetTogether() {
        assertThat(CrossingOrder.compare(EAST, RISING, new Line(6, 1, 4, -1), true))
                .isZero();
    }
}
