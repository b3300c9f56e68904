package org.cuntu.bench.city;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The one file of a layer that every contender reads: PostgreSQL's binary COPY format with columns id (int4), code (text)
 * and geom (EWKB of a polygon or multipolygon, EPSG:4490). PostgreSQL takes it as it is.
 */
public final class ShapeFile {
    static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int POLYGON = 3;
    private static final int MULTIPOLYGON = 6;
    private static final int WITH_SRID = 0x2000_0000;
    private static final int SRID = 4490;
    static final int BUFFER = 1 << 20;

    /** One record, as read. */
    public record Entry(int id, String code, Geometry geometry) {}

    /** Takes a record's outline as EWKB. */
    public interface RecordConsumer {
        void accept(int id, String code, byte[] wkb);
    }

    private ShapeFile() {}

    /** Writes a layer. */
    public static void write(Path file, BenchCity city, BenchLayer layer) {
        write(file, consumer -> city.make(layer, consumer));
    }

    /** Writes whatever shapes a maker gives. */
    public static void write(Path file, Consumer<Consumer<Shape>> maker) {
        try (ShapeOutput out = new ShapeOutput(file)) {
            maker.accept(out::put);
        }
    }

    /** Reads a file record by record. */
    public static void read(Path file, Consumer<Entry> consumer) {
        WKBReader reader = new WKBReader();
        records(file, (id, code, wkb) -> {
            try {
                consumer.accept(new Entry(id, code, reader.read(wkb)));
            } catch (ParseException e) {
                throw new IllegalStateException(file.toString(), e);
            }
        });
    }

    /** Reads a file record by record; outlines stay as they are. */
    public static void records(Path file, RecordConsumer consumer) {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            // outside the heap: what comes from the disk is copied once less
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).flip();
            buffer = filled(in, buffer, SIGNATURE.length + 8 + 2);
            buffer.position(SIGNATURE.length + 8);
            while (buffer.getShort() == 3) {
                buffer = filled(in, buffer, 12);
                buffer.getInt();
                int id = buffer.getInt();
                byte[] code = new byte[buffer.getInt()];
                buffer = filled(in, buffer, code.length + 4);
                buffer.get(code);
                byte[] wkb = new byte[buffer.getInt()];
                buffer = filled(in, buffer, wkb.length + 2);
                buffer.get(wkb);
                consumer.accept(id, new String(code, StandardCharsets.US_ASCII), wkb);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The buffer, or a larger one, with so many bytes to read at least. */
    private static ByteBuffer filled(FileChannel in, ByteBuffer buffer, int bytes) throws IOException {
        if (buffer.remaining() >= bytes) return buffer;
        ByteBuffer room = bytes <= buffer.capacity()
                ? buffer.compact()
                : ByteBuffer.allocateDirect(2 * bytes).put(buffer);
        while (room.position() < bytes) if (in.read(room) < 0) throw new EOFException("cut off");
        return room.flip();
    }

    /** EWKB, little-endian. */
    public static byte[] wkb(double[][][] polygons) {
        int size = 13;
        for (double[][] rings : polygons) {
            size += 9;
            for (double[] ring : rings) size += 4 + 8 * ring.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        if (polygons.length == 1) {
            out.put((byte) 1).putInt(POLYGON | WITH_SRID).putInt(SRID);
            rings(out, polygons[0]);
        } else {
            out.put((byte) 1).putInt(MULTIPOLYGON | WITH_SRID).putInt(SRID).putInt(polygons.length);
            for (double[][] rings : polygons) {
                out.put((byte) 1).putInt(POLYGON);
                rings(out, rings);
            }
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void rings(ByteBuffer out, double[][] rings) {
        out.putInt(rings.length);
        for (double[] ring : rings) {
            out.putInt(ring.length / 2);
            for (double ordinate : ring) out.putDouble(ordinate);
        }
    }
}
