package org.cuntu.engine.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cuntu.engine.layer.SnapshotLayout.Section;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Turns features in file order into the sections of a snapshot. Not thread safe. */
final class SnapshotSections implements AutoCloseable {
    private static final int BLOCK = 1 << 20;

    private final LayerSchema schema;
    private final double reference;
    private final FieldIntegral field;
    private final Map<Section, SectionFile> files = new EnumMap<>(Section.class);
    private final List<ColumnWriter> columns = new ArrayList<>();
    private double[] boxes = new double[4096];
    private int features;
    private int rings;
    private long points;
    private long chunks;

    SnapshotSections(Path folder, LayerSchema schema, double reference) throws IOException {
        this.schema = schema;
        this.reference = reference;
        this.field = FieldIntegral.from(reference);
        for (Section section : Section.values())
            files.put(section, new SectionFile(folder.resolve(section.name())));
        for (int i = 0; i < schema.fields().size(); i++)
            columns.add(new ColumnWriter(schema.fields().get(i), folder, i));
    }

    void add(Feature feature) {
        geometry(feature.geometry());
        for (int i = 0; i < columns.size(); i++) columns.get(i).add(feature.values().get(i));
        features++;
    }

    void addCoverage(Geometry coverage) {
        geometry(coverage);
        file(Section.FEATURE_RINGS).add(rings);
        file(Section.RING_POINTS).add(points);
        file(Section.RING_CHUNKS).add(chunks);
        tree();
        columns.forEach(ColumnWriter::finish);
    }

    private void geometry(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        double[] corners = {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
        if (4 * features + 4 > boxes.length) boxes = Arrays.copyOf(boxes, 2 * boxes.length);
        System.arraycopy(corners, 0, boxes, 4 * features, 4);
        for (double corner : corners) file(Section.FEATURE_BOX).add(corner);
        file(Section.FEATURE_RINGS).add(rings);
        double integral = 0;
        for (int g = 0; g < geometry.getNumGeometries(); g++) {
            RingSet set = RingSet.of((Polygon) geometry.getGeometryN(g), field);
            int startsPolygon = 1;
            for (Ring ring : set.rings()) {
                ring(ring, startsPolygon);
                startsPolygon = 0;
                integral += ring.area();
            }
        }
        file(Section.FEATURE_INTEGRAL).add(integral);
    }

    private void ring(Ring ring, int startsPolygon) {
        file(Section.RING_STARTS_POLYGON).add(startsPolygon);
        file(Section.RING_POINTS).add(points);
        file(Section.RING_CHUNKS).add(chunks);
        for (int i = 0; i <= ring.edges(); i++) file(Section.POINTS).add(ring.x(i)).add(ring.y(i));
        for (int c = 0; c < ring.chunks(); c++) {
            file(Section.CHUNK_BOX).add(ring.west(c)).add(ring.south(c)).add(ring.east(c)).add(ring.north(c));
            file(Section.CHUNK_SUMS).add(ring.integral(c * Ring.CHUNK)).add(ring.length(c * Ring.CHUNK));
        }
        rings++;
        points += ring.edges() + 1;
        chunks += ring.chunks();
    }

    /** Boxes of each 16 boxes below, until one level has one node. */
    private void tree() {
        double[] level = Arrays.copyOf(boxes, 4 * features);
        int n = features;
        while (n > 1) {
            int parents = (n + SnapshotLayout.NODE - 1) / SnapshotLayout.NODE;
            double[] up = new double[4 * parents];
            for (int p = 0; p < parents; p++) {
                double w = Double.POSITIVE_INFINITY;
                double s = Double.POSITIVE_INFINITY;
                double e = Double.NEGATIVE_INFINITY;
                double t = Double.NEGATIVE_INFINITY;
                for (int i = p * SnapshotLayout.NODE; i < StrictMath.min(n, (p + 1) * SnapshotLayout.NODE); i++) {
                    w = StrictMath.min(w, level[4 * i]);
                    s = StrictMath.min(s, level[4 * i + 1]);
                    e = StrictMath.max(e, level[4 * i + 2]);
                    t = StrictMath.max(t, level[4 * i + 3]);
                }
                up[4 * p] = w;
                up[4 * p + 1] = s;
                up[4 * p + 2] = e;
                up[4 * p + 3] = t;
                file(Section.TREE).add(w).add(s).add(e).add(t);
            }
            level = up;
            n = parents;
        }
    }

    private SectionFile file(Section section) {
        return files.get(section);
    }

    /** The file's bytes, part by part: prefix, header, sections with padding. */
    Iterable<ByteBuffer> parts() {
        Map<String, SectionFile> named = new LinkedHashMap<>();
        files.forEach((section, file) -> named.put(section.name(), file));
        for (int i = 0; i < columns.size(); i++) {
            named.put("column." + i, columns.get(i).column());
            named.put("dictionary." + i, columns.get(i).dictionary());
        }
        Map<String, Long> lengths = new LinkedHashMap<>();
        named.forEach((name, file) -> lengths.put(name, file.flush()));
        byte[] header =
                SnapshotHeader.of(schema, features, reference, lengths).json().getBytes(StandardCharsets.UTF_8);
        ByteBuffer prefix = ByteBuffer.allocate(padded(SnapshotLayout.PREFIX + header.length))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(SnapshotLayout.MAGIC)
                .putInt(SnapshotLayout.VERSION)
                .putInt(header.length)
                .put(header);
        return () -> Stream.concat(
                        Stream.of(prefix.rewind()),
                        named.entrySet().stream().flatMap(e -> blocks(e.getValue(), lengths.get(e.getKey()))))
                .iterator();
    }

    private static Stream<ByteBuffer> blocks(SectionFile file, long length) {
        return LongStream.iterate(0, at -> at < length, at -> at + BLOCK).mapToObj(at -> {
            int n = (int) StrictMath.min(BLOCK, length - at);
            return ByteBuffer.wrap(Arrays.copyOf(file.read(at, n), at + n < length ? n : padded(n)));
        });
    }

    static int padded(int length) {
        return (length + 7) & ~7;
    }

    @Override
    public void close() throws IOException {
        for (SectionFile file : files.values()) file.close();
        for (ColumnWriter column : columns) column.close();
    }
}
