package org.cuntu.engine.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.cuntu.engine.layer.ShapesOutput.Counts;

/**
 * The second pass: puts what is spilled in order into the sections of the file. Shapes are put in segments and attributes beside them,
 * each on the thread that has time; where everything goes is known before.
 */
final class SnapshotAssembly implements AutoCloseable {
    private static final int SEGMENT = 4096;
    private static final int LEAST_BUFFER = 1 << 16;
    private static final int MOST_BUFFER = 4 << 20;
    /** As {@link OrderedTasks} weighs what is under way: in points, of some two hundred bytes. */
    private static final int BYTES_A_WEIGHT = 200;

    private final HashedFile file;
    private final FileChannel channel;
    private final LayerSchema schema;
    private final byte[] schemaBytes;
    private final Census census;
    private final Spill spill;
    private final Dimension dimension;
    private final Origin origin;
    private final OrderedTasks tasks;
    private final int[] order;
    private final SnapshotLayout layout;
    private final double[] boxes;
    /** For the buffers: they would fill a small heap. */
    private final Arena memory = Arena.ofShared();

    private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();

    /**
     * @param census of the features and of the coverage
     * @param spill complete
     * @param tasks what can be done side by side is; none is under way
     */
    SnapshotAssembly(
            HashedFile file,
            SchemaJson schema,
            Census census,
            Spill spill,
            Dimension dimension,
            Origin origin,
            OrderedTasks tasks) {
        this.file = file;
        channel = file.channel;
        this.schema = schema.schema();
        this.schemaBytes = schema.toBytes();
        this.census = census;
        this.spill = spill;
        this.dimension = dimension;
        this.origin = origin;
        this.tasks = tasks;
        order = spill.hilbertOrder(census.bounds, tasks);
        boxes = new double[4 * order.length];
        layout = new SnapshotLayout(this.schema, schemaBytes.length, census, order.length);
    }

    /**
     * Writes the whole file. Chunks and points are most of it; they come last and in the order of the file, so that its hash follows
     * close behind.
     */
    void write(ShapeBytes coverage) throws IOException {
        tasks.add(this::columns, layout::setTextBytes, 0);
        List<Counts> segments = new ArrayList<>();
        Counts before = Counts.NONE;
        while (before.shapes() < order.length) {
            Counts start = before;
            segments.add(start);
            tasks.add(() -> shapes(start), done -> {}, 0);
            for (int place = start.shapes(); place < endOf(start); place++)
                before = before.and(spill.feature(order[place]).shape());
        }
        behind(before, coverage);
        tasks.drain();
        SectionOutput tree = output(SnapshotFormat.TREE);
        for (double side : PackedTree.build(boxes)) tree.put(side);
        tree.flush();
        writeAt(schemaBytes, layout.offset(SnapshotFormat.SCHEMA));
        writeAt(header(coverage).toBytes(), 0);
        tasks.add(() -> completeTo(layout.offset(SnapshotFormat.CHUNKS)), done -> {}, 0);
        segments.add(before);
        inOrder(
                SnapshotFormat.CHUNKS,
                SnapshotFormat.CHUNK_BYTES,
                segments,
                Counts::chunks,
                coverage,
                ChunksOutput::new);
        boolean whole = census.wholeNanodegrees();
        inOrder(
                SnapshotFormat.POINTS,
                whole ? 8 : 16,
                segments,
                Counts::points,
                coverage,
                out -> new PointsOutput(out, whole, origin));
        tasks.drain();
    }

    /**
     * One section of all shapes, the hash following.
     *
     * @param starts of the segments, and the end of the last
     * @param records how many of the section's records are before a place
     */
    private void inOrder(
            int section,
            int recordBytes,
            List<Counts> starts,
            ToIntFunction<Counts> records,
            ShapeBytes coverage,
            Function<SectionOutput, PartOutput> part) {
        for (int i = 0; i + 1 < starts.size(); i++) {
            Counts from = starts.get(i);
            int first = records.applyAsInt(from);
            int bytes = bufferBytes((long) recordBytes * (records.applyAsInt(starts.get(i + 1)) - first));
            long at = layout.offset(section, recordBytes, first);
            tasks.add(() -> part(from, part.apply(output(at, bytes))), this::complete, bytes / BYTES_A_WEIGHT);
        }
        long end = layout.offset(section, recordBytes, records.applyAsInt(starts.getLast()));
        tasks.add(() -> partBehind(coverage, part.apply(output(end, LEAST_BUFFER))), this::complete, 0);
    }

    /** So much that it holds a stretch whole, unless that is very large. */
    private static int bufferBytes(long stretch) {
        return (int) StrictMath.clamp(stretch, LEAST_BUFFER, MOST_BUFFER);
    }

    private SectionOutput output(long at, int bytes) {
        ByteBuffer buffer = buffers.poll();
        if (buffer == null || buffer.capacity() < bytes)
            buffer = memory.allocate(bytes).asByteBuffer();
        return new SectionOutput(channel, at, buffer);
    }

    private int endOf(Counts segment) {
        return StrictMath.min(segment.shapes() + SEGMENT, order.length);
    }

    private SectionOutput output(int section) {
        return new SectionOutput(channel, layout.offset(section));
    }

    /** All attributes; the length of the texts. */
    private Long columns() throws IOException {
        TextHeapOutput texts = new TextHeapOutput(channel, layout.offset(SnapshotFormat.TEXTS));
        List<Field> fields = schema.fields();
        List<ColumnOutput> columns = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++)
            columns.add(new ColumnOutput(
                    fields.get(f).type(),
                    order.length,
                    channel,
                    layout.offset(SnapshotFormat.FIRST_COLUMN + f),
                    texts));
        for (int feature : order) {
            ByteBuffer values = spill.feature(feature).values();
            for (int f = 0; f < columns.size(); f++)
                columns.get(f).put(ValueBytes.read(fields.get(f).type(), values));
        }
        for (ColumnOutput column : columns) column.finish();
        return texts.finish();
    }

    /** A segment of shapes, all but their chunks and points. */
    private boolean shapes(Counts before) throws IOException {
        ShapesOutput out = new ShapesOutput(channel, layout, before);
        for (int place = before.shapes(); place < endOf(before); place++) {
            ShapeBytes shape = spill.feature(order[place]).shape();
            for (int side = 0; side < 4; side++) boxes[4 * place + side] = shape.box(side);
            out.put(shape);
        }
        out.flush();
        return true;
    }

    private Written part(Counts segment, PartOutput out) throws IOException {
        for (int place = segment.shapes(); place < endOf(segment); place++)
            out.put(spill.feature(order[place]).shape());
        return out.finish();
    }

    /** The coverage polygon, which follows the features, then for each feature with a flaw its outline as delivered. */
    private void behind(Counts before, ShapeBytes coverage) throws IOException {
        ShapesOutput out = new ShapesOutput(channel, layout, before);
        out.put(coverage);
        if (census.flaws > 0) {
            SectionOutput defects = output(SnapshotFormat.DEFECTS);
            for (int place = 0; place < order.length; place++) {
                FeatureBytes feature = spill.feature(order[place]);
                Defect defect = feature.defect(place);
                if (defect == null) continue;
                defects.put(place);
                defects.put(defect.kind().ordinal());
                defects.put(defect.x());
                defects.put(defect.y());
                out.put(feature.delivered());
            }
            defects.flush();
        }
        out.putEnd();
        out.flush();
    }

    private Written partBehind(ShapeBytes coverage, PartOutput out) throws IOException {
        out.put(coverage);
        if (census.flaws > 0)
            for (int place = 0; place < order.length; place++) {
                FeatureBytes feature = spill.feature(order[place]);
                if (feature.defect(place) != null) out.put(feature.delivered());
            }
        return out.finish();
    }

    private void complete(Written part) {
        try {
            file.complete(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (part.content() != null) buffers.add(part.content());
    }

    private boolean completeTo(long end) {
        try {
            file.completeTo(end);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SnapshotHeader header(ShapeBytes coverage) {
        double[] bounds = census.bounds;
        if (!(bounds[0] <= bounds[2]))
            bounds = new double[] {coverage.box(0), coverage.box(1), coverage.box(2), coverage.box(3)};
        return new SnapshotHeader(
                SnapshotFormat.VERSION_3,
                dimension,
                layout.fileBytes(),
                census.wholeNanodegrees(),
                order.length,
                (int) census.rings,
                (int) census.groups,
                (int) census.chunks,
                (int) census.points,
                origin.x(),
                origin.y(),
                bounds,
                SnapshotHeader.checksum(schemaBytes, schemaBytes.length),
                layout.sections);
    }

    private void writeAt(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer, position + buffer.position());
    }

    @Override
    public void close() {
        memory.close();
    }
}
