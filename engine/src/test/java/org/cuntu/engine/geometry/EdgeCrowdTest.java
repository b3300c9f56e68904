package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A shape that is made to keep the server busy is refused before it does. */
class EdgeCrowdTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void pairsAreThoseWhoseBoxesMeet() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            Coordinate[] ring = new Coordinate[21];
            for (int i = 0; i < 20; i++) ring[i] = new Coordinate(random.nextInt(12), random.nextInt(12));
            ring[20] = ring[0];

            assertThat(EdgeCrowd.pairs(FACTORY.createPolygon(ring))).isEqualTo(naive(ring));
        }
    }

    @Test
    void edgesThatFollowOneAnotherAreCountedToo() {
        // a square: each edge meets its two neighbours in a corner, and opposite ones never
        assertThat(EdgeCrowd.pairs(FACTORY.toGeometry(new Envelope(0, 1, 0, 1))))
                .isEqualTo(4);
    }

    @Test
    @Timeout(20)
    void aSlantedCombOfTenThousandTeethIsRefusedAtOnce() {
        GeoShape comb = GeoShape.of(Crs.CGCS2000, slantedComb(10_000));

        List<Problem> problems = ShapeCheck.check(comb, Problem.Place.UNKNOWN);

        assertThat(problems.stream().map(Problem::code)).containsExactly("shape.too-crowded");
        assertThat(problems.getFirst().args()).containsEntry("points", "40004");
    }

    @Test
    void anUprightCombOfAsManyTeethIsChecked() {
        assertThat(EdgeCrowd.pairs(comb(10_000, 0))).isLessThan(12_000_000);
    }

    private static Polygon slantedComb(int teeth) {
        return comb(teeth, 0.03);
    }

    /** Teeth of 4 km beside one another, each with four points, leaning so many degrees east. */
    private static Polygon comb(int teeth, double lean) {
        List<Coordinate> points = new ArrayList<>();
        double wide = 0.05 / teeth;
        points.add(new Coordinate(109.40, 24.29));
        for (int i = 0; i < teeth; i++) {
            double x = 109.40 + i * wide;
            points.add(new Coordinate(x, 24.301));
            points.add(new Coordinate(x + lean, 24.34));
            points.add(new Coordinate(x + lean + wide * 0.3, 24.34));
            points.add(new Coordinate(x + wide * 0.3, 24.301));
        }
        points.add(new Coordinate(109.45, 24.301));
        points.add(new Coordinate(109.45, 24.29));
        points.add(points.getFirst());
        return FACTORY.createPolygon(points.toArray(Coordinate[]::new));
    }

    private static long naive(Coordinate[] ring) {
        long pairs = 0;
        for (int i = 0; i + 1 < ring.length; i++)
            for (int j = 0; j < i; j++)
                if (new Envelope(ring[i], ring[i + 1]).intersects(new Envelope(ring[j], ring[j + 1]))) pairs++;
        return pairs;
    }
}
