package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotFormat.INT;
import static org.cuntu.engine.layer.SnapshotFormat.LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the attribute values of a mapped snapshot file. Thread safe. */
final class Columns {
    /** A power of two. */
    private static final int LATELY = 1024;

    private final MemorySegment file;
    private final LayerSchema schema;
    private final int size;
    private final long texts;
    private final long[] starts;
    /** Texts that were read lately, each at the place that its own place in the file gives it: classes and owners come again and again. */
    private final @Nullable Text[] lately = new @Nullable Text[LATELY];

    private record Text(long place, String text) {}

    Columns(MemorySegment file, SnapshotHeader header, LayerSchema schema) {
        this.file = file;
        this.schema = schema;
        size = header.features();
        texts = header.sections()[SnapshotFormat.TEXTS][0];
        starts = new long[schema.fields().size()];
        for (int f = 0; f < starts.length; f++) starts[f] = header.sections()[SnapshotFormat.FIRST_COLUMN + f][0];
    }

    @Nullable
    Object value(int feature, int field) {
        if (feature < 0 || feature >= size) throw new IndexOutOfBoundsException("feature " + feature + " of " + size);
        long start = starts[field];
        return switch (schema.fields().get(field).type()) {
            case TEXT -> text(Integer.toUnsignedLong(file.get(INT, start + 4L * feature)));
            case INTEGER -> isNull(feature, start + 8L * size) ? null : (Object) file.get(LONG, start + 8L * feature);
            case DECIMAL -> isNull(feature, start + 9L * size) ? null : decimal(feature, start);
            case DATE ->
                isNull(feature, start + 4L * size) ? null : LocalDate.ofEpochDay(file.get(INT, start + 4L * feature));
        };
    }

    private @Nullable String text(long place) {
        if (place == 0) return null;
        int slot = (int) ((place * 0x9E3779B97F4A7C15L) >>> 54);
        Text known = lately[slot];
        if (known != null && known.place == place) return known.text;
        String text = read(place);
        lately[slot] = new Text(place, text);
        return text;
    }

    private String read(long place) {
        int length = file.get(INT, texts + place);
        long start = texts + place + 4;
        Objects.checkFromIndexSize(start, length, file.byteSize());
        byte[] utf8 = new byte[length];
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, start, utf8, 0, length);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private BigDecimal decimal(int feature, long start) {
        int scale = file.get(ValueLayout.JAVA_BYTE, start + 8L * size + feature);
        return BigDecimal.valueOf(file.get(LONG, start + 8L * feature), scale);
    }

    private boolean isNull(int feature, long nulls) {
        return (file.get(ValueLayout.JAVA_BYTE, nulls + feature / 8) >> feature % 8 & 1) == 1;
    }
}
