package org.cuntu.engine.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A little-endian byte buffer that grows. */
final class Growing {
    private ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    Growing clear() {
        buffer.clear();
        return this;
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

    /** What was put since the last clear, for reading; valid until the next clear. */
    ByteBuffer content() {
        return buffer.duplicate().flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(StrictMath.max(2 * buffer.capacity(), buffer.position() + bytes))
                    .order(ByteOrder.LITTLE_ENDIAN);
            larger.put(buffer.flip());
            buffer = larger;
        }
        return buffer;
    }
}
