package org.cuntu.engine.layer;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The constants of the snapshot file, versions 1 to 3; docs/snapshot-format.md says what they mean. */
final class SnapshotFormat {
    static final long MAGIC = 0x31_50_4E_53_55_54_4E_43L; // "CNTUSNP1" read little-endian
    /** The first version: valid polygons alone. Read only. */
    static final int VERSION_1 = 1;
    /** Lines, points, and features that are empty or invalid. Read only. */
    static final int VERSION_2 = 2;
    /** Smaller records of rings, groups and chunks; the origin is the coverage's. Written. */
    static final int VERSION_3 = 3;

    static final int HEADER_BYTES = 4096;
    static final int CRC_AT = 12;

    static final int WHOLE_NANODEGREES = 1;
    /** The layer's features are lines, or points; neither bit: areas. Since version 2. */
    static final int LINES = 2;

    static final int POINTS_ALONE = 4;

    static final int SCHEMA = 1;
    static final int FEATURES = 2;
    static final int TREE = 3;
    static final int RINGS = 4;
    static final int GROUPS = 5;
    static final int CHUNKS = 6;
    static final int POINTS = 7;
    static final int TEXTS = 8;
    /** Since version 2. */
    static final int DEFECTS = 9;

    static final int FIRST_COLUMN = 16;
    /** What the directory in the header page has room for. */
    static final int MOST_FIELDS = 200;

    static final int FEATURE_BYTES = 48;
    static final int RING_BYTES = 32;
    static final int GROUP_BYTES = 16;
    static final int CHUNK_BYTES = 32;
    static final int NODE_BYTES = 32;
    static final int DEFECT_BYTES = 24;

    // all but text lengths stand at multiples of their size; that it need not be looked at each time makes reading
    // faster
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SnapshotFormat() {}

    /** The bytes of a field's column of n features. */
    static long columnBytes(Field.Type type, int n) {
        long nulls = (n + 7) / 8;
        return switch (type) {
            case TEXT -> 4L * n;
            case INTEGER -> 8L * n + nulls;
            case DECIMAL -> 9L * n + nulls;
            case DATE -> 4L * n + nulls;
        };
    }
}
