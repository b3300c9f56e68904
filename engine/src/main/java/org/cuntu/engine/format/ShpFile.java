package org.cuntu.engine.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The records of a .shp file (ESRI Shapefile Technical Description, 1998), polygons of the types 5, 15 and 25, or lines or points; read
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
    private final Dimension wanted;
    private final long mostVertices;
    private final @Nullable Taker taker;
    private long vertices;
    private int last;

    /** @param taker null: each record is looked at all the same */
    private ShpFile(InputSource source, Dimension wanted, long mostVertices, @Nullable Taker taker) {
        this.source = source;
        this.wanted = wanted;
        this.mostVertices = mostVertices;
        this.taker = taker;
    }

    /**
     * @param wanted what features are to be made of
     * @return the number of records
     * @throws InputRefused {@code format.shp.*} at the first damage: what follows it cannot be trusted
     */
    static int read(InputSource source, Dimension wanted, long mostVertices, Taker taker) {
        return new ShpFile(source, wanted, mostVertices, taker).read();
    }

    /** The number of records, each looked at as {@link #read} does. */
    static int count(InputSource source, Dimension wanted, long mostVertices) {
        return new ShpFile(source, wanted, mostVertices, null).read();
    }

    private int read() {
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int read(InputStream in) throws IOException {
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
            List<List<Coordinate>> rings = record(content);
            at += 8 + length;
            if (taker == null) continue;
            int type = content.getInt(0);
            if (type > 10) taker.dropped(type / 10 == 1, measured(content, type));
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
        if (type != 0 && dimension(type) != wanted)
            throw new InputRefused(Outlines.strange(wanted, Place.file(source.name()), kind(type)));
        return named;
    }

    /** Rings or lines; of points one list with all of them. */
    private List<List<Coordinate>> record(ByteBuffer content) {
        content.order(ByteOrder.LITTLE_ENDIAN);
        int type = content.getInt(0);
        if (type == 0) return List.of();
        if (dimension(type) != wanted) throw damaged("type", type);
        return switch (type % 10) {
            case 1 -> List.of(points(content, 4, 1));
            case 8 -> {
                if (content.limit() < 40) throw damaged("length", content.limit());
                int points = content.getInt(36);
                yield points == 0 ? List.of() : List.of(points(content, 40, points));
            }
            default -> rings(content);
        };
    }

    private List<Coordinate> points(ByteBuffer content, int base, int points) {
        if (points < 0 || base + 16L * points > content.limit()) throw damaged("points", points);
        count(points);
        return ring(content, base, 0, points);
    }

    private List<List<Coordinate>> rings(ByteBuffer content) {
        if (content.limit() < 44) throw damaged("length", content.limit());
        int parts = content.getInt(36);
        int points = content.getInt(40);
        if (parts < 0 || points < 0 || 44 + 4L * parts + 16L * points > content.limit())
            throw damaged("points", points);
        count(points);
        List<List<Coordinate>> rings = new ArrayList<>(parts);
        for (int p = 0; p < parts; p++) {
            int from = content.getInt(44 + 4 * p);
            int to = p + 1 < parts ? content.getInt(48 + 4 * p) : points;
            if (from < 0 || to < from || to > points || (p == 0 && from != 0)) throw damaged("part", p + 1);
            rings.add(ring(content, 44 + 4 * parts, from, to));
        }
        return rings;
    }

    private void count(int points) {
        vertices += points;
        if (vertices > mostVertices || points > InputLimits.FEATURE_VERTICES)
            throw new InputRefused(Problem.refused(
                    "format.too-many-vertices",
                    Place.file(source.name()),
                    "limit",
                    StrictMath.min(mostVertices, InputLimits.FEATURE_VERTICES)));
    }

    /** Types from 21 have measures, those from 11 may have them behind their heights. */
    private static boolean measured(ByteBuffer content, int type) {
        if (type > 20) return true;
        long heights =
                switch (type) {
                    case 11 -> 28;
                    case 18 -> 40 + 16L * content.getInt(36) + 16 + 8L * content.getInt(36);
                    default -> 44 + 4L * content.getInt(36) + 16L * content.getInt(40) + 16 + 8L * content.getInt(40);
                };
        return content.limit() > heights;
    }

    private List<Coordinate> ring(ByteBuffer content, int base, int from, int to) {
        List<Coordinate> ring = new ArrayList<>(taker == null ? 0 : to - from);
        for (int i = from; i < to; i++) {
            double x = content.getDouble(base + 16 * i);
            double y = content.getDouble(base + 16 * i + 8);
            if (!(StrictMath.abs(x) < 1e10) || !(StrictMath.abs(y) < 1e10)) throw damaged("point", i + 1);
            if (taker != null) ring.add(new Coordinate(x, y));
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

    /** What shapes of a type are made of; null for another or unknown type. */
    static @Nullable Dimension dimension(int type) {
        return switch (type) {
            case 1, 11, 21, 8, 18, 28 -> Dimension.POINT;
            case 3, 13, 23 -> Dimension.LINE;
            case 5, 15, 25 -> Dimension.AREA;
            default -> null;
        };
    }

    private static String kind(int type) {
        return switch (type % 10) {
            case 1 -> "Point";
            case 3 -> "PolyLine";
            case 5 -> "Polygon";
            case 8 -> "MultiPoint";
            default -> "type " + type;
        };
    }
}
