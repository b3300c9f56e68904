package org.cuntu.engine.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The first page of a snapshot file: counts, bounds, the origin of whole-nanodegree coordinates and the directory of
 * sections, under a checksum of its own.
 *
 * @param version 1 to 3; 3 is written
 * @param dimension what the features are made of
 * @param fileBytes the length of the whole file
 * @param wholeNanodegrees whether points are int32 pairs of 1e-9° from the origin, else pairs of doubles
 * @param schemaChecksum CRC-32C of the schema section
 * @param sections offset and length of each section, by number; length 0 where there is none
 */
record SnapshotHeader(
        int version,
        Dimension dimension,
        long fileBytes,
        boolean wholeNanodegrees,
        int features,
        int rings,
        int groups,
        int chunks,
        int points,
        long originX,
        long originY,
        double[] bounds,
        int schemaChecksum,
        long[][] sections) {

    byte[] toBytes() {
        ByteBuffer page = ByteBuffer.allocate(SnapshotFormat.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        page.putLong(SnapshotFormat.MAGIC).putInt(version).putInt(0);
        page.putLong(fileBytes).putInt(flags());
        page.putInt(features).putInt(rings).putInt(groups).putInt(chunks).putInt(points);
        page.putLong(originX).putLong(originY);
        for (double side : bounds) page.putDouble(side);
        page.putInt(sections.length).putInt(schemaChecksum);
        for (long[] section : sections) page.putLong(section[0]).putLong(section[1]);
        page.putInt(SnapshotFormat.CRC_AT, checksum(page.array(), SnapshotFormat.HEADER_BYTES));
        return page.array();
    }

    /** @throws DamagedSnapshot when the page is not the header of a file of this length */
    static SnapshotHeader read(byte[] bytes, long actualBytes) {
        if (bytes.length < SnapshotFormat.HEADER_BYTES) throw new DamagedSnapshot("too short to be a snapshot");
        ByteBuffer page = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (page.getLong() != SnapshotFormat.MAGIC) throw new DamagedSnapshot("not a snapshot file");
        int version = page.getInt();
        if (version < SnapshotFormat.VERSION_1 || version > SnapshotFormat.VERSION_3)
            throw new DamagedSnapshot("format version " + version + " is not known");
        int checksum = page.getInt();
        page.putInt(SnapshotFormat.CRC_AT, 0);
        if (checksum(bytes, SnapshotFormat.HEADER_BYTES) != checksum)
            throw new DamagedSnapshot("its header is damaged");
        long fileBytes = page.getLong();
        if (fileBytes != actualBytes)
            throw new DamagedSnapshot("it has " + actualBytes + " bytes instead of " + fileBytes);
        int flags = page.getInt();
        int[] counts = new int[5];
        for (int i = 0; i < counts.length; i++) counts[i] = page.getInt();
        long originX = page.getLong();
        long originY = page.getLong();
        double[] bounds = new double[4];
        for (int i = 0; i < 4; i++) bounds[i] = page.getDouble();
        long[][] sections = new long[page.getInt()][];
        int schemaChecksum = page.getInt();
        for (int i = 0; i < sections.length; i++) sections[i] = new long[] {page.getLong(), page.getLong()};
        boolean whole = (flags & SnapshotFormat.WHOLE_NANODEGREES) != 0;
        return new SnapshotHeader(
                version,
                dimension(flags),
                fileBytes,
                whole,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                originX,
                originY,
                bounds,
                schemaChecksum,
                sections);
    }

    private int flags() {
        int kind =
                switch (dimension) {
                    case AREA -> 0;
                    case LINE -> SnapshotFormat.LINES;
                    case POINT -> SnapshotFormat.POINTS_ALONE;
                };
        return kind | (wholeNanodegrees ? SnapshotFormat.WHOLE_NANODEGREES : 0);
    }

    private static Dimension dimension(int flags) {
        if ((flags & SnapshotFormat.LINES) != 0) return Dimension.LINE;
        return (flags & SnapshotFormat.POINTS_ALONE) != 0 ? Dimension.POINT : Dimension.AREA;
    }

    /** CRC-32C. */
    static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** A file is no snapshot, or not a whole one. */
    static final class DamagedSnapshot extends RuntimeException {
        DamagedSnapshot(String why) {
            super(why);
        }
    }
}
