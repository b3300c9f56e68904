package org.cuntu.engine.layer;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes a snapshot file from a stream of features (contracts 8): {@code begin}, {@code add} each, {@code finish}.
 *
 * <p>Features are checked and made ready on all cores, some hundred at a time; what is ready waits in memory outside the heap, on a
 * small machine beyond 128 MB, on none beyond 1 GB, then in a temporary file below {@code <folder>/tmp}; the heap holds some sixty bytes a feature. They are put in Hilbert order of the middle of their boxes, then by a
 * hash of their content: the same features give the same file and name, whatever the order they came in and however many threads
 * worked. Vertices are kept to the last bit; rings are turned (outer counter-clockwise, holes clockwise), nothing else is changed
 * or repaired.
 *
 * <p>Every feature is checked. By a strict intake one that is no valid polygon refuses the whole layer, and all problems (the first
 * {@value #MOST_PROBLEMS}) are reported together by {@link #finish}; another intake keeps it and names it ({@link Defect}). Whatever
 * fails, closing leaves nothing behind. For one thread; what is added belongs to the writer until it is closed.
 */
public final class SnapshotWriter implements AutoCloseable {
    private static final int MOST_PROBLEMS = 1000;
    /** Points, and features, that one thread takes at a time. */
    private static final int BATCH_WEIGHT = 8_192;

    private static final int BATCH_SIZE = 512;
    /** Points that may be under way; some two hundred bytes each. */
    private static final int MOST_WEIGHT = 250_000;
    /** Bytes of what is ready that may wait in memory outside the heap: a sixteenth of what the machine has, within limits. */
    private static final long IN_MEMORY = StrictMath.clamp(machineMemory() / 16, 128L << 20, 1L << 30);

    private static final int LARGEST_KEPT_BUFFER = 1 << 20;

    private final Path folder;
    private final Path draft;
    private final SchemaJson schema;
    private final RingChunks coverage;
    private final Origin origin;
    private final Intake intake;
    private final Spill spill;
    private final OrderedTasks tasks;
    private final Queue<FeatureBatch.Scratch> scratch = new ConcurrentLinkedQueue<>();
    private final Queue<Growing> buffers = new ConcurrentLinkedQueue<>();
    private final Census census = new Census();
    private final List<Problem> problems = new ArrayList<>();
    private List<Supplier<@Nullable Incoming>> batch = new ArrayList<>();
    private int batchWeight;
    private long seen;

    private SnapshotWriter(Path folder, SchemaJson schema, Geometry coverage, Intake intake, int threads, long inMemory)
            throws IOException {
        this.intake = intake;
        this.folder = folder;
        this.schema = schema;
        this.coverage = new RingChunks(FlatRings.of(coverage));
        origin = Origin.of(this.coverage.box);
        Path drafts = Files.createDirectories(folder.resolve("tmp"));
        String name = UUID.randomUUID().toString();
        draft = drafts.resolve(name + ".draft");
        spill = new Spill(drafts.resolve(name + ".spill"), inMemory);
        tasks = new OrderedTasks(threads, MOST_WEIGHT);
    }

    /**
     * Begins a snapshot in a store's folder.
     *
     * @param coverage the polygon within which the layer answers, EPSG:4490
     * @throws InputRefused when the coverage is no valid polygon
     */
    public static SnapshotWriter begin(Path folder, LayerSchema schema, Geometry coverage, SnapshotOrigin origin) {
        return begin(folder, schema, coverage, origin, Intake.STRICT);
    }

    /** As {@link #begin(Path, LayerSchema, Geometry, SnapshotOrigin)}, with another intake than the strict one. */
    public static SnapshotWriter begin(
            Path folder, LayerSchema schema, Geometry coverage, SnapshotOrigin origin, Intake intake) {
        return begin(
                folder, schema, coverage, origin, intake, Runtime.getRuntime().availableProcessors(), IN_MEMORY);
    }

    /**
     * @param threads how many work, the caller's among them
     * @param inMemory bytes of what is ready that may wait in memory outside the heap
     */
    static SnapshotWriter begin(
            Path folder,
            LayerSchema schema,
            Geometry coverage,
            SnapshotOrigin origin,
            Intake intake,
            int threads,
            long inMemory) {
        if (schema.fields().size() > SnapshotFormat.MOST_FIELDS)
            throw new IllegalArgumentException("more than " + SnapshotFormat.MOST_FIELDS + " fields");
        Problem wrong = FeatureCheck.geometry(coverage, 0);
        if (wrong != null) throw new InputRefused(wrong);
        try {
            return new SnapshotWriter(folder, new SchemaJson(schema, origin), coverage, intake, threads, inMemory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long machineMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** All of it in one go; returns the hash. */
    public static String write(
            Path folder, LayerSchema schema, Geometry coverage, SnapshotOrigin origin, Iterable<Feature> features) {
        return write(folder, schema, coverage, origin, Intake.STRICT, features);
    }

    /** All of it in one go, with another intake than the strict one. */
    public static String write(
            Path folder,
            LayerSchema schema,
            Geometry coverage,
            SnapshotOrigin origin,
            Intake intake,
            Iterable<Feature> features) {
        try (SnapshotWriter writer = begin(folder, schema, coverage, origin, intake)) {
            for (Feature feature : features) writer.add(feature);
            return writer.finish();
        }
    }

    /**
     * Takes the next feature in; what is wrong with it is kept for {@link #finish}.
     *
     * @throws IllegalArgumentException when its values are not those of the schema in number and type
     * @throws InputRefused when the layer, this feature or one before it, is larger than a snapshot can be
     */
    public void add(Feature feature) {
        add(new Incoming(feature.geometry(), null, feature.values(), seen + 1));
    }

    /**
     * As {@link #add(Feature)}, with an outline as databases hand it out: OGC WKB or PostGIS's EWKB in EPSG:4490. It is read on the
     * threads that check; when it is no WKB, this call, a later one or {@link #finish} throws IllegalArgumentException.
     */
    public void add(byte[] wkb, List<@Nullable Object> values) {
        add(new Incoming(null, wkb, values, seen + 1));
    }

    private void add(Incoming feature) {
        requireTypes(feature.values());
        add(() -> feature, feature.weight());
    }

    /**
     * As {@link #add(Feature)}, of a feature that is only made on the threads that check: it takes time of its own.
     *
     * @param later gives the feature, or null when it is to be left out; what it throws comes out of a later call
     * @param points about how many it has
     */
    public void addLater(Supplier<@Nullable Feature> later, int points) {
        long number = seen + 1;
        add(
                () -> {
                    Feature feature = later.get();
                    if (feature == null) return null;
                    requireTypes(feature.values());
                    return new Incoming(feature.geometry(), null, feature.values(), number);
                },
                8 + points);
    }

    private void add(Supplier<@Nullable Incoming> feature, int weight) {
        seen++;
        batch.add(feature);
        batchWeight += weight;
        if (batchWeight >= BATCH_WEIGHT || batch.size() >= BATCH_SIZE) send();
    }

    private void send() {
        List<Supplier<@Nullable Incoming>> sent = batch;
        int weight = batchWeight;
        batch = new ArrayList<>();
        batchWeight = 0;
        tasks.add(() -> prepare(sent), this::take, weight);
    }

    private FeatureBatch prepare(List<Supplier<@Nullable Incoming>> sent) {
        List<Incoming> features = new ArrayList<>(sent.size());
        for (Supplier<@Nullable Incoming> each : sent) {
            Incoming feature = each.get();
            if (feature != null) features.add(feature);
        }
        FeatureBatch.Scratch mine = scratch.poll();
        if (mine == null) mine = new FeatureBatch.Scratch();
        Growing buffer = buffers.poll();
        if (buffer == null) buffer = new Growing(1 << 17);
        FeatureBatch ready = FeatureBatch.of(features, schema.schema(), intake, origin, mine, buffer);
        scratch.add(mine);
        return ready;
    }

    private void take(FeatureBatch ready) {
        keep(ready);
        if (ready.bytes.capacity() <= LARGEST_KEPT_BUFFER) buffers.add(ready.bytes);
    }

    private void keep(FeatureBatch ready) {
        for (Problem problem : ready.problems) if (problems.size() < MOST_PROBLEMS) problems.add(problem);
        if (!problems.isEmpty()) return;
        census.add(ready.census);
        if (census.tooLarge()) throw new InputRefused(Problem.refused("layer.too-large", Problem.Place.UNKNOWN));
        try {
            spill.add(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeAll() {
        if (!batch.isEmpty()) send();
        tasks.drain();
    }

    /** The number of features taken in so far. */
    public long seen() {
        return seen;
    }

    /** What was found wrong so far. */
    public List<Problem> problems() {
        takeAll();
        return List.copyOf(problems);
    }

    /**
     * Writes the file, makes it durable under its name, and gives its hash.
     *
     * @throws InputRefused when a feature was refused: nothing is kept
     */
    public String finish() {
        takeAll();
        if (!problems.isEmpty()) throw new InputRefused(problems);
        try {
            String hash;
            try (HashedFile file = new HashedFile(draft)) {
                assemble(file);
                hash = file.finish();
            }
            Files.move(draft, folder.resolve(hash + ".snap"), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assemble(HashedFile file) throws IOException {
        Growing last = new Growing(1 << 12);
        census.count(coverage, ShapeBytes.write(coverage, coverage.box, true, origin, last));
        spill.complete();
        try (SnapshotAssembly assembly =
                new SnapshotAssembly(file, schema, census, spill, intake.dimension(), origin, tasks)) {
            assembly.write(new ShapeBytes(MemorySegment.ofBuffer(last.content()), 0));
        }
    }

    /** Removes what is unfinished. */
    @Override
    public void close() {
        tasks.close();
        try {
            spill.close();
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireTypes(List<@Nullable Object> values) {
        List<Field> fields = schema.schema().fields();
        if (values.size() != fields.size())
            throw new IllegalArgumentException(values.size() + " values for " + fields.size() + " fields");
        for (int f = 0; f < fields.size(); f++) {
            Object value = values.get(f);
            if (value != null && !fields.get(f).type().holds(value))
                throw new IllegalArgumentException(fields.get(f).code() + " does not hold a " + value.getClass());
        }
    }
}
