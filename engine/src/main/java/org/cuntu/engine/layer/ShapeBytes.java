package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotFormat.INT;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A shape made ready for the file, while its place there is not known: a head, then its records of rings, groups, chunks and points as
 * the file has them, but counted from the shape's own first. Points are int32 pairs when whole nanodegrees from the origin hold all
 * of them, else pairs of doubles.
 *
 * @param at where it begins
 */
record ShapeBytes(MemorySegment bytes, long at) {
    private static final int HEAD = 64;
    static final int SHELL = 1 << 31;

    /** Writes a shape; whether its points are whole nanodegrees. */
    static boolean write(HeapShapes shape, double[] box, boolean area, Origin origin, Growing to) {
        return write(shape, box, area, origin, null, to);
    }

    /** @param steps the same points, when they have been counted */
    static boolean write(
            HeapShapes shape, double[] box, boolean area, Origin origin, @Nullable Steps steps, Growing to) {
        int rings = shape.rings();
        int groups = shape.firstGroup(rings);
        int chunks = shape.firstChunk(rings);
        int points = shape.points();
        long most = HEAD
                + (long) SnapshotFormat.RING_BYTES * rings
                + (long) SnapshotFormat.GROUP_BYTES * groups
                + (long) SnapshotFormat.CHUNK_BYTES * chunks
                + 16L * points;
        ByteBuffer out = to.room(StrictMath.toIntExact(most));
        int start = out.position();
        out.putInt(rings).putInt(groups).putInt(chunks).putInt(points);
        out.putInt(shape.reference(0)).putInt(0).putDouble(area ? shape.integral(0) : 0);
        for (double side : box) out.putDouble(side);
        for (int r = 0; r < rings; r++) ring(shape, r, out);
        double x = origin.longitude();
        double y = origin.latitude();
        for (int g = 0; g < groups; g++)
            box(shape.groupBox(g, 0), shape.groupBox(g, 1), shape.groupBox(g, 2), shape.groupBox(g, 3), x, y, out);
        for (int c = 0; c < chunks; c++) {
            box(shape.chunkBox(c, 0), shape.chunkBox(c, 1), shape.chunkBox(c, 2), shape.chunkBox(c, 3), x, y, out);
            out.putDouble(shape.runHigh(c)).putLong(shape.runRest(c));
        }
        boolean whole = steps == null ? wholePoints(shape, origin, out) : wholePoints(steps, out);
        if (!whole) for (int p = 0; p < points; p++) out.putDouble(shape.x(p)).putDouble(shape.y(p));
        out.putInt(start + 20, whole ? 1 : 0);
        return whole;
    }

    private static void ring(HeapShapes shape, int r, ByteBuffer out) {
        out.putInt(shape.firstPoint(r)).putInt(shape.firstChunk(r));
        out.putInt(shape.firstGroup(r) | (shape.isShell(r) ? SHELL : 0)).putFloat((float) shape.ringLow(r));
        out.putDouble(shape.ringHigh(r)).putDouble(shape.ringLength(r));
    }

    private static void box(double west, double south, double east, double north, double x, double y, ByteBuffer out) {
        out.putFloat(Origin.below(west, x)).putFloat(Origin.below(south, y));
        out.putFloat(Origin.above(east, x)).putFloat(Origin.above(north, y));
    }

    private static boolean wholePoints(Steps steps, ByteBuffer out) {
        if (!steps.whole) return false;
        int points = steps.starts[steps.rings];
        out.asIntBuffer().put(steps.xy, 0, 2 * points);
        out.position(out.position() + 8 * points);
        return true;
    }

    private static boolean wholePoints(HeapShapes shape, Origin origin, ByteBuffer out) {
        int start = out.position();
        for (int p = 0; p < shape.points(); p++) {
            int x = Origin.steps(shape.x(p), origin.x());
            int y = Origin.steps(shape.y(p), origin.y());
            if (x == Integer.MIN_VALUE || y == Integer.MIN_VALUE) {
                out.position(start);
                return false;
            }
            out.putInt(x).putInt(y);
        }
        return true;
    }

    int rings() {
        return bytes.get(INT, at);
    }

    int groups() {
        return bytes.get(INT, at + 4);
    }

    int chunks() {
        return bytes.get(INT, at + 8);
    }

    int points() {
        return bytes.get(INT, at + 12);
    }

    int reference() {
        return bytes.get(INT, at + 16);
    }

    boolean whole() {
        return bytes.get(INT, at + 20) == 1;
    }

    double integral() {
        return bytes.get(SnapshotFormat.DOUBLE, at + 24);
    }

    double box(int side) {
        return bytes.get(SnapshotFormat.DOUBLE, at + 32 + 8L * side);
    }

    long ringsAt() {
        return at + HEAD;
    }

    long groupsAt() {
        return ringsAt() + (long) SnapshotFormat.RING_BYTES * rings();
    }

    long chunksAt() {
        return groupsAt() + (long) SnapshotFormat.GROUP_BYTES * groups();
    }

    long pointsAt() {
        return chunksAt() + (long) SnapshotFormat.CHUNK_BYTES * chunks();
    }

    /** Where what follows begins. */
    long end() {
        return pointsAt() + (whole() ? 8L : 16L) * points();
    }
}
