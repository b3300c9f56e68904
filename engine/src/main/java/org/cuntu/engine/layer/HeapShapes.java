package org.cuntu.engine.layer;

import org.cuntu.engine.measure.FieldIntegral;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One polygon or multipolygon in memory as {@link Shapes}: number 0 is the only shape. Immutable. */
public final class HeapShapes implements Shapes {
    /** Nothing: a shape without rings. */
    public static final HeapShapes EMPTY = new HeapShapes(new FlatRings(new double[0][], new boolean[0]));

    private final double[] box = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private final double integral;
    private final int reference;
    private final boolean[] shells;
    private final int[] firstPoint;
    private final int[] firstChunk;
    private final int[] firstGroup;
    private final double[] rings;
    private final double[] groups;
    private final double[] chunks;
    private final double[] runs;
    private final long[] rests;
    private final double[] xs;
    private final double[] ys;

    /** Flattens a polygon or multipolygon, EPSG:4490; other geometry in it is left out. */
    public static HeapShapes of(Geometry geometry) {
        return new HeapShapes(FlatRings.of(geometry));
    }

    HeapShapes(FlatRings flat) {
        this(flat, null, null);
    }

    /** @param steps the same points when they are whole nanodegrees: boxes are then found in whole numbers, which is faster */
    HeapShapes(FlatRings flat, @Nullable Steps steps, @Nullable Origin origin) {
        int count = flat.rings().length;
        shells = flat.shells();
        firstPoint = new int[count + 1];
        firstChunk = new int[count + 1];
        firstGroup = new int[count + 1];
        for (int r = 0; r < count; r++) {
            int points = flat.rings()[r].length / 2;
            int ringChunks = (points - 1 + CHUNK - 1) / CHUNK;
            firstPoint[r + 1] = firstPoint[r] + points;
            firstChunk[r + 1] = firstChunk[r] + ringChunks;
            firstGroup[r + 1] = firstGroup[r] + (ringChunks + GROUP - 1) / GROUP;
        }
        xs = new double[firstPoint[count]];
        ys = new double[firstPoint[count]];
        rings = new double[3 * count];
        groups = emptyBoxes(firstGroup[count]);
        chunks = new double[4 * firstChunk[count]];
        runs = new double[firstChunk[count]];
        rests = new long[firstChunk[count]];
        for (int r = 0; r < count; r++) copy(flat.rings()[r], firstPoint[r]);
        boxes(steps != null && steps.whole ? steps : null, origin);
        reference = References.nearest(0.5 * (box[SOUTH] + box[NORTH]));
        FieldIntegral field = References.at(reference);
        CompensatedSum total = new CompensatedSum();
        for (int r = 0; r < count; r++) chunkRing(r, field, total);
        integral = total.value();
    }

    private void copy(double[] ring, int at) {
        for (int i = 0, p = at; i < ring.length; i += 2, p++) {
            xs[p] = ring[i];
            ys[p] = ring[i + 1];
        }
    }

    private void boxes(@Nullable Steps steps, @Nullable Origin origin) {
        for (int ring = 0; ring < shells.length; ring++) {
            int end = firstPoint[ring + 1];
            int chunk = firstChunk[ring];
            for (int first = firstPoint[ring]; first + 1 < end; first += CHUNK, chunk++) {
                int last = StrictMath.min(first + CHUNK + 1, end);
                if (steps == null || origin == null) box(chunk, first, last);
                else box(chunk, first, last, steps, origin);
                widen(groups, firstGroup[ring] + (chunk - firstChunk[ring]) / GROUP, chunk);
            }
            // a path of one point has no chunk
            if (end - firstPoint[ring] == 1) widen(firstPoint[ring]);
        }
        for (int chunk = 0; chunk < firstChunk[shells.length]; chunk++) widen(box, 0, chunk);
    }

    private void box(int chunk, int from, int end) {
        double west = xs[from];
        double south = ys[from];
        double east = west;
        double north = south;
        for (int p = from + 1; p < end; p++) {
            west = StrictMath.min(west, xs[p]);
            south = StrictMath.min(south, ys[p]);
            east = StrictMath.max(east, xs[p]);
            north = StrictMath.max(north, ys[p]);
        }
        setBox(chunk, west, south, east, north);
    }

    private void box(int chunk, int from, int end, Steps steps, Origin origin) {
        int[] xy = steps.xy;
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
        chunks[4 * chunk] = west;
        chunks[4 * chunk + 1] = south;
        chunks[4 * chunk + 2] = east;
        chunks[4 * chunk + 3] = north;
    }

    private void widen(int point) {
        box[WEST] = StrictMath.min(box[WEST], xs[point]);
        box[SOUTH] = StrictMath.min(box[SOUTH], ys[point]);
        box[EAST] = StrictMath.max(box[EAST], xs[point]);
        box[NORTH] = StrictMath.max(box[NORTH], ys[point]);
    }

    /** Widens a box by that of a chunk. */
    private void widen(double[] boxes, int at, int chunk) {
        boxes[4 * at] = StrictMath.min(boxes[4 * at], chunks[4 * chunk]);
        boxes[4 * at + 1] = StrictMath.min(boxes[4 * at + 1], chunks[4 * chunk + 1]);
        boxes[4 * at + 2] = StrictMath.max(boxes[4 * at + 2], chunks[4 * chunk + 2]);
        boxes[4 * at + 3] = StrictMath.max(boxes[4 * at + 3], chunks[4 * chunk + 3]);
    }

    private static double[] emptyBoxes(int count) {
        double[] boxes = new double[4 * count];
        for (int i = 0; i < boxes.length; i++)
            boxes[i] = i % 4 < 2 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return boxes;
    }

    private void chunkRing(int ring, FieldIntegral field, CompensatedSum total) {
        CompensatedSum run = new CompensatedSum();
        double length = 0;
        int end = firstPoint[ring + 1] - 1;
        int chunk = firstChunk[ring];
        for (int first = firstPoint[ring]; first < end; first += CHUNK, chunk++) {
            runs[chunk] = RunningSum.nearest(run);
            rests[chunk] = RunningSum.pack(run, length);
            int last = StrictMath.min(first + CHUNK, end);
            for (int p = first; p < last; p++) {
                run.add(field.edge(xs[p], ys[p], xs[p + 1], ys[p + 1]));
                length += LocalMetric.length(ys[p], xs[p + 1] - xs[p], ys[p + 1] - ys[p]);
            }
        }
        total.add(run.high());
        total.add(run.low());
        rings[3 * ring] = RunningSum.nearest(run);
        rings[3 * ring + 1] = (float) RunningSum.rest(run);
        rings[3 * ring + 2] = length;
    }

    /** The number of rings. */
    public int rings() {
        return shells.length;
    }

    /** The number of points, each ring's closing point included. */
    public int points() {
        return xs.length;
    }

    @Override
    public double shapeBox(int shape, int side) {
        return box[side];
    }

    @Override
    public double integral(int shape) {
        return integral;
    }

    @Override
    public int reference(int shape) {
        return reference;
    }

    @Override
    public int firstRing(int shape) {
        return shape == 0 ? 0 : shells.length;
    }

    @Override
    public boolean isShell(int ring) {
        return shells[ring];
    }

    @Override
    public int firstPoint(int ring) {
        return firstPoint[ring];
    }

    @Override
    public int firstChunk(int ring) {
        return firstChunk[ring];
    }

    @Override
    public int firstGroup(int ring) {
        return firstGroup[ring];
    }

    @Override
    public double ringHigh(int ring) {
        return rings[3 * ring];
    }

    @Override
    public double ringLow(int ring) {
        return rings[3 * ring + 1];
    }

    @Override
    public double ringLength(int ring) {
        return rings[3 * ring + 2];
    }

    @Override
    public double groupBox(int group, int side) {
        return groups[4 * group + side];
    }

    @Override
    public double chunkBox(int chunk, int side) {
        return chunks[4 * chunk + side];
    }

    @Override
    public double runHigh(int chunk) {
        return runs[chunk];
    }

    @Override
    public double runLow(int chunk) {
        return RunningSum.low(runs[chunk], rests[chunk]);
    }

    @Override
    public double runLength(int chunk) {
        return RunningSum.length(rests[chunk]);
    }

    /** {@link #runLow} and {@link #runLength} as they stand in a file. */
    long runRest(int chunk) {
        return rests[chunk];
    }

    @Override
    public double x(int point) {
        return xs[point];
    }

    @Override
    public double y(int point) {
        return ys[point];
    }
}
