package org.cuntu.engine.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes a polygon layer as a shapefile: .shp, .shx, .dbf, .prj and .cpg in one zip, or {@link #put} into a zip with
 * others. Coordinates keep every digit of the named system; the same input gives the same bytes.
 */
public final class ShapefileWriter {
    /** How the attributes are encoded; GBK for tools that know no .cpg. */
    public enum Encoding {
        UTF_8,
        GBK
    }

    /**
     * One feature.
     *
     * @param shape in any system; converted to the layer's
     * @param values one a column; null is blank. An {@link Area} is written in m²
     */
    public record Row(GeoShape shape, List<@Nullable Object> values) {}

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Crs crs;
    private final List<DbfColumn> columns;
    private final Encoding encoding;
    private final LocalDate writtenOn;

    /** @param writtenOn the date in the table's head, the day in the city's zone */
    public ShapefileWriter(Crs crs, List<DbfColumn> columns, Encoding encoding, LocalDate writtenOn) {
        this.crs = crs;
        this.columns = List.copyOf(columns);
        this.encoding = encoding;
        this.writtenOn = writtenOn;
    }

    /**
     * The zip.
     *
     * @param name of the files, without ending
     * @throws IllegalArgumentException for a column or value that a .dbf cannot hold ({@link DbfColumn})
     */
    public byte[] write(String name, List<Row> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(name, rows, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Adds the five files to a zip that the caller closes. */
    public void put(String name, List<Row> rows, ZipOutputStream zip) throws IOException {
        List<Geometry> shapes =
                rows.stream().map(row -> row.shape().to(crs).geometry()).toList();
        ShpWriter shp = new ShpWriter(shapes);
        Charset charset = encoding == Encoding.UTF_8 ? StandardCharsets.UTF_8 : StrictText.GB18030;
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (Row row : rows)
            values.add(row.values().stream().map(ShapefileWriter::plain).toList());
        entry(zip, name + ".shp", shp.shp());
        entry(zip, name + ".shx", shp.shx());
        entry(zip, name + ".dbf", new DbfWriter(columns, charset).write(values, writtenOn));
        entry(zip, name + ".prj", PrjText.of(crs).getBytes(StandardCharsets.US_ASCII));
        entry(zip, name + ".cpg", cpg(values).getBytes(StandardCharsets.US_ASCII));
    }

    /** GBK is only said where GBK is enough; the rare characters of a name need GB18030. */
    private String cpg(List<List<@Nullable Object>> values) {
        if (encoding == Encoding.UTF_8) return "UTF-8";
        Charset gbk = Charset.forName("GBK");
        boolean enough = values.stream()
                .flatMap(List::stream)
                .allMatch(v -> v == null || gbk.newEncoder().canEncode(v.toString()));
        return enough ? "GBK" : "GB18030";
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Area area ? area.toString() : value;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** The columns of a layer's fields; decimals with four places. */
    public static List<DbfColumn> columns(List<Field> fields) {
        return fields.stream()
                .map(field -> switch (field.type()) {
                    case TEXT -> DbfColumn.text(field.code());
                    case INTEGER -> DbfColumn.number(field.code(), 18, 0);
                    case DECIMAL -> DbfColumn.number(field.code(), 19, 4);
                    case DATE -> DbfColumn.date(field.code());
                })
                .toList();
    }
}
