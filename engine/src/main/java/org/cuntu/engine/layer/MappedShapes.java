package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotFormat.DOUBLE;
import static org.cuntu.engine.layer.SnapshotFormat.FLOAT;
import static org.cuntu.engine.layer.SnapshotFormat.INT;
import static org.cuntu.engine.layer.SnapshotFormat.LONG;

import java.lang.foreign.MemorySegment;

/**
 * The shapes of a mapped snapshot file: its features in order, then the coverage polygon. Reads version 3, whose records of rings,
 * groups and chunks are compact, and the versions before it. Thread safe.
 */
final class MappedShapes implements Shapes {
    private static final double NANO = 1e9;
    // of versions 1 and 2
    private static final int WIDE_RING_BYTES = 40;
    private static final int WIDE_GROUP_BYTES = 32;
    private static final int WIDE_CHUNK_BYTES = 56;

    private final MemorySegment file;
    private final long features;
    private final long rings;
    private final long groups;
    private final long chunks;
    private final long points;
    private final boolean compact;
    private final double boxX;
    private final double boxY;
    private final boolean whole;
    private final long originX;
    private final long originY;

    MappedShapes(MemorySegment file, SnapshotHeader header) {
        this.file = file;
        features = header.sections()[SnapshotFormat.FEATURES][0];
        rings = header.sections()[SnapshotFormat.RINGS][0];
        groups = header.sections()[SnapshotFormat.GROUPS][0];
        chunks = header.sections()[SnapshotFormat.CHUNKS][0];
        points = header.sections()[SnapshotFormat.POINTS][0];
        compact = header.version() >= SnapshotFormat.VERSION_3;
        whole = header.wholeNanodegrees();
        originX = header.originX();
        originY = header.originY();
        boxX = originX / NANO;
        boxY = originY / NANO;
    }

    private long feature(int shape) {
        return features + (long) SnapshotFormat.FEATURE_BYTES * shape;
    }

    private long ring(int ring) {
        return rings + (compact ? SnapshotFormat.RING_BYTES : WIDE_RING_BYTES) * (long) ring;
    }

    private long chunk(int chunk) {
        return chunks + (compact ? SnapshotFormat.CHUNK_BYTES : WIDE_CHUNK_BYTES) * (long) chunk;
    }

    @Override
    public double shapeBox(int shape, int side) {
        return file.get(DOUBLE, feature(shape) + 8L * side);
    }

    @Override
    public double integral(int shape) {
        return file.get(DOUBLE, feature(shape) + 32);
    }

    @Override
    public int firstRing(int shape) {
        return file.get(INT, feature(shape) + 40);
    }

    @Override
    public int reference(int shape) {
        return file.get(INT, feature(shape) + 44);
    }

    @Override
    public int firstPoint(int ring) {
        return file.get(INT, ring(ring));
    }

    @Override
    public int firstChunk(int ring) {
        return file.get(INT, ring(ring) + 4);
    }

    @Override
    public int firstGroup(int ring) {
        return file.get(INT, ring(ring) + 8) & ~ShapeBytes.SHELL;
    }

    @Override
    public boolean isShell(int ring) {
        return compact ? file.get(INT, ring(ring) + 8) < 0 : file.get(INT, ring(ring) + 12) == 1;
    }

    @Override
    public double ringHigh(int ring) {
        return file.get(DOUBLE, ring(ring) + 16);
    }

    @Override
    public double ringLow(int ring) {
        return compact ? file.get(FLOAT, ring(ring) + 12) : file.get(DOUBLE, ring(ring) + 24);
    }

    @Override
    public double ringLength(int ring) {
        return file.get(DOUBLE, ring(ring) + (compact ? 24 : 32));
    }

    @Override
    public double groupBox(int group, int side) {
        if (!compact) return file.get(DOUBLE, groups + (long) WIDE_GROUP_BYTES * group + 8L * side);
        return boxSide(groups + (long) SnapshotFormat.GROUP_BYTES * group, side);
    }

    @Override
    public double chunkBox(int chunk, int side) {
        return compact ? boxSide(chunk(chunk), side) : file.get(DOUBLE, chunk(chunk) + 8L * side);
    }

    private double boxSide(long box, int side) {
        return ((side & 1) == 0 ? boxX : boxY) + file.get(FLOAT, box + 4L * side);
    }

    @Override
    public double runHigh(int chunk) {
        return file.get(DOUBLE, chunk(chunk) + (compact ? 16 : 32));
    }

    @Override
    public double runLow(int chunk) {
        if (!compact) return file.get(DOUBLE, chunk(chunk) + 40);
        return RunningSum.low(runHigh(chunk), file.get(LONG, chunk(chunk) + 24));
    }

    @Override
    public double runLength(int chunk) {
        if (!compact) return file.get(DOUBLE, chunk(chunk) + 48);
        return RunningSum.length(file.get(LONG, chunk(chunk) + 24));
    }

    @Override
    public double x(int point) {
        if (whole) return (originX + file.get(INT, points + 8L * point)) / NANO;
        return file.get(DOUBLE, points + 16L * point);
    }

    @Override
    public double y(int point) {
        if (whole) return (originY + file.get(INT, points + 8L * point + 4)) / NANO;
        return file.get(DOUBLE, points + 16L * point + 8);
    }

    @Override
    public void load(int point, int count, double[] xs, double[] ys) {
        if (whole) {
            long at = points + 8L * point;
            for (int i = 0; i < count; i++, at += 8) {
                xs[i] = (originX + file.get(INT, at)) / NANO;
                ys[i] = (originY + file.get(INT, at + 4)) / NANO;
            }
        } else {
            long at = points + 16L * point;
            for (int i = 0; i < count; i++, at += 16) {
                xs[i] = file.get(DOUBLE, at);
                ys[i] = file.get(DOUBLE, at + 8);
            }
        }
    }
}
