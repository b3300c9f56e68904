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
    static boolean write(RingChunks shape, double[] box, boolean area, Origin origin, Growing to) {
        return write(shape, box, area, origin, null, to);
    }

    /** @param steps the same points, when they have been counted */
    static boolean write(
            RingChunks shape, double[] box, boolean area, Origin origin, @Nullable Steps steps, Growing to) {
        long most = HEAD
                + (long) SnapshotFormat.RING_BYTES * shape.rings()
                + (long) SnapshotFormat.GROUP_BYTES * shape.groups()
                + (long) SnapshotFormat.CHUNK_BYTES * shape.chunks()
                + 16L * shape.points();
        ByteBuffer out = to.room(StrictMath.toIntExact(most));
        int start = out.position();
        out.putInt(shape.rings()).putInt(shape.groups()).putInt(shape.chunks()).putInt(shape.points());
        out.putInt(shape.reference).putInt(0).putDouble(area ? shape.integral : 0);
        for (double side : box) out.putDouble(side);
        for (int r = 0; r < shape.rings(); r++) ring(shape, r, out);
        double x = origin.longitude();
        double y = origin.latitude();
        for (int g = 0; g < shape.groups(); g++) box(shape.groups, g, x, y, out);
        for (int c = 0; c < shape.chunks(); c++) {
            box(shape.chunks, c, x, y, out);
            out.putDouble(shape.runs[c]).putLong(shape.rests[c]);
        }
        boolean whole = steps == null ? wholePoints(shape.paths, origin, out) : wholePoints(steps, out);
        if (!whole) for (double[] path : shape.paths) for (double ordinate : path) out.putDouble(ordinate);
        out.putInt(start + 20, whole ? 1 : 0);
        return whole;
    }

    private static void ring(RingChunks shape, int r, ByteBuffer out) {
        out.putInt(shape.firstPoint[r]).putInt(shape.firstChunk[r]);
        out.putInt(shape.firstGroup[r] | (shape.shells[r] ? SHELL : 0)).putFloat((float) shape.rings[3 * r + 1]);
        out.putDouble(shape.rings[3 * r]).putDouble(shape.rings[3 * r + 2]);
    }

    private static void box(double[] boxes, int number, double x, double y, ByteBuffer out) {
        int at = 4 * number;
        out.putFloat(Origin.below(boxes[at], x)).putFloat(Origin.below(boxes[at + 1], y));
        out.putFloat(Origin.above(boxes[at + 2], x)).putFloat(Origin.above(boxes[at + 3], y));
    }

    private static boolean wholePoints(Steps steps, ByteBuffer out) {
        if (!steps.whole) return false;
        int ordinates = 2 * steps.starts[steps.rings];
        out.asIntBuffer().put(steps.xy, 0, ordinates);
        out.position(out.position() + 4 * ordinates);
        return true;
    }

    private static boolean wholePoints(double[][] paths, Origin origin, ByteBuffer out) {
        int start = out.position();
        for (double[] path : paths)
            for (int i = 0; i < path.length; i += 2) {
                int x = Origin.steps(path[i], origin.x());
                int y = Origin.steps(path[i + 1], origin.y());
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
