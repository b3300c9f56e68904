package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes tables of the FlatBuffers encoding from front to back: a table first, what it points to behind it, so that offsets
 * lead forward. Everything lies on the boundary of its size, counted from the start. May be used again after {@link #begin}.
 */
final class FlatOutput {
    private ByteBuffer out = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    /** Begins a buffer; its root is the next table. */
    void begin() {
        out.clear();
        zeros(4);
    }

    /** Points the root at the next table. */
    private void room(int bytes) {
        if (out.remaining() >= bytes) return;
        ByteBuffer larger = ByteBuffer.allocate(StrictMath.toIntExact(2L * out.capacity() + bytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        out = larger.put(out.flip());
    }

    private void zeros(int bytes) {
        room(bytes);
        for (int i = 0; i < bytes; i++) out.put((byte) 0);
    }

    /** Moves on until {@code position + ahead} lies on the boundary. */
    private void align(int boundary, int ahead) {
        while ((out.position() + ahead) % boundary != 0) zeros(1);
    }

    /**
     * A table with its fields still zero.
     *
     * @param sizes of the fields in bytes: 1, 2, 4, 8; 0 for one that it does not have
     * @return where the fields lie; behind them the place of the table
     */
    int[] table(int... sizes) {
        int length = 4 + 2 * sizes.length;
        int[] inside = new int[sizes.length];
        int end = Arrays.stream(sizes).anyMatch(s -> s == 8) ? 8 : 4;
        for (int size : new int[] {8, 4, 2, 1}) {
            for (int f = 0; f < sizes.length; f++) {
                if (sizes[f] != size) continue;
                inside[f] = end;
                end += size;
            }
        }
        align(8, length);
        int head = out.position();
        room(length + end);
        out.putShort((short) length).putShort((short) end);
        for (int offset : inside) out.putShort((short) offset);
        int table = out.position();
        zeros(end);
        out.putInt(table, table - head);
        if (out.getInt(0) == 0) out.putInt(0, table);
        int[] places = new int[sizes.length + 1];
        for (int f = 0; f < sizes.length; f++) places[f] = table + inside[f];
        places[sizes.length] = table;
        return places;
    }

    void put8(int at, int value) {
        out.put(at, (byte) value);
    }

    void put16(int at, int value) {
        out.putShort(at, (short) value);
    }

    void put32(int at, int value) {
        out.putInt(at, value);
    }

    void put64(int at, long value) {
        out.putLong(at, value);
    }

    /** Lets the field at a place point to the target. */
    void point(int at, int target) {
        out.putInt(at, target - at);
    }

    /** A text, ended by a zero. */
    int text(byte[] utf8) {
        int at = bytes(utf8, utf8.length);
        zeros(1);
        return at;
    }

    int bytes(byte[] bytes, int length) {
        align(4, 0);
        int at = out.position();
        room(4 + length);
        out.putInt(length).put(bytes, 0, length);
        return at;
    }

    /** A list of doubles to be put with {@link #add}. */
    int doubles(int length) {
        align(8, 4);
        int at = out.position();
        room(4 + 8 * length);
        out.putInt(length);
        return at;
    }

    void add(double value) {
        out.putDouble(value);
    }

    int ints(int[] values) {
        align(4, 0);
        int at = out.position();
        room(4 + 4 * values.length);
        out.putInt(values.length);
        for (int value : values) out.putInt(value);
        return at;
    }

    /** A list of places that {@link #point} fills; entry i lies at the returned place + 4 + 4 i. */
    int tables(int length) {
        return ints(new int[length]);
    }

    /** What was written, to be taken before the next {@link #begin}. */
    ByteBuffer content() {
        align(8, 0);
        return out.duplicate().flip();
    }
}
