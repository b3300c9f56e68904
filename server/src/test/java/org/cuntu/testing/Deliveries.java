package org.cuntu.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files as somebody would deliver them: squares of 0.001° near 109.4°E 24.3°N. */
public final class Deliveries {
    private static final String PRJ = "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    private static final int WIDTH = 20;

    private Deliveries() {}

    /** The ring of a square whose south-west corner is so many thousandths of a degree east of 109.4°E 24.3°N. */
    public static String square(int place) {
        double west = (109_400 + place) / 1000.0;
        double east = (109_401 + place) / 1000.0;
        return String.format(
                java.util.Locale.ROOT,
                "[[%1$.3f,24.3],[%2$.3f,24.3],[%2$.3f,24.301],[%1$.3f,24.301],[%1$.3f,24.3]]",
                west,
                east);
    }

    /** A collection of polygons, one for each ring, all with the same properties. */
    public static String geoJson(String properties, String... rings) {
        return collection(
                Arrays.stream(rings).map(ring -> feature(properties, ring)).toArray(String[]::new));
    }

    public static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    public static String feature(String properties, String ring) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}";
    }

    /** One square with one text field, in GBK without saying so, as most deliveries are. */
    public static byte[] zippedShapefile(String field, String value) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "红线.shp", shp());
            add(zip, "红线.dbf", dbf(field, value.getBytes(Charset.forName("GBK"))));
            add(zip, "红线.prj", PRJ.getBytes(StandardCharsets.UTF_8));
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] shp() {
        int record = 44 + 4 + 5 * 16;
        ByteBuffer out = ByteBuffer.allocate(100 + 8 + record);
        out.putInt(9994).position(24);
        out.putInt(out.capacity() / 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1000)
                .putInt(5);
        out.position(100);
        out.order(ByteOrder.BIG_ENDIAN).putInt(1).putInt(record / 2).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(5).putDouble(109.4).putDouble(24.3).putDouble(109.401).putDouble(24.301);
        out.putInt(1).putInt(5).putInt(0);
        double[][] ring = {{109.4, 24.3}, {109.4, 24.301}, {109.401, 24.301}, {109.401, 24.3}, {109.4, 24.3}};
        for (double[] point : ring) out.putDouble(point[0]).putDouble(point[1]);
        return out.array();
    }

    private static byte[] dbf(String field, byte[] value) {
        ByteBuffer out = ByteBuffer.allocate(32 + 32 + 1 + 1 + WIDTH).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 3).position(4);
        out.putInt(1).putShort((short) 65).putShort((short) (1 + WIDTH)).position(32);
        out.put(field.getBytes(StandardCharsets.US_ASCII)).position(32 + 11);
        out.put((byte) 'C').position(32 + 16);
        out.put((byte) WIDTH).position(64);
        out.put((byte) 0x0D).put((byte) ' ').put(value);
        while (out.hasRemaining()) out.put((byte) ' ');
        return out.array();
    }
}
