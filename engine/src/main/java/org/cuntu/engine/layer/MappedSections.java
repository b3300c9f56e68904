package org.cuntu.engine.layer;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.cuntu.engine.layer.SnapshotLayout.Section;

/** The sections of a mapped file by name. */
final class MappedSections {
    private final Map<Section, MemorySegment> fixed = new EnumMap<>(Section.class);
    private final Map<String, MemorySegment> columns = new HashMap<>();
    private final MemorySegment points;
    private final MemorySegment chunkBoxes;
    private final MemorySegment chunkSums;

    /** @throws IllegalArgumentException when the file is shorter than its header says, or longer */
    MappedSections(MemorySegment file, long start, SnapshotHeader header) {
        long at = start;
        for (Map.Entry<String, Long> entry : header.sections().entrySet()) {
            long length = entry.getValue();
            if (length < 0 || at + length > file.byteSize())
                throw new IllegalArgumentException("section " + entry.getKey() + " ends beyond the file");
            MemorySegment slice = file.asSlice(at, length);
            if (entry.getKey().contains(".")) columns.put(entry.getKey(), slice);
            else fixed.put(Section.valueOf(entry.getKey()), slice);
            at += (length + 7) & ~7L;
        }
        if (at != file.byteSize()) throw new IllegalArgumentException("the file has bytes that no section owns");
        for (Section section : Section.values())
            if (!fixed.containsKey(section)) throw new IllegalArgumentException("no section " + section);
        points = fixed(Section.POINTS);
        chunkBoxes = fixed(Section.CHUNK_BOX);
        chunkSums = fixed(Section.CHUNK_SUMS);
    }

    MemorySegment fixed(Section section) {
        return fixed.get(section);
    }

    MemorySegment column(int field) {
        return columns.get("column." + field);
    }

    MemorySegment dictionary(int field) {
        return columns.get("dictionary." + field);
    }

    MemorySegment points() {
        return points;
    }

    MemorySegment chunkBoxes() {
        return chunkBoxes;
    }

    MemorySegment chunkSums() {
        return chunkSums;
    }
}
