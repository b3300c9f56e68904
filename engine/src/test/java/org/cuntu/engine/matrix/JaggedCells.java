package org.cuntu.engine.matrix;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Ground;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A seamless coverage as surveys have it: n × n cells on the square 0…extent (thousandths of a degree), neighbours sharing jagged edges
 * to the last bit. On whole nanodegrees.
 */
public final class JaggedCells {
    private final int n;
    private final double extent;
    private final int steps;
    private final long seed;

    /** @param steps edges on each side of a cell */
    public JaggedCells(int n, double extent, int steps, long seed) {
        this.n = n;
        this.extent = extent;
        this.steps = steps;
        this.seed = seed;
    }

    /** Each a DLTB patch of one of 12 classes. */
    public Iterable<Feature> patches() {
        return () -> {
            Iterator<Feature> all = IntStream.range(0, n * n)
                    .mapToObj(i -> Ground.patch(
                            cell(i / n, i % n),
                            "P" + i,
                            "0" + (1 + Math.floorMod(hash(i, 5), 4)) + "0" + (1 + Math.floorMod(hash(i, 6), 3)),
                            i))
                    .iterator();
            return all;
        };
    }

    public Polygon cell(int column, int row) {
        Coordinate[] points = new Coordinate[4 * steps + 1];
        for (int k = 0; k < steps; k++) {
            points[k] = at(column * steps + k, row * steps);
            points[steps + k] = at((column + 1) * steps, row * steps + k);
            points[2 * steps + k] = at((column + 1) * steps - k, (row + 1) * steps);
            points[3 * steps + k] = at(column * steps, (row + 1) * steps - k);
        }
        points[4 * steps] = points[0].copy();
        return Ground.JTS.createPolygon(points);
    }

    /** A point of the fine lattice of n·steps, moved a little unless on the square's outline. */
    private Coordinate at(int i, int j) {
        int last = n * steps;
        double size = extent / last;
        double dx = i == 0 || i == last ? 0 : 0.8 * unit(hash(31L * i + 7, j));
        double dy = j == 0 || j == last ? 0 : 0.8 * unit(hash(17L * i + 3, j + 1_000_003L));
        Coordinate c = Ground.at((i + dx) * size, (j + dy) * size);
        c.x = Math.round(c.x * 1e9) / 1e9;
        c.y = Math.round(c.y * 1e9) / 1e9;
        return c;
    }

    /** −0.5…0.5. */
    private static double unit(long hash) {
        return (hash >>> 11) * 0x1p-53 - 0.5;
    }

    private long hash(long a, long b) {
        long h = seed * 0x9E3779B97F4A7C15L + a * 0xC2B2AE3D27D4EB4FL + b * 0x165667B19E3779F9L;
        h = (h ^ (h >>> 31)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 29)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 32);
    }
}
