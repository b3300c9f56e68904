package org.cuntu.engine.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Outlines in the binary form that databases hand out: OGC WKB (06-103r4, clause 8) and PostGIS's EWKB with its SRID. Plain polygons and
 * multipolygons are read into rings at once; anything else, and all that is doubtful, goes to JTS.
 */
final class Wkb {
    private static final int POLYGON = 3;
    private static final int MULTIPOLYGON = 6;
    private static final int WITH_SRID = 0x2000_0000;

    private Wkb() {}

    /** The rings as they run, or null when they are not two-dimensional polygons in little-endian order, complete and alone. */
    static @Nullable FlatRings rings(byte[] wkb) {
        ByteBuffer in = ByteBuffer.wrap(wkb).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 9 || in.get() != 1) return null;
        int type = in.getInt();
        if ((type & WITH_SRID) != 0) in.getInt();
        FlatRings rings =
                switch (type & ~WITH_SRID) {
                    case POLYGON -> polygons(in, 1, false);
                    case MULTIPOLYGON -> in.remaining() < 4 ? null : polygons(in, in.getInt(), true);
                    default -> null;
                };
        return in.hasRemaining() ? null : rings;
    }

    /** @throws IllegalArgumentException when it is no WKB */
    static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no WKB: " + e.getMessage(), e);
        }
    }

    private static @Nullable FlatRings polygons(ByteBuffer in, int polygons, boolean headed) {
        List<double[]> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (int p = 0; p < polygons; p++) {
            if (headed && (in.remaining() < 5 || in.get() != 1 || in.getInt() != POLYGON)) return null;
            int count = in.remaining() < 4 ? 0 : in.getInt();
            if (count < 1) return null;
            for (int r = 0; r < count; r++) {
                double[] ring = ring(in);
                if (ring == null) return null;
                rings.add(ring);
                shells.add(r == 0);
            }
        }
        return FlatRings.of(rings, shells);
    }

    private static double @Nullable [] ring(ByteBuffer in) {
        if (in.remaining() < 4) return null;
        int points = in.getInt();
        if (points < 1 || points > in.remaining() / 16) return null;
        double[] ring = new double[2 * points];
        in.asDoubleBuffer().get(ring);
        in.position(in.position() + 16 * points);
        return ring;
    }
}
