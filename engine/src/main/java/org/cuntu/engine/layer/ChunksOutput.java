package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** The chunks of shapes. */
final class ChunksOutput implements PartOutput {
    private final SectionOutput chunks;

    /** @param before how many chunks stand before the first that is put */
    ChunksOutput(FileChannel channel, SnapshotLayout layout, int before) {
        chunks = new SectionOutput(channel, layout.offset(SnapshotFormat.CHUNKS, SnapshotFormat.CHUNK_BYTES, before));
    }

    @Override
    public void put(ShapeBytes shape) throws IOException {
        chunks.put(shape.bytes(), shape.chunksAt(), shape.pointsAt() - shape.chunksAt());
    }

    @Override
    public long flush() throws IOException {
        chunks.flush();
        return chunks.position();
    }
}
