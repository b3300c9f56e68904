package org.cuntu.engine.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer in the protobuf wire format: as much of it as a vector tile needs. Not thread safe. */
final class ProtoBuffer {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private byte[] bytes = new byte[64];
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

    /** A signed number as an unsigned one: 0, -1, 1, -2… become 0, 1, 2, 3…. */
    void zigzag(int value) {
        varint((value << 1 ^ value >> 31) & 0xFFFFFFFFL);
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
        append(utf8, utf8.length);
    }

    void message(int field, ProtoBuffer content) {
        varint(field << 3 | BYTES);
        varint(content.size);
        append(content.bytes, content.size);
    }

    /** The other buffer's content as it is. */
    void append(ProtoBuffer other) {
        append(other.bytes, other.size);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void append(byte[] from, int count) {
        ensure(count);
        System.arraycopy(from, 0, bytes, size, count);
        size += count;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, StrictMath.max(bytes.length * 2, size + more));
    }
}
