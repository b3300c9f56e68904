package org.cuntu.engine.layer;

/** Position along a Hilbert curve of order 24 over the whole earth; neighbours in space are near in the file. */
final class Hilbert {
    private static final int ORDER = 24;

    private Hilbert() {}

    /** The curve's index of a point in degrees. */
    static long index(double lon, double lat) {
        long x = cell((lon + 180) / 360);
        long y = cell((lat + 90) / 180);
        long d = 0;
        for (long s = 1L << (ORDER - 1); s > 0; s >>= 1) {
            long rx = (x & s) > 0 ? 1 : 0;
            long ry = (y & s) > 0 ? 1 : 0;
            d += s * s * ((3 * rx) ^ ry);
            if (ry == 0) {
                if (rx == 1) {
                    x = (1L << ORDER) - 1 - x;
                    y = (1L << ORDER) - 1 - y;
                }
                long t = x;
                x = y;
                y = t;
            }
        }
        return d;
    }

    private static long cell(double share) {
        long side = 1L << ORDER;
        return StrictMath.max(0, StrictMath.min(side - 1, (long) (share * side)));
    }
}
