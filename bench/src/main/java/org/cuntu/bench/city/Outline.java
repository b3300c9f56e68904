package org.cuntu.bench.city;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.bench.city.Lattice.Side;

/**
 * The border of some cells of a lattice: sides between two of them cancel, the rest are chained. Outer rings come
 * counter-clockwise, holes clockwise. The cells may not touch at a corner alone.
 */
final class Outline {
    private final Lattice lattice;
    private final Set<Side> border = new LinkedHashSet<>();

    Outline(Lattice lattice) {
        this.lattice = lattice;
    }

    void add(int column, int row) {
        for (Side side : Lattice.sides(column, row)) if (!border.remove(side.reversed())) border.add(side);
    }

    int sides() {
        return border.size();
    }

    /** The rings, each closed, the outer one first when the cells hang together. */
    List<double[]> rings() {
        Map<Long, Side> byStart = new LinkedHashMap<>();
        for (Side side : border)
            if (byStart.put(side.start(), side) != null)
                throw new IllegalArgumentException("cells touch at a corner alone");
        List<double[]> rings = new ArrayList<>();
        while (!byStart.isEmpty()) {
            List<Side> chain = new ArrayList<>();
            long start = byStart.keySet().iterator().next();
            for (Side side = byStart.remove(start); side != null; side = byStart.remove(side.end())) chain.add(side);
            double[] ring = ring(chain);
            if (isOuter(ring)) rings.addFirst(ring);
            else rings.addLast(ring);
        }
        return rings;
    }

    private double[] ring(List<Side> chain) {
        int points = 1;
        for (Side side : chain) points += lattice.count(side);
        double[] ring = new double[2 * points];
        int at = 0;
        for (Side side : chain) at = lattice.write(side, ring, at);
        ring[at] = ring[0];
        ring[at + 1] = ring[1];
        return ring;
    }

    private static boolean isOuter(double[] ring) {
        double twice = 0;
        for (int i = 0; i + 3 < ring.length; i += 2)
            twice += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
        return twice > 0;
    }
}
