package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A table of the FlatBuffers encoding, read where it lies. Offsets lead forward only and everything is held against the
 * buffer's bounds: whatever the bytes are, reading ends with a value or an {@link IndexOutOfBoundsException}.
 */
final class FlatTable {
    private final ByteBuffer bytes;
    private final int at;

    private FlatTable(ByteBuffer bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** The root of a buffer. */
    static FlatTable root(ByteBuffer buffer) {
        ByteBuffer bytes = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new FlatTable(bytes, follow(bytes, 0));
    }

    private static int follow(ByteBuffer bytes, int from) {
        int offset = bytes.getInt(from);
        if (offset <= 0 || offset > bytes.limit() - from) throw new IndexOutOfBoundsException("offset " + offset);
        return from + offset;
    }

    /** Where a field's value lies; 0 when the table does not have it. */
    private int slot(int field) {
        int table = StrictMath.subtractExact(at, bytes.getInt(at));
        int size = bytes.getShort(table) & 0xFFFF;
        int entry = 4 + 2 * field;
        if (entry + 2 > size) return 0;
        int offset = bytes.getShort(table + entry) & 0xFFFF;
        return offset == 0 ? 0 : at + offset;
    }

    boolean has(int field) {
        return slot(field) != 0;
    }

    int uint8(int field) {
        int slot = slot(field);
        return slot == 0 ? 0 : bytes.get(slot) & 0xFF;
    }

    int uint16(int field, int otherwise) {
        int slot = slot(field);
        return slot == 0 ? otherwise : bytes.getShort(slot) & 0xFFFF;
    }

    int int32(int field) {
        int slot = slot(field);
        return slot == 0 ? 0 : bytes.getInt(slot);
    }

    long int64(int field) {
        int slot = slot(field);
        return slot == 0 ? 0 : bytes.getLong(slot);
    }

    @Nullable
    FlatTable table(int field) {
        int slot = slot(field);
        return slot == 0 ? null : new FlatTable(bytes, follow(bytes, slot));
    }

    /** Raw bytes of a text; null when it is not there. */
    byte @Nullable [] text(int field) {
        Vector vector = vector(field, 1);
        return vector == null ? null : vector.bytes();
    }

    /** A list of tables; 0 long when it is not there. */
    @Nullable
    Vector vector(int field, int bytesEach) {
        int slot = slot(field);
        if (slot == 0) return null;
        int from = follow(bytes, slot);
        int length = bytes.getInt(from);
        if (length < 0 || (long) length * bytesEach > bytes.limit() - from - 4)
            throw new IndexOutOfBoundsException("length " + length);
        return new Vector(bytes, from + 4, length);
    }

    /** A list of values of one size. */
    record Vector(ByteBuffer buffer, int from, int length) {
        long uint32(int i) {
            return buffer.getInt(from + 4 * i) & 0xFFFFFFFFL;
        }

        double float64(int i) {
            return buffer.getDouble(from + 8 * i);
        }

        FlatTable table(int i) {
            return new FlatTable(buffer, follow(buffer, from + 4 * i));
        }

        byte[] bytes() {
            byte[] copy = new byte[length];
            buffer.get(from, copy);
            return copy;
        }
    }
}
