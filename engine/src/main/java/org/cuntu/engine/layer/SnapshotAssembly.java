package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second pass: puts spilled features in order into the sections of the file. */
final class SnapshotAssembly {
    private final FileChannel channel;
    private final SchemaJson schema;
    private final Census census;
    private final int size;
    private final long[][] sections;
    private final byte[] schemaBytes;
    private final SectionOutput features;
    private final SectionOutput rings;
    private final SectionOutput groups;
    private final SectionOutput chunks;
    private final SectionOutput points;
    private final TextHeapOutput texts;
    private final List<ColumnOutput> columns = new ArrayList<>();
    private final double[] featureBoxes;
    private @Nullable SectionOutput defects;
    private int ringsDone;
    private int groupsDone;
    private int chunksDone;
    private int pointsDone;
    private int shapesDone;
    private final Dimension dimension;
    private final int flaws;

    /** @param flaws the number of features with a flaw */
    SnapshotAssembly(FileChannel channel, SchemaJson schema, Census census, int size, Dimension dimension, int flaws)
            throws IOException {
        this.dimension = dimension;
        this.flaws = flaws;
        this.channel = channel;
        this.schema = schema;
        this.census = census;
        this.size = size;
        schemaBytes = schema.toBytes();
        List<Field> fields = schema.schema().fields();
        sections = new long[SnapshotFormat.FIRST_COLUMN + fields.size()][2];
        long end = SnapshotFormat.HEADER_BYTES;
        end = section(SnapshotFormat.SCHEMA, end, schemaBytes.length);
        end = section(SnapshotFormat.FEATURES, end, (long) SnapshotFormat.FEATURE_BYTES * (size + 2L + flaws));
        end = section(SnapshotFormat.TREE, end, (long) SnapshotFormat.NODE_BYTES * PackedTree.nodeCount(size));
        end = section(SnapshotFormat.RINGS, end, (long) SnapshotFormat.RING_BYTES * (census.rings + 1L));
        end = section(SnapshotFormat.GROUPS, end, (long) SnapshotFormat.GROUP_BYTES * census.groups);
        end = section(SnapshotFormat.CHUNKS, end, (long) SnapshotFormat.CHUNK_BYTES * census.chunks);
        end = section(SnapshotFormat.POINTS, end, (census.wholeNanodegrees() ? 8L : 16L) * census.points);
        if (flaws > 0) end = section(SnapshotFormat.DEFECTS, end, (long) SnapshotFormat.DEFECT_BYTES * flaws);
        for (int f = 0; f < fields.size(); f++)
            end = section(
                    SnapshotFormat.FIRST_COLUMN + f,
                    end,
                    SnapshotFormat.columnBytes(fields.get(f).type(), size));
        section(SnapshotFormat.TEXTS, end, 0);
        features = output(SnapshotFormat.FEATURES);
        rings = output(SnapshotFormat.RINGS);
        groups = output(SnapshotFormat.GROUPS);
        chunks = output(SnapshotFormat.CHUNKS);
        points = output(SnapshotFormat.POINTS);
        texts = new TextHeapOutput(channel, sections[SnapshotFormat.TEXTS][0]);
        for (int f = 0; f < fields.size(); f++)
            columns.add(new ColumnOutput(
                    fields.get(f).type(), size, channel, sections[SnapshotFormat.FIRST_COLUMN + f][0], texts));
        featureBoxes = new double[4 * size];
    }

    private long section(int number, long from, long bytes) {
        long start = (from + 63) / 64 * 64;
        sections[number][0] = start;
        sections[number][1] = bytes;
        return start + bytes;
    }

    private SectionOutput output(int section) {
        return new SectionOutput(channel, sections[section][0]);
    }

    void feature(FeatureBytes feature) throws IOException {
        HeapShapes shape = new HeapShapes(feature.rings());
        double[] box = Census.box(feature.rings());
        if (feature.flaw() != null) Census.widen(box, Census.box(feature.flaw().delivered()));
        System.arraycopy(box, 0, featureBoxes, 4 * shapesDone, 4);
        shape(shape, box);
        for (int f = 0; f < columns.size(); f++)
            columns.get(f).put(feature.values().get(f));
    }

    /** Writes the coverage polygon, which follows the features. */
    void coverage(FlatRings coverage) throws IOException {
        shape(new HeapShapes(coverage), Census.box(coverage));
        if (flaws > 0) defects = output(SnapshotFormat.DEFECTS);
    }

    /** After the coverage, for each feature with a flaw: what is wrong with it, and its outline as delivered. */
    void flaw(int feature, Flaw flaw) throws IOException {
        if (defects == null) throw new IllegalStateException("more flaws than were counted");
        defects.put(feature);
        defects.put(flaw.kind().ordinal());
        defects.put(flaw.x());
        defects.put(flaw.y());
        shape(new HeapShapes(flaw.delivered()), Census.box(flaw.delivered()));
    }

    /** Writes everything that is still open. */
    void finish(FlatRings coverage) throws IOException {
        if (defects != null) defects.flush();
        features.put(new byte[SnapshotFormat.FEATURE_BYTES - 8]);
        features.put(ringsDone);
        features.put(0);
        rings.put(pointsDone);
        rings.put(chunksDone);
        rings.put(groupsDone);
        rings.put(new byte[SnapshotFormat.RING_BYTES - 12]);
        for (SectionOutput open : List.of(features, rings, groups, chunks, points)) open.flush();
        for (ColumnOutput column : columns) column.finish();
        sections[SnapshotFormat.TEXTS][1] = texts.finish();
        SectionOutput tree = output(SnapshotFormat.TREE);
        for (double side : PackedTree.build(featureBoxes)) tree.put(side);
        tree.flush();
        writeAt(schemaBytes, sections[SnapshotFormat.SCHEMA][0]);
        writeAt(header(coverage).toBytes(), 0);
    }

    private SnapshotHeader header(FlatRings coverage) {
        boolean bounded = census.bounds[0] <= census.bounds[2];
        double[] bounds = bounded ? census.bounds : Census.box(coverage);
        long bytes = sections[SnapshotFormat.TEXTS][0] + sections[SnapshotFormat.TEXTS][1];
        boolean first = dimension == Dimension.AREA && flaws == 0;
        return new SnapshotHeader(
                first ? SnapshotFormat.VERSION_1 : SnapshotFormat.VERSION_2,
                dimension,
                bytes,
                census.wholeNanodegrees(),
                size,
                ringsDone,
                groupsDone,
                chunksDone,
                pointsDone,
                census.originX(),
                census.originY(),
                bounds,
                SnapshotHeader.checksum(schemaBytes, schemaBytes.length),
                sections);
    }

    private void shape(HeapShapes shape, double[] box) throws IOException {
        for (int side = 0; side < 4; side++) features.put(box[side]);
        features.put(dimension == Dimension.AREA || shapesDone >= size ? shape.integral(0) : 0);
        features.put(ringsDone);
        features.put(shape.reference(0));
        for (int r = 0; r < shape.rings(); r++) ring(shape, r);
        for (int p = 0; p < shape.points(); p++) point(shape.x(p), shape.y(p));
        ringsDone += shape.rings();
        groupsDone += shape.firstGroup(shape.rings());
        chunksDone += shape.firstChunk(shape.rings());
        pointsDone += shape.points();
        shapesDone++;
    }

    private void ring(HeapShapes shape, int r) throws IOException {
        rings.put(pointsDone + shape.firstPoint(r));
        rings.put(chunksDone + shape.firstChunk(r));
        rings.put(groupsDone + shape.firstGroup(r));
        rings.put(shape.isShell(r) ? 1 : 0);
        rings.put(shape.ringHigh(r));
        rings.put(shape.ringLow(r));
        rings.put(shape.ringLength(r));
        for (int g = shape.firstGroup(r); g < shape.firstGroup(r + 1); g++)
            for (int side = 0; side < 4; side++) groups.put(shape.groupBox(g, side));
        for (int c = shape.firstChunk(r); c < shape.firstChunk(r + 1); c++) {
            for (int side = 0; side < 4; side++) chunks.put(shape.chunkBox(c, side));
            chunks.put(shape.runHigh(c));
            chunks.put(shape.runLow(c));
            chunks.put(shape.runLength(c));
        }
    }

    private void point(double x, double y) throws IOException {
        if (census.wholeNanodegrees()) {
            points.put((int) (Census.nanodegrees(x) - census.originX()));
            points.put((int) (Census.nanodegrees(y) - census.originY()));
        } else {
            points.put(x);
            points.put(y);
        }
    }

    private void writeAt(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer, position + buffer.position());
    }
}
