package org.cuntu.engine.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One section on its way into a snapshot: little-endian numbers appended to a temporary file. Not thread safe. */
final class SectionFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    SectionFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    SectionFile add(double value) {
        room(8).putDouble(value);
        return this;
    }

    SectionFile add(long value) {
        room(8).putLong(value);
        return this;
    }

    SectionFile add(int value) {
        room(4).putInt(value);
        return this;
    }

    SectionFile add(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            int n = StrictMath.min(bytes.length - at, buffer.capacity());
            room(n).put(bytes, at, n);
            at += n;
        }
        return this;
    }

    /** Everything written so far is in the file; its length in bytes. */
    long flush() {
        try {
            buffer.flip();
            while (buffer.hasRemaining()) channel.write(buffer);
            buffer.clear();
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads bytes back, from anywhere that was flushed. */
    byte[] read(long offset, int length) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) throw new IOException("short read in " + path);
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) flush();
        return buffer;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
