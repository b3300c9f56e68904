package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotFormat.INT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * Puts shapes, one after another, into the sections of a file, all of them but chunks and points, from a place on that is known
 * beforehand: several of these fill one file side by side, and what they write does not depend on how many they are.
 */
final class ShapesOutput {
    /** How many of everything stand before a place. */
    record Counts(int shapes, int rings, int groups, int chunks, int points) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts and(ShapeBytes shape) {
            return new Counts(
                    shapes + 1,
                    rings + shape.rings(),
                    groups + shape.groups(),
                    chunks + shape.chunks(),
                    points + shape.points());
        }
    }

    private final SectionOutput features;
    private final SectionOutput rings;
    private final SectionOutput groups;
    private Counts done;

    /** @param from what stands before the first shape that is put */
    ShapesOutput(FileChannel channel, SnapshotLayout layout, Counts from) {
        done = from;
        features = new SectionOutput(
                channel, layout.offset(SnapshotFormat.FEATURES, SnapshotFormat.FEATURE_BYTES, from.shapes()));
        rings = new SectionOutput(
                channel, layout.offset(SnapshotFormat.RINGS, SnapshotFormat.RING_BYTES, from.rings()));
        groups = new SectionOutput(
                channel, layout.offset(SnapshotFormat.GROUPS, SnapshotFormat.GROUP_BYTES, from.groups()));
    }

    /** Puts the next shape. */
    void put(ShapeBytes shape) throws IOException {
        for (int side = 0; side < 4; side++) features.put(shape.box(side));
        features.put(shape.integral());
        features.put(done.rings());
        features.put(shape.reference());
        MemorySegment from = shape.bytes();
        long ring = shape.ringsAt();
        for (int r = 0; r < shape.rings(); r++, ring += SnapshotFormat.RING_BYTES) {
            rings.put(done.points() + from.get(INT, ring));
            rings.put(done.chunks() + from.get(INT, ring + 4));
            // the sign bit says whether it is an outer ring
            rings.put(done.groups() + from.get(INT, ring + 8));
            rings.put(from, ring + 12, SnapshotFormat.RING_BYTES - 12);
        }
        groups.put(from, shape.groupsAt(), shape.chunksAt() - shape.groupsAt());
        done = done.and(shape);
    }

    /** Behind the last shape of the file. */
    void putEnd() throws IOException {
        features.put(new byte[SnapshotFormat.FEATURE_BYTES - 8]);
        features.put(done.rings());
        features.put(0);
        rings.put(done.points());
        rings.put(done.chunks());
        rings.put(done.groups());
        rings.put(new byte[SnapshotFormat.RING_BYTES - 12]);
    }

    void flush() throws IOException {
        for (SectionOutput open : List.of(features, rings, groups)) open.flush();
    }
}
