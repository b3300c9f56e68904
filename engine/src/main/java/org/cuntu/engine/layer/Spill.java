package org.cuntu.engine.layer;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The features that have come in, in a temporary file, with what is needed to put them in order; closing deletes it. It is written
 * through a channel and, when all have come, read through a mapping.
 */
final class Spill implements AutoCloseable {
    private final FileChannel channel;
    private int size;
    /** Where each feature begins; one more for the end. */
    private long[] offsets = new long[1024];

    private double[] middles = new double[2048];
    private @Nullable Arena arena;
    private MemorySegment content = MemorySegment.NULL;

    Spill(Path file) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    void add(FeatureBatch batch) throws IOException {
        for (int i = 0; i < batch.size; i++) {
            if (size + 1 == offsets.length) grow();
            middles[2 * size] = batch.middles[2 * i];
            middles[2 * size + 1] = batch.middles[2 * i + 1];
            offsets[size + 1] = offsets[size] + batch.lengths[i];
            size++;
        }
        ByteBuffer bytes = batch.bytes.content();
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    int size() {
        return size;
    }

    /** To be read from now on; nothing comes any more. */
    void complete() throws IOException {
        if (size == 0) return;
        arena = Arena.ofShared();
        content = channel.map(FileChannel.MapMode.READ_ONLY, 0, offsets[size], arena);
    }

    FeatureBytes feature(int feature) {
        return new FeatureBytes(content, offsets[feature], offsets[feature + 1]);
    }

    /** The features' numbers by place on the Hilbert curve, then by the hash of their content, then as they came. */
    int[] hilbertOrder(double[] bounds) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) keys[i] = HilbertCurve.position(middles[2 * i], middles[2 * i + 1], bounds);
        middles = new double[0];
        int[] order = RadixSort.order(keys);
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && keys[order[to]] == keys[order[from]]) to++;
            if (to - from > 1) byHash(order, from, to);
            from = to;
        }
        return order;
    }

    private void byHash(int[] order, int from, int to) {
        record Hashed(int feature, long hash) {}
        Hashed[] same = new Hashed[to - from];
        for (int i = from; i < to; i++)
            same[i - from] = new Hashed(order[i], feature(order[i]).hash());
        Arrays.sort(
                same,
                (a, b) -> a.hash != b.hash ? Long.compare(a.hash, b.hash) : Integer.compare(a.feature, b.feature));
        for (int i = from; i < to; i++) order[i] = same[i - from].feature;
    }

    @Override
    public void close() throws IOException {
        if (arena != null) arena.close();
        arena = null;
        channel.close();
    }

    private void grow() {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        middles = Arrays.copyOf(middles, 2 * middles.length);
    }
}
