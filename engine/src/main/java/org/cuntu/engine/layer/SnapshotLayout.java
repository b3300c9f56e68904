package org.cuntu.engine.layer;

/** Where the sections of a snapshot lie; all but the length of the texts, which are the last, is known before they are written. */
final class SnapshotLayout {
    /** Offset and length of each section, by number. */
    final long[][] sections;

    private long end = SnapshotFormat.HEADER_BYTES;

    /**
     * @param census of the features and of the coverage
     * @param size the number of features
     */
    SnapshotLayout(LayerSchema schema, int schemaBytes, Census census, int size) {
        int fields = schema.fields().size();
        sections = new long[SnapshotFormat.FIRST_COLUMN + fields][2];
        add(SnapshotFormat.SCHEMA, schemaBytes);
        add(SnapshotFormat.FEATURES, SnapshotFormat.FEATURE_BYTES * (size + 2L + census.flaws));
        add(SnapshotFormat.TREE, (long) SnapshotFormat.NODE_BYTES * PackedTree.nodeCount(size));
        add(SnapshotFormat.RINGS, SnapshotFormat.RING_BYTES * (census.rings + 1L));
        add(SnapshotFormat.GROUPS, SnapshotFormat.GROUP_BYTES * census.groups);
        add(SnapshotFormat.CHUNKS, SnapshotFormat.CHUNK_BYTES * census.chunks);
        add(SnapshotFormat.POINTS, (census.wholeNanodegrees() ? 8L : 16L) * census.points);
        if (census.flaws > 0) add(SnapshotFormat.DEFECTS, (long) SnapshotFormat.DEFECT_BYTES * census.flaws);
        for (int f = 0; f < fields; f++)
            add(
                    SnapshotFormat.FIRST_COLUMN + f,
                    SnapshotFormat.columnBytes(schema.fields().get(f).type(), size));
        add(SnapshotFormat.TEXTS, 0);
    }

    private void add(int section, long bytes) {
        sections[section][0] = (end + 63) / 64 * 64;
        sections[section][1] = bytes;
        end = sections[section][0] + bytes;
    }

    long offset(int section) {
        return sections[section][0];
    }

    /** Where a record of a section begins. */
    long offset(int section, int recordBytes, int number) {
        return offset(section) + (long) recordBytes * number;
    }

    void setTextBytes(long bytes) {
        sections[SnapshotFormat.TEXTS][1] = bytes;
        end = offset(SnapshotFormat.TEXTS) + bytes;
    }

    /** The length of the whole file. */
    long fileBytes() {
        return end;
    }
}
