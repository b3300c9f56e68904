package org.cuntu.engine.layer;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.engine.layer.SnapshotHeader.DamagedSnapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A snapshot read from its memory-mapped file; opening reads the header and the schema only. Once its store has closed it,
 * every call throws IllegalStateException. Immutable and thread safe.
 */
public final class MappedSnapshot implements Snapshot {
    private final String hash;
    private final SnapshotHeader header;
    private final SchemaJson schema;
    private final MappedShapes shapes;
    private final Columns columns;
    private final PackedTree tree;
    private final List<Defect> defects;
    /** Of the few shapes that are very large, made when first needed. */
    private final ConcurrentHashMap<Integer, GroupTree> groupTrees = new ConcurrentHashMap<>();

    private final ApartPairs apart = new ApartPairs();
    private volatile @Nullable ByteBuffer coverageName;

    private MappedSnapshot(String hash, MemorySegment file, SnapshotHeader header, SchemaJson schema) {
        this.hash = hash;
        this.header = header;
        this.schema = schema;
        shapes = new MappedShapes(file, header);
        columns = new Columns(file, header, schema.schema());
        defects = defects(file, header);
        long nodes = header.sections()[SnapshotFormat.TREE][0];
        tree = new PackedTree(
                header.features(),
                shapes::shapeBox,
                (node, side) ->
                        file.get(SnapshotFormat.DOUBLE, nodes + (long) SnapshotFormat.NODE_BYTES * node + 8L * side));
    }

    private static List<Defect> defects(MemorySegment file, SnapshotHeader header) {
        long[] place = header.sections()[SnapshotFormat.DEFECTS];
        List<Defect> defects = new ArrayList<>();
        for (long at = place[0]; at < place[0] + place[1]; at += SnapshotFormat.DEFECT_BYTES) {
            int feature = file.get(SnapshotFormat.INT, at);
            int kind = file.get(SnapshotFormat.INT, at + 4);
            if (feature < 0 || feature >= header.features() || kind < 0 || kind >= Defect.Kind.values().length)
                throw new DamagedSnapshot("its list of defects is damaged");
            double x = file.get(SnapshotFormat.DOUBLE, at + 8);
            double y = file.get(SnapshotFormat.DOUBLE, at + 16);
            defects.add(new Defect(feature, Defect.Kind.values()[kind], x, y));
        }
        return List.copyOf(defects);
    }

    /** Maps a file for the life of an arena. */
    static MappedSnapshot map(Path path, String hash, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long bytes = channel.size();
            if (bytes < SnapshotFormat.HEADER_BYTES) throw new DamagedSnapshot("too short to be a snapshot");
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes, arena);
            byte[] page = file.asSlice(0, SnapshotFormat.HEADER_BYTES).toArray(ValueLayout.JAVA_BYTE);
            SnapshotHeader header = SnapshotHeader.read(page, bytes);
            long[] place = header.sections()[SnapshotFormat.SCHEMA];
            byte[] json = file.asSlice(place[0], place[1]).toArray(ValueLayout.JAVA_BYTE);
            if (SnapshotHeader.checksum(json, json.length) != header.schemaChecksum())
                throw new DamagedSnapshot("its schema is damaged");
            SchemaJson schema = SchemaJson.read(json);
            return new MappedSnapshot(hash, file, header, schema);
        }
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public LayerSchema schema() {
        return schema.schema();
    }

    /** Where its features come from. */
    public SnapshotOrigin origin() {
        return schema.origin();
    }

    /** The features as flat rings, and after them the coverage polygon as number {@link #size()}; behind it, outlines of defects. */
    public Shapes shapes() {
        return shapes;
    }

    @Override
    public Dimension dimension() {
        return header.dimension();
    }

    @Override
    public List<Defect> defects() {
        return defects;
    }

    @Override
    public Geometry delivered(Defect defect) {
        return shape(deliveredShape(defect), Dimension.AREA);
    }

    @Override
    public FlatShape flatDelivered(Defect defect) {
        return located(deliveredShape(defect));
    }

    /** Outlines of defects follow the coverage, in the order of the defects. */
    private int deliveredShape(Defect defect) {
        int at = Collections.binarySearch(defects, defect, Comparator.comparingInt(Defect::feature));
        if (at < 0) throw new IllegalArgumentException("no defect of this snapshot: " + defect);
        return size() + 1 + at;
    }

    @Override
    public FlatShape flat(int feature) {
        return located(requireFeature(feature));
    }

    @Override
    public FlatShape flatCoverage() {
        return located(size());
    }

    private FlatShape located(int shape) {
        if (!GroupTree.pays(shapes, shape)) return new FlatShape(shapes, shape, null);
        return new FlatShape(shapes, shape, groupTrees.computeIfAbsent(shape, at -> GroupTree.of(shapes, at)));
    }

    @Override
    public int size() {
        return header.features();
    }

    @Override
    public double[] bounds() {
        return header.bounds().clone();
    }

    @Override
    public Geometry coverage() {
        return shape(size(), Dimension.AREA);
    }

    @Override
    public Geometry geometry(int feature) {
        return shape(requireFeature(feature), dimension());
    }

    @Override
    public @Nullable Object value(int feature, int field) {
        return columns.value(feature, field);
    }

    @Override
    public double integral(int feature) {
        return shapes.integral(requireFeature(feature));
    }

    @Override
    public double length(int feature) {
        if (dimension() != Dimension.LINE) return 0;
        double sum = 0;
        int end = shapes.firstRing(requireFeature(feature) + 1);
        for (int line = shapes.firstRing(feature); line < end; line++) sum += shapes.ringLength(line);
        return sum;
    }

    @Override
    public int[] find(double west, double south, double east, double north) {
        return tree.find(west, south, east, north);
    }

    @Override
    public Object coverageName() {
        ByteBuffer name = coverageName;
        if (name == null) coverageName = name = ByteBuffer.wrap(ShapeName.of(shapes, size(), header.version()));
        return name;
    }

    @Override
    public ApartPairs apart() {
        return apart;
    }

    @Override
    public boolean meets(int feature, double west, double south, double east, double north) {
        return shapes.shapeMeets(requireFeature(feature), west, south, east, north);
    }

    private int requireFeature(int feature) {
        if (feature < 0 || feature >= size())
            throw new IndexOutOfBoundsException("feature " + feature + " of " + size());
        return feature;
    }

    private static int count(int from, int to, int most) {
        if (from < 0 || to < from || to > most) throw new IndexOutOfBoundsException(from + " to " + to + " of " + most);
        return to - from;
    }

    private Geometry shape(int shape, Dimension dimension) {
        int first = shapes.firstRing(shape);
        // where a large file is damaged and its check has not come so far, no array may be made by a wrong count
        double[][] rings = new double[count(first, shapes.firstRing(shape + 1), header.rings())][];
        boolean[] shells = new boolean[rings.length];
        for (int r = 0; r < rings.length; r++) {
            int point = shapes.firstPoint(first + r);
            rings[r] = new double[2 * count(point, shapes.firstPoint(first + r + 1), header.points())];
            for (int i = 0; i < rings[r].length / 2; i++) {
                rings[r][2 * i] = shapes.x(point + i);
                rings[r][2 * i + 1] = shapes.y(point + i);
            }
            shells[r] = shapes.isShell(first + r);
        }
        FlatRings flat = new FlatRings(rings, shells);
        return dimension == Dimension.AREA ? flat.toGeometry() : flat.toPaths(dimension);
    }
}
