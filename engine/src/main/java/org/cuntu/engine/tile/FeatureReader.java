package org.cuntu.engine.tile;

import static org.cuntu.engine.layer.Shapes.CHUNK;
import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.GROUP;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;
import static org.cuntu.engine.tile.TileFrame.HIGH;
import static org.cuntu.engine.tile.TileFrame.LOW;

import java.util.Arrays;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;

/**
 * Reads a feature's rings from the snapshot's flat coordinates into a tile's units, cut at its buffer.
 *
 * <p>A chunk or group of chunks that lies beyond one edge of the tile's reach is not read: its first point stands for it. The
 * straight way from there to the next one's first point stays beyond the same edge, so what is cut at the buffer is the same. A
 * multipolygon of 200,000 vertices thus costs the few that are near the tile. For one thread.
 */
final class FeatureReader {
    private final TileFrame frame;
    private final int step;
    private final double[] reach;
    private final double[] core;
    private final BufferClip clip = new BufferClip();
    private double[] longitudes = new double[256];
    private double[] latitudes = new double[256];
    private double[] down = new double[256];
    private int[] xs = new int[256];
    private int[] ys = new int[256];
    private int size;

    FeatureReader(TileFrame frame, int step) {
        this.frame = frame;
        this.step = step;
        reach = frame.reach(step);
        core = frame.core(step);
    }

    /** The features that may have ground in the buffered tile. */
    int[] find(Snapshot snapshot) {
        return snapshot.find(reach[WEST], reach[SOUTH], reach[EAST], reach[NORTH]);
    }

    /** Whether all of a shape is so near that the tile knows all of it. */
    boolean holds(FlatShape shape) {
        return isWithin(shape, reach);
    }

    private static boolean isWithin(FlatShape shape, double[] bounds) {
        return shape.box(WEST) >= bounds[WEST]
                && shape.box(EAST) <= bounds[EAST]
                && shape.box(SOUTH) >= bounds[SOUTH]
                && shape.box(NORTH) <= bounds[NORTH];
    }

    /** Puts the points that are loaded on a grid. */
    private void place(FlatShape shape, int to) {
        if (xs.length < size) {
            xs = new int[longitudes.length];
            ys = new int[longitudes.length];
            down = new double[longitudes.length];
        }
        frame.columns(longitudes, size, to, xs);
        frame.matrix().downFromTop(latitudes, size, shape.box(SOUTH), shape.box(NORTH), down);
        frame.rows(down, size, to, ys);
    }

    /** Puts what of a shape lies in the buffered tile in the place of what the rings held. */
    void read(FlatShape shape, Rings to) {
        to.clear();
        boolean inCore = isWithin(shape, core);
        boolean whole = inCore || holds(shape);
        Shapes shapes = shape.shapes();
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++) {
            size = 0;
            if (whole) load(shapes, shapes.firstPoint(ring), shapes.firstPoint(ring + 1) - 1);
            else loadNear(shapes, ring);
            if (size > 0) place(shape, step);
            if (inCore) to.addTurned(xs, ys, size, shapes.isShell(ring));
            else clip.add(xs, ys, size, shapes.isShell(ring), to);
        }
    }

    /**
     * Twice the ground of a shape in square units, not rounded to any grid.
     */
    double doubledGround(FlatShape shape) {
        double columns = frame.matrix().columns(frame.z()) * (double) TileFrame.EXTENT;
        double sum = 0;
        Shapes shapes = shape.shapes();
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++) {
            size = 0;
            load(shapes, shapes.firstPoint(ring), shapes.firstPoint(ring + 1) - 1);
            double top = frame.matrix().downFromTop(latitudes[0]);
            double twice = 0;
            for (int i = 0, j = size - 1; i < size; j = i++)
                twice += (longitudes[j] - longitudes[0]) * (frame.matrix().downFromTop(latitudes[i]) - top)
                        - (longitudes[i] - longitudes[0]) * (frame.matrix().downFromTop(latitudes[j]) - top);
            sum += (shapes.isShell(ring) ? 1 : -1) * StrictMath.abs(twice);
        }
        return sum / 360 * columns * columns;
    }

    /** Puts the square of the world's grid of squares of that side in which the middle of a shape's box lies into the rings. */
    void square(FlatShape shape, int side, Rings to) {
        to.clear();
        longitudes[0] = 0.5 * (shape.box(WEST) + shape.box(EAST));
        latitudes[0] = 0.5 * (shape.box(SOUTH) + shape.box(NORTH));
        size = 1;
        place(shape, 1);
        if (xs[0] < LOW || ys[0] < LOW || xs[0] > HIGH || ys[0] > HIGH) return;
        int left = StrictMath.floorDiv(xs[0], side) * side;
        int top = StrictMath.floorDiv(ys[0], side) * side;
        clip.add(
                new int[] {left, left, left + side, left + side},
                new int[] {top, top + side, top + side, top},
                4,
                true,
                to);
    }

    private void loadNear(Shapes shapes, int ring) {
        int last = shapes.firstPoint(ring + 1) - 1;
        int point = shapes.firstPoint(ring);
        int chunk = shapes.firstChunk(ring);
        int endGroup = shapes.firstGroup(ring + 1);
        for (int group = shapes.firstGroup(ring); group < endGroup; group++, chunk += GROUP, point += CHUNK * GROUP) {
            int to = StrictMath.min(point + CHUNK * GROUP, last);
            if (isBeyond(
                    shapes.groupBox(group, WEST),
                    shapes.groupBox(group, SOUTH),
                    shapes.groupBox(group, EAST),
                    shapes.groupBox(group, NORTH))) load(shapes, point, point + 1);
            else loadNear(shapes, chunk, point, to);
        }
    }

    private void loadNear(Shapes shapes, int firstChunk, int from, int last) {
        for (int point = from, chunk = firstChunk; point < last; point += CHUNK, chunk++) {
            boolean beyond = isBeyond(
                    shapes.chunkBox(chunk, WEST),
                    shapes.chunkBox(chunk, SOUTH),
                    shapes.chunkBox(chunk, EAST),
                    shapes.chunkBox(chunk, NORTH));
            load(shapes, point, beyond ? point + 1 : StrictMath.min(point + CHUNK, last));
        }
    }

    private boolean isBeyond(double boxWest, double boxSouth, double boxEast, double boxNorth) {
        return boxEast < reach[WEST] || boxWest > reach[EAST] || boxNorth < reach[SOUTH] || boxSouth > reach[NORTH];
    }

    private void load(Shapes shapes, int from, int to) {
        int count = to - from;
        if (size + count > longitudes.length) {
            longitudes = Arrays.copyOf(longitudes, 2 * (size + count));
            latitudes = Arrays.copyOf(latitudes, 2 * (size + count));
        }
        if (size == 0) shapes.load(from, count, longitudes, latitudes);
        else
            for (int i = 0; i < count; i++) {
                longitudes[size + i] = shapes.x(from + i);
                latitudes[size + i] = shapes.y(from + i);
            }
        size += count;
    }
}
