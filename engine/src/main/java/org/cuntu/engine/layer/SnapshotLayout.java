package org.cuntu.engine.layer;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The sections of a snapshot file, in their order; all numbers little-endian, each section on a multiple of 8 bytes. */
final class SnapshotLayout {
    static final byte[] MAGIC = {'C', 'U', 'N', 'T', 'U', 'S', 'N', 'P'};
    static final int VERSION = 1;
    /** Magic 8, version int, header length int. */
    static final int PREFIX = 16;

    static final int NODE = 16;

    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The fixed sections; attribute columns follow as {@code column.<n>} with {@code dictionary.<n>} for text. */
    enum Section {
        /** Per feature: west, south, east, north. */
        FEATURE_BOX,
        /** Per feature: F, m². */
        FEATURE_INTEGRAL,
        /** Per feature and one more: the first ring, int. The coverage is the feature after the last. */
        FEATURE_RINGS,
        /** Per ring: 1 when it starts a polygon, int. */
        RING_STARTS_POLYGON,
        /** Per ring and one more: the first point, long. */
        RING_POINTS,
        /** Per ring and one more: the first chunk, long. */
        RING_CHUNKS,
        /** x and y by turns. */
        POINTS,
        /** Per chunk: west, south, east, north. */
        CHUNK_BOX,
        /** Per chunk: running integral and running length at its first point. */
        CHUNK_SUMS,
        /** The boxes of the packed tree, level by level from the leaves' parents up. */
        TREE
    }

    private SnapshotLayout() {}
}
