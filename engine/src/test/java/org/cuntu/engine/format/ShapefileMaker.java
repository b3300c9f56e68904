package org.cuntu.engine.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes small shapefiles: squares of 0.01° in a row from 109.4° E, 24.3° N, with one text column DKMC. */
final class ShapefileMaker {
    static final String CGCS2000 = "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final int WIDTH = 8;

    private ShapefileMaker() {}

    /** Writes a.shp, a.dbf and a.prj; each value as bytes, so that any encoding can be tried. */
    static Path write(Path folder, byte[]... values) throws IOException {
        Files.write(folder.resolve("a.shp"), shp(values.length));
        Files.write(folder.resolve("a.dbf"), dbf(values));
        Files.writeString(folder.resolve("a.prj"), CGCS2000);
        return folder.resolve("a.shp");
    }

    private static byte[] shp(int squares) {
        int record = 44 + 4 + 5 * 16;
        ByteBuffer out = ByteBuffer.allocate(100 + squares * (8 + record));
        out.putInt(9994).position(24);
        out.putInt(out.capacity() / 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1000)
                .putInt(5);
        out.position(100);
        for (int i = 0; i < squares; i++) {
            double w = 109.4 + 0.02 * i;
            double e = w + 0.01;
            out.order(ByteOrder.BIG_ENDIAN).putInt(i + 1).putInt(record / 2).order(ByteOrder.LITTLE_ENDIAN);
            out.putInt(5).putDouble(w).putDouble(24.3).putDouble(e).putDouble(24.31);
            out.putInt(1).putInt(5).putInt(0);
            for (double[] p : new double[][] {{w, 24.3}, {w, 24.31}, {e, 24.31}, {e, 24.3}, {w, 24.3}})
                out.putDouble(p[0]).putDouble(p[1]);
        }
        return out.array();
    }

    private static byte[] dbf(byte[]... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 3).position(4);
        head.putInt(values.length).putShort((short) 65).putShort((short) (1 + WIDTH));
        out.writeBytes(head.array());
        ByteBuffer column = ByteBuffer.allocate(32);
        column.put("DKMC".getBytes(StandardCharsets.US_ASCII)).position(11);
        column.put((byte) 'C').position(16);
        column.put((byte) WIDTH);
        out.writeBytes(column.array());
        out.write(0x0D);
        for (byte[] value : values) {
            out.write(' ');
            out.writeBytes(value);
            for (int i = value.length; i < WIDTH; i++) out.write(' ');
        }
        return out.toByteArray();
    }
}
