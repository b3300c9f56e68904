package org.cuntu.engine.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * How many pairs of edges a search for crossings must compare: those whose boxes meet. Counted without comparing them, in
 * n·log n, so that a shape made to keep a server busy (a slanted comb of forty thousand teeth: minutes) is known before.
 */
final class EdgeCrowd {
    private final double[][] boxes;

    private EdgeCrowd(double[][] boxes) {
        this.boxes = boxes;
    }

    /** Pairs of edges of all rings together whose boxes meet, edges that follow one another included. */
    static long pairs(Geometry geometry) {
        List<double[]> boxes = new ArrayList<>();
        geometry.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence ring, int i) {
                if (i == 0) return;
                Coordinate a = ring.getCoordinate(i - 1);
                Coordinate b = ring.getCoordinate(i);
                boxes.add(new double[] {
                    StrictMath.min(a.x, b.x),
                    StrictMath.min(a.y, b.y),
                    StrictMath.max(a.x, b.x),
                    StrictMath.max(a.y, b.y)
                });
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return false;
            }
        });
        return new EdgeCrowd(boxes.toArray(double[][]::new)).count();
    }

    /** A sweep from west to east: each box meets those begun before it and not ended, less those wholly south or north. */
    private long count() {
        double[] souths =
                Arrays.stream(boxes).mapToDouble(box -> box[1]).sorted().toArray();
        double[] norths =
                Arrays.stream(boxes).mapToDouble(box -> box[3]).sorted().toArray();
        Tally begun = new Tally(souths.length);
        Tally ended = new Tally(norths.length);
        double[][] byWest = sorted(0);
        double[][] byEast = sorted(2);
        long pairs = 0;
        int active = 0;
        int gone = 0;
        for (double[] box : byWest) {
            while (byEast[gone][2] < box[0]) {
                double[] left = byEast[gone++];
                begun.add(first(souths, left[1]), -1);
                ended.add(first(norths, left[3]), -1);
                active--;
            }
            long south = ended.below(first(norths, box[1]));
            long north = active - begun.below(firstAbove(souths, box[3]));
            pairs += active - south - north;
            begun.add(first(souths, box[1]), 1);
            ended.add(first(norths, box[3]), 1);
            active++;
        }
        return pairs;
    }

    private double[][] sorted(int by) {
        double[][] sorted = boxes.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(box -> box[by]));
        return sorted;
    }

    /** The place of the first value that is not below. */
    private static int first(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private static int firstAbove(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= value) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    /** Sums of a prefix, in log n (Fenwick 1994). */
    private static final class Tally {
        private final int[] sums;

        private Tally(int length) {
            sums = new int[length + 1];
        }

        private void add(int place, int value) {
            for (int i = place + 1; i < sums.length; i += i & -i) sums[i] += value;
        }

        private long below(int place) {
            long sum = 0;
            for (int i = place; i > 0; i -= i & -i) sum += sums[i];
            return sum;
        }
    }
}
