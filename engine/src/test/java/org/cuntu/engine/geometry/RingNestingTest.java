package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class RingNestingTest {
    @Test
    void innerRingIsAHoleWhateverComesFirst() {
        assertThat(wkt(square(3, 4), square(0, 10)))
                .isEqualTo("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (3 3, 7 3, 7 7, 3 7, 3 3))");
    }

    @Test
    void ringsBesideEachOtherAreTwoParts() {
        assertThat(wkt(square(0, 1), square(5, 1))).startsWith("MULTIPOLYGON");
    }

    @Test
    void islandInALakeIsAPartOfItsOwn() {
        assertThat(wkt(square(0, 10), square(2, 6), square(4, 1)))
                .isEqualTo("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 8 2, 8 8, 2 8, 2 2)), "
                        + "((4 4, 5 4, 5 5, 4 5, 4 4)))");
    }

    @Test
    void holeThatTouchesItsShellAtAPointStaysAHole() {
        Coordinate[] hole = {new Coordinate(0, 5), new Coordinate(3, 4), new Coordinate(3, 6), new Coordinate(0, 5)};
        assertThat(wkt(square(0, 10), hole)).startsWith("POLYGON");
    }

    @Test
    void deeperThanAllowedIsRefused() {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < 5; i++) rings.add(square(i, 20 - 2 * i));
        assertThat(RingNesting.assemble(rings, 5).getNumGeometries()).isEqualTo(3);
        assertThatThrownBy(() -> RingNesting.assemble(rings, 4)).isInstanceOf(RingNesting.TooDeep.class);
    }

    private static String wkt(Coordinate[]... rings) {
        return RingNesting.assemble(List.of(rings), 64).toText();
    }

    private static Coordinate[] square(double corner, double side) {
        double far = corner + side;
        return new Coordinate[] {
            new Coordinate(corner, corner),
            new Coordinate(far, corner),
            new Coordinate(far, far),
            new Coordinate(corner, far),
            new Coordinate(corner, corner)
        };
    }
}
