package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.cuntu.engine.layer.FlatShape;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A small shape far from the boundary of a large one is met by none of the boundary's groups of edges. */
class DeepInsideTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int VERTICES = 5_000;

    private final ShapePair pair = new ShapePair();
    private final FlatShape county = FlatShape.of(circle());

    private static Geometry circle() {
        Coordinate[] ring = IntStream.rangeClosed(0, VERTICES)
                .mapToObj(i -> 2 * StrictMath.PI * (i % VERTICES) / VERTICES)
                .map(a -> new Coordinate(109.5 + 0.2 * StrictMath.cos(a), 24.5 + 0.2 * StrictMath.sin(a)))
                .toArray(Coordinate[]::new);
        return FACTORY.createPolygon(ring);
    }

    private static FlatShape square(double x, double y) {
        return FlatShape.of(FACTORY.toGeometry(new Envelope(x, x + 0.001, y, y + 0.001)));
    }

    @Test
    void allOfItLiesInTheLargeOne() {
        FlatShape patch = square(109.5, 24.5);

        pair.cut(patch, county);

        assertThat(pair.firstWithin()).isTrue();
        assertThat(pair.meets()).isTrue();
        assertThat(pair.integral()).isEqualTo(patch.integral());
    }

    @Test
    void theOtherWayRoundAsWell() {
        FlatShape patch = square(109.5, 24.5);

        pair.cut(county, patch);

        assertThat(pair.secondWithin()).isTrue();
        assertThat(pair.integral()).isEqualTo(patch.integral());
    }

    @Test
    void aShapeInACornerOfTheBoxHasNothingInCommon() {
        pair.cut(square(109.302, 24.302), county);

        assertThat(pair.meets()).isFalse();
        assertThat(pair.integral()).isZero();
    }
}
