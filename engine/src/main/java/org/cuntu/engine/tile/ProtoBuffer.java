package org.cuntu.engine.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer in the protobuf wire format: as much of it as a vector tile needs. Not thread safe. */
final class ProtoBuffer {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private byte[] bytes = new byte[256];
    private int size;

    void varint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A ring as commands of a path, from where the pen is: move to the first point, lines to the others but the closing one, close. */
    void ring(int[] x, int[] y, int from, int last, int penX, int penY) {
        ensure(10 * (last - from) + 16);
        varint(MOVE_TO | 1 << 3);
        put(x[from] - penX);
        put(y[from] - penY);
        varint(LINE_TO | (long) (last - from - 1) << 3);
        for (int i = from + 1; i < last; i++) {
            put(x[i] - x[i - 1]);
            put(y[i] - y[i - 1]);
        }
        varint(CLOSE_PATH | 1 << 3);
    }

    /** So many moves follow, each as a {@link #step}. */
    void moves(int count) {
        varint(MOVE_TO | (long) count << 3);
    }

    /** So many lines follow, each as a {@link #step}. */
    void lines(int count) {
        varint(LINE_TO | (long) count << 3);
    }

    /** How far the pen goes. */
    void step(int x, int y) {
        ensure(10);
        put(x);
        put(y);
    }

    /** A signed number as an unsigned one: 0, -1, 1, -2… become 0, 1, 2, 3…; there has to be room for five bytes. */
    private void put(int value) {
        int rest = value << 1 ^ value >> 31;
        int at = size;
        while ((rest & ~0x7F) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        size = at;
    }

    void number(int field, long value) {
        varint(field << 3 | VARINT);
        varint(value);
    }

    void decimal(int field, double value) {
        varint(field << 3 | FIXED64);
        ensure(8);
        long bits = Double.doubleToLongBits(value);
        for (int i = 0; i < 8; i++) bytes[size++] = (byte) (bits >>> 8 * i);
    }

    void text(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(field << 3 | BYTES);
        varint(utf8.length);
        append(utf8, 0, utf8.length);
    }

    void message(int field, ProtoBuffer content) {
        varint(field << 3 | BYTES);
        varint(content.size);
        append(content.bytes, 0, content.size);
    }

    /** A part of another buffer's content as a message. */
    void message(int field, ProtoBuffer content, int from, int to) {
        varint(field << 3 | BYTES);
        varint(to - from);
        append(content.bytes, from, to - from);
    }

    /** A message of several parts, alone. */
    static byte[] message(int field, ProtoBuffer... parts) {
        ProtoBuffer start = new ProtoBuffer();
        int length = 0;
        for (ProtoBuffer part : parts) length += part.size;
        start.varint(field << 3 | BYTES);
        start.varint(length);
        byte[] whole = Arrays.copyOf(start.bytes, start.size + length);
        int at = start.size;
        for (ProtoBuffer part : parts) {
            System.arraycopy(part.bytes, 0, whole, at, part.size);
            at += part.size;
        }
        return whole;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    private void append(byte[] other, int from, int count) {
        ensure(count);
        System.arraycopy(other, from, bytes, size, count);
        size += count;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, StrictMath.max(bytes.length * 2, size + more));
    }
}
