package org.cuntu.engine.layer;

import org.locationtech.jts.geom.Geometry;

/** One polygon or multipolygon in memory as {@link Shapes}: number 0 is the only shape. Immutable. */
public final class HeapShapes implements Shapes {
    /** Nothing: a shape without rings. */
    public static final HeapShapes EMPTY = new HeapShapes(new FlatRings(new double[0][], new boolean[0]));

    private final RingChunks of;
    // its arrays, at hand
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

    private HeapShapes(FlatRings flat) {
        of = new RingChunks(flat);
        firstPoint = of.firstPoint;
        firstChunk = of.firstChunk;
        firstGroup = of.firstGroup;
        rings = of.rings;
        groups = of.groups;
        chunks = of.chunks;
        runs = of.runs;
        rests = of.rests;
        xs = new double[of.points()];
        ys = new double[of.points()];
        for (int r = 0; r < of.rings(); r++)
            for (int i = 0, p = firstPoint[r]; i < of.paths[r].length; i += 2, p++) {
                xs[p] = of.paths[r][i];
                ys[p] = of.paths[r][i + 1];
            }
    }

    /** The number of rings. */
    public int rings() {
        return of.shells.length;
    }

    /** The number of points, each ring's closing point included. */
    public int points() {
        return xs.length;
    }

    @Override
    public double shapeBox(int shape, int side) {
        return of.box[side];
    }

    @Override
    public double integral(int shape) {
        return of.integral;
    }

    @Override
    public int reference(int shape) {
        return of.reference;
    }

    @Override
    public int firstRing(int shape) {
        return shape == 0 ? 0 : of.shells.length;
    }

    @Override
    public boolean isShell(int ring) {
        return of.shells[ring];
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

    @Override
    public double x(int point) {
        return xs[point];
    }

    @Override
    public double y(int point) {
        return ys[point];
    }
}
