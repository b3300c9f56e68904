package org.cuntu.engine.layer;

import org.cuntu.engine.measure.FieldIntegral;
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
    private final double[] xs;
    private final double[] ys;

    /** Flattens a polygon or multipolygon, EPSG:4490; other geometry in it is left out. */
    public static HeapShapes of(Geometry geometry) {
        return new HeapShapes(FlatRings.of(geometry));
    }

    HeapShapes(FlatRings flat) {
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
        chunks = emptyBoxes(firstChunk[count]);
        runs = new double[3 * firstChunk[count]];
        for (int r = 0; r < count; r++) copy(flat.rings()[r], firstPoint[r]);
        reference = References.nearest(0.5 * (box[SOUTH] + box[NORTH]));
        FieldIntegral field = References.at(reference);
        CompensatedSum total = new CompensatedSum();
        for (int r = 0; r < count; r++) {
            chunkRing(r, field);
            total.add(rings[3 * r]);
            total.add(rings[3 * r + 1]);
        }
        integral = total.value();
    }

    private static double[] emptyBoxes(int count) {
        double[] boxes = new double[4 * count];
        for (int i = 0; i < boxes.length; i++)
            boxes[i] = i % 4 < 2 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return boxes;
    }

    private void copy(double[] ring, int at) {
        for (int i = 0; i < ring.length / 2; i++) {
            xs[at + i] = ring[2 * i];
            ys[at + i] = ring[2 * i + 1];
            grow(box, 0, ring[2 * i], ring[2 * i + 1]);
        }
    }

    private void chunkRing(int ring, FieldIntegral field) {
        CompensatedSum run = new CompensatedSum();
        double length = 0;
        int first = firstPoint[ring];
        int edges = firstPoint[ring + 1] - first - 1;
        for (int e = 0; e < edges; e++) {
            int chunk = firstChunk[ring] + e / CHUNK;
            int group = firstGroup[ring] + e / (CHUNK * GROUP);
            if (e % CHUNK == 0) {
                runs[3 * chunk] = run.high();
                runs[3 * chunk + 1] = run.low();
                runs[3 * chunk + 2] = length;
            }
            int p = first + e;
            for (int end = p; end <= p + 1; end++) {
                grow(chunks, chunk, xs[end], ys[end]);
                grow(groups, group, xs[end], ys[end]);
            }
            run.add(field.edge(xs[p], ys[p], xs[p + 1], ys[p + 1]));
            length += LocalMetric.length(ys[p], xs[p + 1] - xs[p], ys[p + 1] - ys[p]);
        }
        rings[3 * ring] = run.high();
        rings[3 * ring + 1] = run.low();
        rings[3 * ring + 2] = length;
    }

    private static void grow(double[] boxes, int at, double x, double y) {
        boxes[4 * at] = StrictMath.min(boxes[4 * at], x);
        boxes[4 * at + 1] = StrictMath.min(boxes[4 * at + 1], y);
        boxes[4 * at + 2] = StrictMath.max(boxes[4 * at + 2], x);
        boxes[4 * at + 3] = StrictMath.max(boxes[4 * at + 3], y);
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
        return runs[3 * chunk];
    }

    @Override
    public double runLow(int chunk) {
        return runs[3 * chunk + 1];
    }

    @Override
    public double runLength(int chunk) {
        return runs[3 * chunk + 2];
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
