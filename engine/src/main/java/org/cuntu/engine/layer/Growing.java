package org.cuntu.engine.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A little-endian byte buffer that grows. */
final class Growing {
    private ByteBuffer buffer;

    Growing(int capacity) {
        buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    Growing put(byte value) {
        room(1).put(value);
        return this;
    }

    Growing put(int value) {
        room(4).putInt(value);
        return this;
    }

    Growing put(long value) {
        room(8).putLong(value);
        return this;
    }

    Growing put(double value) {
        room(8).putDouble(value);
        return this;
    }

    Growing put(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    /** Changes what was put before. */
    void set(int at, int value) {
        buffer.putInt(at, value);
    }

    int capacity() {
        return buffer.capacity();
    }

    int size() {
        return buffer.position();
    }

    /** Takes off what was put from here on. */
    void cut(int size) {
        buffer.position(size);
    }

    /** All that was put, for reading. */
    ByteBuffer content() {
        return buffer.duplicate().flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The buffer itself, with room for so many bytes more at least. */
    ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int wanted = StrictMath.addExact(buffer.position(), bytes);
            int capacity = (int) StrictMath.min(StrictMath.max(2L * buffer.capacity(), wanted), Integer.MAX_VALUE - 16);
            ByteBuffer larger = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
            larger.put(buffer.flip());
            buffer = larger;
        }
        return buffer;
    }
}
