package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.Shapes.CHUNK;
import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.GROUP;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import org.cuntu.engine.measure.FieldIntegral;
import org.jspecify.annotations.Nullable;

/** What {@link Shapes} says of one polygon or multipolygon beside its points: how its rings are cut up, boxes and sums. Immutable. */
final class RingChunks {
    /** The rings themselves. */
    final double[][] paths;

    final boolean[] shells;
    final int[] firstPoint;
    final int[] firstChunk;
    final int[] firstGroup;
    /** Of each ring: integral, rest of it, length. */
    final double[] rings;

    final double[] groups;
    final double[] chunks;
    final double[] runs;
    /** {@link RunningSum}. */
    final long[] rests;

    final double[] box = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    final int reference;
    final double integral;

    RingChunks(FlatRings flat) {
        this(flat, null, null, new EdgeTerms(StrictMath.min(EdgeTerms.MOST, mostEdges(flat))));
    }

    /**
     * @param steps the same points; boxes of whole nanodegrees are found in whole numbers, which is faster
     * @param terms scratch space
     */
    RingChunks(FlatRings flat, @Nullable Steps steps, @Nullable Origin origin, EdgeTerms terms) {
        int count = flat.rings().length;
        paths = flat.rings();
        shells = flat.shells();
        firstPoint = new int[count + 1];
        firstChunk = new int[count + 1];
        firstGroup = new int[count + 1];
        for (int r = 0; r < count; r++) {
            int points = paths[r].length / 2;
            int ringChunks = (points - 1 + CHUNK - 1) / CHUNK;
            firstPoint[r + 1] = firstPoint[r] + points;
            firstChunk[r + 1] = firstChunk[r] + ringChunks;
            firstGroup[r + 1] = firstGroup[r] + (ringChunks + GROUP - 1) / GROUP;
        }
        rings = new double[3 * count];
        groups = emptyBoxes(firstGroup[count]);
        chunks = new double[4 * firstChunk[count]];
        runs = new double[firstChunk[count]];
        rests = new long[firstChunk[count]];
        for (int r = 0; r < count; r++) boxes(r, steps != null && steps.whole ? steps : null, origin);
        reference = References.nearest(0.5 * (box[SOUTH] + box[NORTH]));
        FieldIntegral field = References.at(reference);
        CompensatedSum total = new CompensatedSum();
        for (int r = 0; r < count; r++) sums(r, field, terms, total);
        integral = total.value();
    }

    int rings() {
        return shells.length;
    }

    int groups() {
        return firstGroup[shells.length];
    }

    int chunks() {
        return firstChunk[shells.length];
    }

    int points() {
        return firstPoint[shells.length];
    }

    private static double[] emptyBoxes(int count) {
        double[] boxes = new double[4 * count];
        for (int i = 0; i < boxes.length; i++)
            boxes[i] = i % 4 < 2 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return boxes;
    }

    private void boxes(int ring, @Nullable Steps steps, @Nullable Origin origin) {
        double[] path = paths[ring];
        int points = path.length / 2;
        for (int first = 0, chunk = firstChunk[ring]; first + 1 < points; first += CHUNK, chunk++) {
            int end = StrictMath.min(first + CHUNK + 1, points);
            if (steps == null || origin == null) box(chunk, path, first, end);
            else box(chunk, steps.xy, firstPoint[ring] + first, firstPoint[ring] + end, origin);
            widen(groups, firstGroup[ring] + (chunk - firstChunk[ring]) / GROUP, chunk);
            widen(box, 0, chunk);
        }
        // a path of one point has no chunk
        if (points == 1) Census.widen(box, new double[] {path[0], path[1], path[0], path[1]});
    }

    private void box(int chunk, double[] path, int from, int end) {
        double west = path[2 * from];
        double south = path[2 * from + 1];
        double east = west;
        double north = south;
        for (int p = from + 1; p < end; p++) {
            west = StrictMath.min(west, path[2 * p]);
            south = StrictMath.min(south, path[2 * p + 1]);
            east = StrictMath.max(east, path[2 * p]);
            north = StrictMath.max(north, path[2 * p + 1]);
        }
        setBox(chunk, west, south, east, north);
    }

    private void box(int chunk, int[] xy, int from, int end, Origin origin) {
        int west = xy[2 * from];
        int south = xy[2 * from + 1];
        int east = west;
        int north = south;
        for (int p = from + 1; p < end; p++) {
            west = StrictMath.min(west, xy[2 * p]);
            south = StrictMath.min(south, xy[2 * p + 1]);
            east = StrictMath.max(east, xy[2 * p]);
            north = StrictMath.max(north, xy[2 * p + 1]);
        }
        setBox(
                chunk,
                Origin.degrees(origin.x(), west),
                Origin.degrees(origin.y(), south),
                Origin.degrees(origin.x(), east),
                Origin.degrees(origin.y(), north));
    }

    private void setBox(int chunk, double west, double south, double east, double north) {
        chunks[4 * chunk + WEST] = west;
        chunks[4 * chunk + SOUTH] = south;
        chunks[4 * chunk + EAST] = east;
        chunks[4 * chunk + NORTH] = north;
    }

    /** Widens a box by that of a chunk. */
    private void widen(double[] boxes, int at, int chunk) {
        boxes[4 * at + WEST] = StrictMath.min(boxes[4 * at + WEST], chunks[4 * chunk + WEST]);
        boxes[4 * at + SOUTH] = StrictMath.min(boxes[4 * at + SOUTH], chunks[4 * chunk + SOUTH]);
        boxes[4 * at + EAST] = StrictMath.max(boxes[4 * at + EAST], chunks[4 * chunk + EAST]);
        boxes[4 * at + NORTH] = StrictMath.max(boxes[4 * at + NORTH], chunks[4 * chunk + NORTH]);
    }

    private static int mostEdges(FlatRings flat) {
        int most = 0;
        for (double[] ring : flat.rings()) most = StrictMath.max(most, ring.length / 2 - 1);
        return most;
    }

    private void sums(int ring, FieldIntegral field, EdgeTerms terms, CompensatedSum total) {
        CompensatedSum run = new CompensatedSum();
        double length = 0;
        int edges = paths[ring].length / 2 - 1;
        int chunk = firstChunk[ring];
        for (int edge = 0; edge < edges; edge += CHUNK, chunk++) {
            int from = edge % EdgeTerms.MOST;
            if (from == 0) {
                int count = StrictMath.min(EdgeTerms.MOST, edges - edge);
                terms.fill(paths[ring], edge, count, field, box[SOUTH], box[NORTH]);
            }
            runs[chunk] = RunningSum.nearest(run);
            rests[chunk] = RunningSum.pack(run, length);
            int end = from + StrictMath.min(CHUNK, edges - edge);
            for (int i = from; i < end; i++) {
                run.add(terms.integrals[i]);
                length += terms.lengths[i];
            }
        }
        total.add(run.high());
        total.add(run.low());
        rings[3 * ring] = RunningSum.nearest(run);
        rings[3 * ring + 1] = (float) RunningSum.rest(run);
        rings[3 * ring + 2] = length;
    }
}
