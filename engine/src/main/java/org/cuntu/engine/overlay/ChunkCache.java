package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Shapes;

/**
 * The chunks of one layer that were loaded last, with what has been summed in them. A layer that meets a layer is asked for the same
 * chunks again and again: an edge of a zone lies along many patches that follow each other. For one thread.
 */
final class ChunkCache {
    /** A power of two. */
    private static final int SLOTS = 128;

    private final LoadedChunk[] slots = new LoadedChunk[SLOTS];
    private Shapes shapes = HeapShapes.EMPTY;

    ChunkCache() {
        for (int i = 0; i < SLOTS; i++) slots[i] = new LoadedChunk();
    }

    /** What is asked for next are chunks of these shapes; those of others are forgotten. */
    void begin(Shapes of) {
        if (of == shapes) return;
        shapes = of;
        for (LoadedChunk slot : slots) slot.clear();
    }

    /** A chunk of a ring; it stands until the next call. */
    LoadedChunk get(int ring, int chunk) {
        LoadedChunk slot = slots[chunk & SLOTS - 1];
        slot.load(shapes, ring, chunk);
        return slot;
    }
}
