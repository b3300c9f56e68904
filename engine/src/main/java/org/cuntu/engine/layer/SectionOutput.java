package org.cuntu.engine.layer;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Writes one section of a file from its own position on, buffered; several sections of a file grow side by side. */
final class SectionOutput {
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final MemorySegment to;
    private final long start;
    private long position;

    SectionOutput(FileChannel channel, long position) {
        this(channel, position, ByteBuffer.allocateDirect(64 * 1024));
    }

    /** @param buffer its own until {@link #finish} gives it back */
    SectionOutput(FileChannel channel, long position, ByteBuffer buffer) {
        this.channel = channel;
        this.buffer = buffer.clear().order(ByteOrder.LITTLE_ENDIAN);
        to = MemorySegment.ofBuffer(this.buffer);
        start = position;
        this.position = position;
    }

    void put(int value) throws IOException {
        room(4);
        buffer.putInt(value);
    }

    void put(long value) throws IOException {
        room(8);
        buffer.putLong(value);
    }

    void put(double value) throws IOException {
        room(8);
        buffer.putDouble(value);
    }

    void put(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            room(1);
            int count = StrictMath.min(buffer.remaining(), bytes.length - at);
            buffer.put(bytes, at, count);
            at += count;
        }
    }

    /** Puts a stretch of bytes from elsewhere. */
    void put(MemorySegment from, long offset, long bytes) throws IOException {
        long at = offset;
        long end = offset + bytes;
        while (at < end) {
            room(1);
            int count = (int) StrictMath.min(buffer.remaining(), end - at);
            MemorySegment.copy(from, at, to, buffer.position(), count);
            buffer.position(buffer.position() + count);
            at += count;
        }
    }

    /** Writes out what is buffered. */
    void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) position += channel.write(buffer, position);
        buffer.clear();
    }

    /** Where the next byte goes. */
    long position() {
        return position + buffer.position();
    }

    /** Writes out what is buffered, as the last; all that was put is at hand when the buffer held it. */
    Written finish() throws IOException {
        boolean all = position == start;
        buffer.flip();
        while (buffer.hasRemaining()) position += channel.write(buffer, position);
        return new Written(position, all ? buffer.rewind() : null);
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) flush();
    }
}
