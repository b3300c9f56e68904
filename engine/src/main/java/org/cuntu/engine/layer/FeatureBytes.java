package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotFormat.DOUBLE;
import static org.cuntu.engine.layer.SnapshotFormat.INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A feature made ready for the file: the shape that is measured, the values, and for one with a flaw what is wrong and the outline as
 * delivered. A feature's bytes depend on nothing but the feature and the layer's coverage.
 */
record FeatureBytes(MemorySegment bytes, long at, long end) {
    private static final int HEAD = 8;

    /** Begins a feature; gives where, for {@link #endShape}. */
    static int begin(Growing out) {
        int start = out.size();
        out.put(0L);
        return start;
    }

    /** After the shape. */
    static void endShape(int start, Growing out) {
        out.set(start, out.size() - start - HEAD);
    }

    /** After the values. */
    static void endValues(int start, Growing out) {
        out.set(start + 4, out.size() - start);
    }

    static void flaw(Flaw flaw, Growing out) {
        out.put(flaw.kind().ordinal()).put(flaw.x()).put(flaw.y());
    }

    ShapeBytes shape() {
        return new ShapeBytes(bytes, at + HEAD);
    }

    /** The values, to be read one after another. */
    ByteBuffer values() {
        long from = at + HEAD + bytes.get(INT, at);
        return bytes.asSlice(from, flawAt() - from).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private long flawAt() {
        return at + bytes.get(INT, at + 4);
    }

    /** What is wrong with it, the feature standing at a place in the file; null when nothing is. */
    @Nullable
    Defect defect(int feature) {
        long from = flawAt();
        if (from == end) return null;
        Defect.Kind kind = Defect.Kind.values()[bytes.get(INT, from)];
        return new Defect(feature, kind, bytes.get(DOUBLE, from + 4), bytes.get(DOUBLE, from + 12));
    }

    /** The outline as delivered of a feature that has a flaw. */
    ShapeBytes delivered() {
        return new ShapeBytes(bytes, flawAt() + 20);
    }

    /** A 64-bit hash of the content, the same on every machine. */
    long hash() {
        long h = end - at;
        long p = at;
        for (; p + 8 <= end; p += 8) h = mix(h ^ bytes.get(SnapshotFormat.LONG, p));
        for (; p < end; p++) h = mix(h ^ bytes.get(ValueLayout.JAVA_BYTE, p));
        return h;
    }

    private static long mix(long h) {
        long m = (h ^ (h >>> 32)) * 0x9E3779B97F4A7C15L;
        return m ^ (m >>> 29);
    }
}
