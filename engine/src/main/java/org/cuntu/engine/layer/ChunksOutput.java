package org.cuntu.engine.layer;

import java.io.IOException;

/** The chunks of shapes. */
final class ChunksOutput implements PartOutput {
    private final SectionOutput chunks;

    ChunksOutput(SectionOutput chunks) {
        this.chunks = chunks;
    }

    @Override
    public void put(ShapeBytes shape) throws IOException {
        chunks.put(shape.bytes(), shape.chunksAt(), shape.pointsAt() - shape.chunksAt());
    }

    @Override
    public Written finish() throws IOException {
        return chunks.finish();
    }
}
