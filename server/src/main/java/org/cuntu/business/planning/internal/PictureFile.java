package org.cuntu.business.planning.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's bytes say of it: JPEG or PNG by its beginning, and the place of its EXIF (TIFF 6.0, EXIF 2.3, GPS IFD). A
 * damaged EXIF says nothing.
 */
final class PictureFile {
    private static final int GPS_IFD = 0x8825;
    private static final int MOST_ENTRIES = 200;

    private PictureFile() {}

    /** @param lon, lat degrees */
    record Place(double lon, double lat) {}

    /** {@code image/jpeg} or {@code image/png}; null: neither. */
    static @Nullable String media(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 && (bytes[2] & 0xff) == 0xff)
            return "image/jpeg";
        boolean png =
                bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        return png ? "image/png" : null;
    }

    static Optional<Place> place(byte[] bytes) {
        try {
            ByteBuffer tiff = exif(bytes);
            return tiff == null ? Optional.empty() : gps(tiff);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The TIFF part of the first APP1 segment with EXIF; null: none. */
    private static @Nullable ByteBuffer exif(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        for (int at = 2; at + 4 < bytes.length && (bytes[at] & 0xff) == 0xff; ) {
            int marker = bytes[at + 1] & 0xff;
            int length = all.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && bytes[at + 4] == 'E' && bytes[at + 5] == 'x') {
                ByteBuffer tiff = all.slice(at + 10, length - 8);
                return tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            }
            if (marker == 0xda) return null;
            at += 2 + length;
        }
        return null;
    }

    private static Optional<Place> gps(ByteBuffer tiff) {
        int pointer = entry(tiff, tiff.getInt(4), GPS_IFD);
        if (pointer < 0) return Optional.empty();
        int ifd = tiff.getInt(pointer + 8);
        Double lat = degrees(tiff, ifd, 2, 1, 'S');
        Double lon = degrees(tiff, ifd, 4, 3, 'W');
        boolean said = lat != null && lon != null && StrictMath.abs(lat) <= 90 && StrictMath.abs(lon) <= 180;
        return said ? Optional.of(new Place(lon, lat)) : Optional.empty();
    }

    /** Where an entry of a directory stands; below 0: it is not there. */
    private static int entry(ByteBuffer tiff, int ifd, int tag) {
        int entries = StrictMath.min(tiff.getShort(ifd) & 0xffff, MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            int at = ifd + 2 + 12 * i;
            if ((tiff.getShort(at) & 0xffff) == tag) return at;
        }
        return -1;
    }

    private static @Nullable Double degrees(ByteBuffer tiff, int ifd, int tag, int reference, char negative) {
        int value = entry(tiff, ifd, tag);
        int side = entry(tiff, ifd, reference);
        if (value < 0 || side < 0) return null;
        int at = tiff.getInt(value + 8);
        double degrees = rational(tiff, at) + rational(tiff, at + 8) / 60 + rational(tiff, at + 16) / 3600;
        if (!Double.isFinite(degrees)) return null;
        return tiff.get(side + 8) == negative ? -degrees : degrees;
    }

    private static double rational(ByteBuffer tiff, int at) {
        double below = tiff.getInt(at + 4) & 0xffffffffL;
        double above = tiff.getInt(at) & 0xffffffffL;
        return below == 0 ? Double.NaN : above / below;
    }
}
