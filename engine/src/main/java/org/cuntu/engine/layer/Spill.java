package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;

/** The features that have come in, in a temporary file, with what is needed to put them in order; closing deletes it. */
final class Spill implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private long end;
    private int size;
    private long[] offsets = new long[1024];
    private int[] lengths = new int[1024];
    private long[] hashes = new long[1024];
    private double[] middles = new double[2048];

    Spill(Path file) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    void add(ByteBuffer content, double middleX, double middleY) throws IOException {
        if (size == offsets.length) grow();
        offsets[size] = end;
        lengths[size] = content.remaining();
        hashes[size] = FeatureBytes.hash(content);
        middles[2 * size] = middleX;
        middles[2 * size + 1] = middleY;
        size++;
        end += content.remaining();
        while (content.hasRemaining()) {
            if (!buffer.hasRemaining()) flush();
            int count = StrictMath.min(buffer.remaining(), content.remaining());
            buffer.put(content.slice(content.position(), count));
            content.position(content.position() + count);
        }
    }

    int size() {
        return size;
    }

    /** The features' numbers by place on the Hilbert curve, then by the hash of their content, then as they came. */
    Integer[] hilbertOrder(double[] bounds) {
        long[] positions = new long[size];
        Integer[] order = new Integer[size];
        for (int i = 0; i < size; i++) {
            positions[i] = HilbertCurve.position(middles[2 * i], middles[2 * i + 1], bounds);
            order[i] = i;
        }
        Arrays.sort(
                order,
                Comparator.<Integer>comparingLong(i -> positions[i])
                        .thenComparingLong(i -> hashes[i])
                        .thenComparingInt(i -> i));
        return order;
    }

    /** The bytes of a feature, little-endian. */
    ByteBuffer read(int feature) throws IOException {
        flush();
        ByteBuffer bytes = ByteBuffer.allocate(lengths[feature]).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offsets[feature] + bytes.position()) < 0)
                throw new IOException("temporary file cut off");
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) channel.write(buffer);
        buffer.clear();
    }

    private void grow() {
        offsets = Arrays.copyOf(offsets, 2 * size);
        lengths = Arrays.copyOf(lengths, 2 * size);
        hashes = Arrays.copyOf(hashes, 2 * size);
        middles = Arrays.copyOf(middles, 4 * size);
    }
}
