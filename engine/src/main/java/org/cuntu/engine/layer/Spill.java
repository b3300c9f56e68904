package org.cuntu.engine.layer;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features that have come in, with what is needed to put them in order: in memory outside the heap as far as that is allowed, then in
 * a temporary file, which is written through a channel and, when all have come, read through a mapping. Closing deletes it.
 */
final class Spill implements AutoCloseable {
    private static final int BLOCK = 8 << 20;
    /** Features whose keys are made in one go. */
    private static final int KEYS = 8192;

    private static final int OFFSET_BITS = 40;
    private static final long OFFSET = (1L << OFFSET_BITS) - 1;

    private final Path file;
    private final long mostInMemory;
    private final Arena arena = Arena.ofShared();
    /** Blocks of memory, and behind them the file. */
    private final List<MemorySegment> blocks = new ArrayList<>();

    private long inMemory;
    private long blockUsed;
    private @Nullable FileChannel channel;
    private long inFile;
    private int size;
    /** Of each feature: its block above, its offset there below. */
    private long[] places = new long[1024];

    private int[] lengths = new int[1024];
    private double[] middles = new double[2048];

    /** @param mostInMemory bytes; what comes after them goes into the file, which is made then */
    Spill(Path file, long mostInMemory) {
        this.file = file;
        this.mostInMemory = mostInMemory;
    }

    void add(FeatureBatch batch) throws IOException {
        ByteBuffer bytes = batch.bytes.content();
        long place = channel == null && inMemory + bytes.remaining() <= mostInMemory ? memory(bytes) : file(bytes);
        for (int i = 0; i < batch.size; i++) {
            if (size == places.length) grow();
            places[size] = place;
            lengths[size] = batch.lengths[i];
            middles[2 * size] = batch.middles[2 * i];
            middles[2 * size + 1] = batch.middles[2 * i + 1];
            place += batch.lengths[i];
            size++;
        }
    }

    private long memory(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (blocks.isEmpty() || blockUsed + count > blocks.getLast().byteSize()) {
            blocks.add(arena.allocate(StrictMath.max(BLOCK, count)));
            inMemory += blocks.getLast().byteSize();
            blockUsed = 0;
        }
        MemorySegment.copy(MemorySegment.ofBuffer(bytes), 0, blocks.getLast(), blockUsed, count);
        long place = blocks.size() - 1L << OFFSET_BITS | blockUsed;
        blockUsed += count;
        return place;
    }

    private long file(ByteBuffer bytes) throws IOException {
        if (channel == null)
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        long place = (long) blocks.size() << OFFSET_BITS | inFile;
        inFile += bytes.remaining();
        while (bytes.hasRemaining()) channel.write(bytes);
        return place;
    }

    int size() {
        return size;
    }

    /** To be read from now on; nothing comes any more. */
    void complete() throws IOException {
        if (channel != null) blocks.add(channel.map(FileChannel.MapMode.READ_ONLY, 0, inFile, arena));
    }

    FeatureBytes feature(int feature) {
        long offset = places[feature] & OFFSET;
        return new FeatureBytes(blocks.get((int) (places[feature] >>> OFFSET_BITS)), offset, offset + lengths[feature]);
    }

    /** The features' numbers by place on the Hilbert curve, then by the hash of their content, then as they came. */
    int[] hilbertOrder(double[] bounds, OrderedTasks tasks) {
        long[] keys = new long[size];
        for (int from = 0; from < size; from += KEYS) {
            int first = from;
            tasks.add(() -> hilbertKeys(bounds, keys, first), done -> {}, 0);
        }
        tasks.drain();
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

    private boolean hilbertKeys(double[] bounds, long[] keys, int from) {
        int end = StrictMath.min(from + KEYS, size);
        for (int i = from; i < end; i++) keys[i] = HilbertCurve.position(middles[2 * i], middles[2 * i + 1], bounds);
        return true;
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
        arena.close();
        if (channel != null) channel.close();
    }

    private void grow() {
        places = Arrays.copyOf(places, 2 * size);
        lengths = Arrays.copyOf(lengths, 2 * size);
        middles = Arrays.copyOf(middles, 4 * size);
    }
}
