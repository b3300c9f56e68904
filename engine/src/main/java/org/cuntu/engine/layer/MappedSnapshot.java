package org.cuntu.engine.layer;

import static org.cuntu.engine.layer.SnapshotLayout.DOUBLE;
import static org.cuntu.engine.layer.SnapshotLayout.INT;
import static org.cuntu.engine.layer.SnapshotLayout.LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.layer.SnapshotLayout.Section;
import org.cuntu.engine.measure.FieldIntegral;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A snapshot read in place from its memory-mapped file; opening reads the header alone. Thread safe until closed. */
final class MappedSnapshot implements Snapshot, AutoCloseable {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final String hash;
    private final Arena arena;
    private final SnapshotHeader header;
    private final MappedSections sections;
    private final FieldIntegral field;
    private final RingSet coverageRings;
    private final PackedBoxes tree;

    private MappedSnapshot(String hash, Arena arena, SnapshotHeader header, MappedSections sections) {
        this.hash = hash;
        this.arena = arena;
        this.header = header;
        this.sections = sections;
        this.field = FieldIntegral.from(header.reference());
        this.coverageRings = rings(header.features());
        this.tree = new PackedBoxes(
                sections.fixed(Section.FEATURE_BOX), sections.fixed(Section.TREE), header.features());
    }

    /** @throws IllegalArgumentException when the file is not a snapshot of this version or is cut short */
    static MappedSnapshot open(Path file, String hash) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < SnapshotLayout.PREFIX) throw new IllegalArgumentException("shorter than its prefix");
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            for (int i = 0; i < SnapshotLayout.MAGIC.length; i++)
                if (bytes.get(ValueLayout.JAVA_BYTE, i) != SnapshotLayout.MAGIC[i])
                    throw new IllegalArgumentException("not a snapshot file");
            int version = bytes.get(INT, 8);
            if (version != SnapshotLayout.VERSION) throw new IllegalArgumentException("format version " + version);
            int length = bytes.get(INT, 12);
            if (length < 2 || SnapshotLayout.PREFIX + (long) length > bytes.byteSize())
                throw new IllegalArgumentException("header ends beyond the file");
            byte[] json = bytes.asSlice(SnapshotLayout.PREFIX, length).toArray(ValueLayout.JAVA_BYTE);
            SnapshotHeader header = SnapshotHeader.parse(new String(json, StandardCharsets.UTF_8));
            long start = SnapshotSections.padded(SnapshotLayout.PREFIX + length);
            return new MappedSnapshot(hash, arena, header, new MappedSections(bytes, start, header));
        } catch (RuntimeException | IOException e) {
            arena.close();
            throw e;
        }
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public LayerSchema schema() {
        return header.schema();
    }

    @Override
    public int size() {
        return header.features();
    }

    @Override
    public double referenceLatitude() {
        return header.reference();
    }

    @Override
    public double[] bounds() {
        return tree.bounds();
    }

    @Override
    public Geometry coverage() {
        return shape(header.features());
    }

    @Override
    public Geometry geometry(int feature) {
        return shape(check(feature));
    }

    @Override
    public RingSet coverageRings() {
        return coverageRings;
    }

    @Override
    public RingSet rings(int feature) {
        List<Ring> rings = new ArrayList<>();
        for (int r = firstRing(feature); r < firstRing(feature + 1); r++)
            rings.add(new MappedRing(sections, field, firstPoint(r), firstChunk(r), (int) (firstPoint(r + 1) - firstPoint(r)) - 1));
        return new RingSet(rings);
    }

    @Override
    public double integral(int feature) {
        return sections.fixed(Section.FEATURE_INTEGRAL).getAtIndex(DOUBLE, check(feature));
    }

    @Override
    public int[] find(double west, double south, double east, double north) {
        return tree.find(west, south, east, north);
    }

    @Override
    public @Nullable Object value(int feature, int field) {
        check(feature);
        MemorySegment column = sections.column(field);
        return switch (schema().fields().get(field).type()) {
            case TEXT -> word(field, column.getAtIndex(INT, feature));
            case DECIMAL -> {
                String text = word(field, column.getAtIndex(INT, feature));
                yield text == null ? null : new BigDecimal(text);
            }
            case INTEGER -> {
                long value = column.getAtIndex(LONG, feature);
                yield value == Long.MIN_VALUE ? null : value;
            }
            case DATE -> {
                long value = column.getAtIndex(LONG, feature);
                yield value == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(value);
            }
        };
    }

    private @Nullable String word(int field, int number) {
        if (number < 0) return null;
        MemorySegment dictionary = sections.dictionary(field);
        int count = dictionary.getAtIndex(INT, 0);
        int from = number == 0 ? 0 : dictionary.getAtIndex(INT, number);
        int to = dictionary.getAtIndex(INT, number + 1);
        byte[] utf8 = dictionary.asSlice(4L * (count + 1) + from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int check(int feature) {
        if (feature < 0 || feature >= size()) throw new IndexOutOfBoundsException("feature " + feature);
        return feature;
    }

    private int firstRing(int feature) {
        return sections.fixed(Section.FEATURE_RINGS).getAtIndex(INT, feature);
    }

    private long firstPoint(int ring) {
        return sections.fixed(Section.RING_POINTS).getAtIndex(LONG, ring);
    }

    private long firstChunk(int ring) {
        return sections.fixed(Section.RING_CHUNKS).getAtIndex(LONG, ring);
    }

    private Geometry shape(int feature) {
        List<Polygon> polygons = new ArrayList<>();
        List<LinearRing> group = new ArrayList<>();
        for (int r = firstRing(feature); r < firstRing(feature + 1); r++) {
            boolean starts = sections.fixed(Section.RING_STARTS_POLYGON).getAtIndex(INT, r) == 1;
            if (starts && !group.isEmpty()) polygons.add(polygon(group));
            group.add(line(r));
        }
        polygons.add(polygon(group));
        return polygons.size() == 1
                ? polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(List<LinearRing> group) {
        LinearRing[] rings = group.toArray(LinearRing[]::new);
        group.clear();
        return FACTORY.createPolygon(rings[0], Arrays.copyOfRange(rings, 1, rings.length));
    }

    private LinearRing line(int ring) {
        long first = firstPoint(ring);
        Coordinate[] points = new Coordinate[(int) (firstPoint(ring + 1) - first)];
        for (int i = 0; i < points.length; i++)
            points[i] = new Coordinate(
                    sections.points().getAtIndex(DOUBLE, 2 * (first + i)),
                    sections.points().getAtIndex(DOUBLE, 2 * (first + i) + 1));
        return FACTORY.createLinearRing(points);
    }

    @Override
    public void close() {
        arena.close();
    }
}
