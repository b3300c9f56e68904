package org.cuntu.engine.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The records of a .shp file (ESRI Shapefile Technical Description, 1998), polygons of the types 5, 15 and 25; read
 * without the index, each length and count checked against the file. Z and M are passed over.
 */
final class ShpFile {
    private static final int HEADER = 100;
    private static final int MOST_RECORD = 1 << 28;

    /** Takes one record; rings as written, empty for a null shape. */
    interface Taker {
        void record(int number, List<List<Coordinate>> rings);

        /** The record that follows has heights or measures. */
        default void dropped(boolean z, boolean m) {}
    }

    private final InputSource source;
    private final long mostVertices;
    private long vertices;
    private int last;

    private ShpFile(InputSource source, long mostVertices) {
        this.source = source;
        this.mostVertices = mostVertices;
    }

    /**
     * @return the number of records
     * @throws InputRefused {@code format.shp.*} at the first damage: what follows it cannot be trusted
     */
    static int read(InputSource source, long mostVertices, @Nullable Taker taker) {
        ShpFile file = new ShpFile(source, mostVertices);
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            return file.read(in, taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of records, each looked at as {@link #read} does. */
    static int count(InputSource source, long mostVertices) {
        return read(source, mostVertices, null);
    }

    private int read(InputStream in, @Nullable Taker taker) throws IOException {
        long end = header(in);
        long at = HEADER;
        while (at < end) {
            ByteBuffer head = bytes(in, 8);
            int number = head.getInt(0);
            long length = 2L * head.getInt(4);
            if (number != last + 1) throw damaged("number", number);
            last = number;
            if (length < 4 || length > MOST_RECORD || at + 8 + length > end) throw damaged("length", length);
            ByteBuffer content = bytes(in, (int) length);
            List<List<Coordinate>> rings = polygon(content, taker != null);
            at += 8 + length;
            if (taker == null) continue;
            int type = content.getInt(0);
            if (type > 5) taker.dropped(type == 15, measured(content, type));
            taker.record(number, rings);
        }
        return last;
    }

    private long header(InputStream in) throws IOException {
        ByteBuffer header = bytes(in, HEADER);
        long named = 2L * header.getInt(24);
        int version = header.order(ByteOrder.LITTLE_ENDIAN).getInt(28);
        int type = header.getInt(32);
        if (version != 1000) throw damaged("version", version);
        if (named != source.size())
            throw new InputRefused(Problem.refused(
                    "format.shp.truncated", Place.file(source.name()), "named", named, "is", source.size()));
        if (type != 0 && type != 5 && type != 15 && type != 25)
            throw new InputRefused(
                    Problem.refused("format.not-an-area", Place.file(source.name()), "kind", kind(type)));
        return named;
    }

    /** @param keep whether points are wanted; they are looked at in any case */
    private List<List<Coordinate>> polygon(ByteBuffer content, boolean keep) {
        content.order(ByteOrder.LITTLE_ENDIAN);
        int type = content.getInt(0);
        if (type == 0) return List.of();
        if (type != 5 && type != 15 && type != 25) throw damaged("type", type);
        if (content.limit() < 44) throw damaged("length", content.limit());
        int parts = content.getInt(36);
        int points = content.getInt(40);
        if (parts < 0 || points < 0 || 44 + 4L * parts + 16L * points > content.limit())
            throw damaged("points", points);
        vertices += points;
        if (vertices > mostVertices || points > InputLimits.FEATURE_VERTICES)
            throw new InputRefused(Problem.refused(
                    "format.too-many-vertices",
                    Place.file(source.name()),
                    "limit",
                    StrictMath.min(mostVertices, InputLimits.FEATURE_VERTICES)));
        List<List<Coordinate>> rings = new ArrayList<>(parts);
        for (int p = 0; p < parts; p++) {
            int from = content.getInt(44 + 4 * p);
            int to = p + 1 < parts ? content.getInt(48 + 4 * p) : points;
            if (from < 0 || to < from || to > points || (p == 0 && from != 0)) throw damaged("part", p + 1);
            rings.add(ring(content, 44 + 4 * parts, from, to, keep));
        }
        return rings;
    }

    /** Type 25 has measures, 15 may have them behind its heights. */
    private static boolean measured(ByteBuffer content, int type) {
        long heights = 44 + 4L * content.getInt(36) + 16L * content.getInt(40) + 16 + 8L * content.getInt(40);
        return type == 25 || content.limit() > heights;
    }

    private List<Coordinate> ring(ByteBuffer content, int base, int from, int to, boolean keep) {
        List<Coordinate> ring = new ArrayList<>(keep ? to - from : 0);
        for (int i = from; i < to; i++) {
            double x = content.getDouble(base + 16 * i);
            double y = content.getDouble(base + 16 * i + 8);
            if (!(StrictMath.abs(x) < 1e10) || !(StrictMath.abs(y) < 1e10)) throw damaged("point", i + 1);
            if (keep) ring.add(new Coordinate(x, y));
        }
        return ring;
    }

    private ByteBuffer bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw damaged("end", source.size());
        return ByteBuffer.wrap(bytes);
    }

    private InputRefused damaged(String what, long value) {
        return new InputRefused(Problem.refused(
                "format.shp.damaged",
                Place.file(source.name()),
                "record",
                last + (what.equals("number") ? 1 : 0),
                "what",
                what,
                "value",
                value));
    }

    private static String kind(int type) {
        return switch (type % 10) {
            case 1 -> "Point";
            case 3 -> "PolyLine";
            case 8 -> "MultiPoint";
            default -> "type " + type;
        };
    }
}
