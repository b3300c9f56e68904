package org.cuntu.engine.layer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A file that is hashed and brought to the disk while it is being written, so that little is left of either when its last byte has come.
 * Several threads may write through the channel; calls follow each other. What the disk refuses in between comes out of a later call.
 */
final class HashedFile implements AutoCloseable {
    /** Bytes for which the disk is called. */
    private static final long STEP = 16L << 20;

    final FileChannel channel;
    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private long hashed;
    private long sent;
    private @Nullable FutureTask<@Nullable Void> sending;

    /** @param file is made */
    HashedFile(Path file) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Says that the file is as long as this at least, and nothing before this place changes any more. */
    void completeTo(long end) throws IOException {
        if (end - sent >= STEP && (sending == null || sending.isDone())) {
            awaitDisk();
            sent = end;
            sending = new FutureTask<>(() -> {
                channel.force(false);
                return null;
            });
            Thread.ofPlatform().daemon().name("snapshot-disk").start(sending);
        }
        hashTo(end);
    }

    /** As {@link #completeTo}, of what follows all that was complete before, gaps aside. */
    void complete(Written part) throws IOException {
        ByteBuffer content = part.content();
        if (content != null) {
            hashTo(part.end() - content.remaining());
            hashed = part.end();
            digest.update(content);
        }
        completeTo(part.end());
    }

    /** Read back while the system still has it in memory, in pieces that stay near the processor. */
    private void hashTo(long end) throws IOException {
        while (hashed < end) {
            int most = (int) StrictMath.min(buffer.capacity(), end - hashed);
            int count = channel.read(buffer.clear().limit(most), hashed);
            if (count < 0) throw new EOFException("shorter than was said");
            digest.update(buffer.flip());
            hashed += count;
        }
    }

    /** All of it is written: when this comes back it is on the disk. Gives its SHA-256. */
    String finish() throws IOException {
        completeTo(channel.size());
        awaitDisk();
        channel.force(true);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void awaitDisk() throws IOException {
        if (sending == null) return;
        try {
            sending.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
