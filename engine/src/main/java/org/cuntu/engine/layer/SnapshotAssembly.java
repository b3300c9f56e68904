package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.ShapesOutput.Counts;

/**
 * The second pass: puts what is spilled in order into the sections of the file. Shapes are put in segments and attributes beside them,
 * each on the thread that has time; where everything goes is known before.
 */
final class SnapshotAssembly {
    private static final int SEGMENT = 4096;

    private final FileChannel channel;
    private final LayerSchema schema;
    private final byte[] schemaBytes;
    private final Census census;
    private final Spill spill;
    private final Dimension dimension;
    private final Origin origin;
    private final int[] order;
    private final long[][] sections;
    private final double[] boxes;

    /**
     * @param census of the features and of the coverage
     * @param spill complete
     */
    SnapshotAssembly(
            FileChannel channel, SchemaJson schema, Census census, Spill spill, Dimension dimension, Origin origin) {
        this.channel = channel;
        this.schema = schema.schema();
        this.schemaBytes = schema.toBytes();
        this.census = census;
        this.spill = spill;
        this.dimension = dimension;
        this.origin = origin;
        order = spill.hilbertOrder(census.bounds);
        boxes = new double[4 * order.length];
        sections = new long[SnapshotFormat.FIRST_COLUMN + this.schema.fields().size()][2];
        layOut();
    }

    private void layOut() {
        int size = order.length;
        long end = SnapshotFormat.HEADER_BYTES;
        end = section(SnapshotFormat.SCHEMA, end, schemaBytes.length);
        end = section(SnapshotFormat.FEATURES, end, (long) SnapshotFormat.FEATURE_BYTES * (size + 2L + census.flaws));
        end = section(SnapshotFormat.TREE, end, (long) SnapshotFormat.NODE_BYTES * PackedTree.nodeCount(size));
        end = section(SnapshotFormat.RINGS, end, SnapshotFormat.RING_BYTES * (census.rings + 1L));
        end = section(SnapshotFormat.GROUPS, end, SnapshotFormat.GROUP_BYTES * census.groups);
        end = section(SnapshotFormat.CHUNKS, end, SnapshotFormat.CHUNK_BYTES * census.chunks);
        end = section(SnapshotFormat.POINTS, end, (census.wholeNanodegrees() ? 8L : 16L) * census.points);
        if (census.flaws > 0)
            end = section(SnapshotFormat.DEFECTS, end, (long) SnapshotFormat.DEFECT_BYTES * census.flaws);
        for (int f = 0; f < schema.fields().size(); f++)
            end = section(
                    SnapshotFormat.FIRST_COLUMN + f,
                    end,
                    SnapshotFormat.columnBytes(schema.fields().get(f).type(), size));
        section(SnapshotFormat.TEXTS, end, 0);
    }

    private long section(int number, long from, long bytes) {
        long start = (from + 63) / 64 * 64;
        sections[number][0] = start;
        sections[number][1] = bytes;
        return start + bytes;
    }

    /** Writes the whole file. */
    void write(ShapeBytes coverage, OrderedTasks tasks) throws IOException {
        tasks.add(this::columns, textBytes -> sections[SnapshotFormat.TEXTS][1] = textBytes, 0);
        Counts before = Counts.NONE;
        for (int from = 0; from < order.length; from += SEGMENT) {
            int first = from;
            int end = StrictMath.min(from + SEGMENT, order.length);
            Counts counts = before;
            tasks.add(() -> shapes(first, end, counts), done -> {}, 0);
            for (int place = from; place < end; place++)
                before = before.and(spill.feature(order[place]).shape());
        }
        behind(before, coverage);
        tasks.drain();
        SectionOutput tree = output(SnapshotFormat.TREE);
        for (double side : PackedTree.build(boxes)) tree.put(side);
        tree.flush();
        writeAt(schemaBytes, sections[SnapshotFormat.SCHEMA][0]);
        writeAt(header(coverage).toBytes(), 0);
    }

    private SectionOutput output(int section) {
        return new SectionOutput(channel, sections[section][0]);
    }

    /** All attributes; the length of the texts. */
    private Long columns() throws IOException {
        TextHeapOutput texts = new TextHeapOutput(channel, sections[SnapshotFormat.TEXTS][0]);
        List<Field> fields = schema.fields();
        List<ColumnOutput> columns = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++)
            columns.add(new ColumnOutput(
                    fields.get(f).type(), order.length, channel, sections[SnapshotFormat.FIRST_COLUMN + f][0], texts));
        for (int feature : order) {
            ByteBuffer values = spill.feature(feature).values();
            for (int f = 0; f < columns.size(); f++)
                columns.get(f).put(ValueBytes.read(fields.get(f).type(), values));
        }
        for (ColumnOutput column : columns) column.finish();
        return texts.finish();
    }

    private boolean shapes(int from, int end, Counts before) throws IOException {
        ShapesOutput out = new ShapesOutput(channel, sections, before, census.wholeNanodegrees(), origin);
        for (int place = from; place < end; place++) {
            ShapeBytes shape = spill.feature(order[place]).shape();
            for (int side = 0; side < 4; side++) boxes[4 * place + side] = shape.box(side);
            out.put(shape);
        }
        out.flush();
        return true;
    }

    /** The coverage polygon, which follows the features, then for each feature with a flaw its outline as delivered. */
    private void behind(Counts before, ShapeBytes coverage) throws IOException {
        ShapesOutput out = new ShapesOutput(channel, sections, before, census.wholeNanodegrees(), origin);
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

    private SnapshotHeader header(ShapeBytes coverage) {
        double[] bounds = census.bounds;
        if (!(bounds[0] <= bounds[2]))
            bounds = new double[] {coverage.box(0), coverage.box(1), coverage.box(2), coverage.box(3)};
        return new SnapshotHeader(
                SnapshotFormat.VERSION_3,
                dimension,
                sections[SnapshotFormat.TEXTS][0] + sections[SnapshotFormat.TEXTS][1],
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
                sections);
    }

    private void writeAt(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer, position + buffer.position());
    }
}
