package org.cuntu.engine.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes a layer of any size as a shapefile in a zip, UTF-8: the layer is gone through once to measure it and once for each of
 * its files, so that nothing but lengths is held. What the format cannot hold is said: names beyond ten letters, texts beyond
 * 254 bytes, decimals beyond nineteen digits; beyond 2 GB it is refused.
 */
public final class ShapefileLayer {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int HEADER = 100;
    private static final int MOST_DIGITS = 17;
    private static final int MOST_DECIMALS = 10;

    private final LayerContent layer;
    private final LocalDate writtenOn;
    private final Envelope box = new Envelope();
    private final int[] scales;
    private final int[] digits;
    private long bytes = HEADER;
    private long cut;
    private long rows;

    private ShapefileLayer(LayerContent layer, LocalDate writtenOn) {
        this.layer = layer;
        this.writtenOn = writtenOn;
        this.scales = new int[layer.fields().size()];
        this.digits = new int[layer.fields().size()];
    }

    /**
     * Writes the zip.
     *
     * @return what the format made of names and values
     * @throws InputRefused {@code format.shp.too-large}
     */
    public static List<Problem> write(LayerContent layer, LocalDate writtenOn, Path file) {
        return new ShapefileLayer(layer, writtenOn).write(file);
    }

    private List<Problem> write(Path file) {
        layer.forEach(this::measure);
        if (bytes > Integer.MAX_VALUE)
            throw new InputRefused(
                    Problem.refused("format.shp.too-large", Place.UNKNOWN, "size", bytes >> 20, "limit", 2047));
        List<String> names = names();
        DbfWriter table = new DbfWriter(columns(names), StandardCharsets.UTF_8);
        int[] widths = table.leastWidths();
        layer.rows().forEach((shape, values) -> {
            DbfWriter.widen(widths, table.cells(values));
            values.forEach(value -> cut += table.cuts(value) ? 1 : 0);
        });
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            int[] lengths = shp(zip);
            shx(zip, lengths);
            dbf(zip, table, widths);
            entry(zip, "prj", PrjText.of(layer.crs()));
            entry(zip, "cpg", "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return warnings(names);
    }

    private void measure(Geometry shape, List<@Nullable Object> values) {
        rows++;
        bytes += 8 + ShpWriter.record(shape, layer.dimension(), box).length;
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof BigDecimal decimal)) continue;
            BigDecimal bare = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
            scales[i] = StrictMath.max(scales[i], bare.scale());
            digits[i] = StrictMath.max(digits[i], bare.precision() - bare.scale() + 1);
        }
    }

    /** At most ten letters, each once, in any case. */
    private List<String> names() {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Field field : layer.fields()) {
            String name = shortened(field.code(), 10);
            for (int n = 1; !taken.add(name.toUpperCase(Locale.ROOT)); n++)
                name = shortened(field.code(), 10 - String.valueOf(n).length()) + n;
            names.add(name);
        }
        return names;
    }

    private static String shortened(String name, int most) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > most)
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        return cut;
    }

    private List<DbfColumn> columns(List<String> names) {
        List<DbfColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++)
            columns.add(
                    switch (layer.fields().get(i).type()) {
                        case TEXT -> DbfColumn.text(names.get(i));
                        case INTEGER -> DbfColumn.number(names.get(i), 19, 0);
                        case DECIMAL -> DbfColumn.number(names.get(i), 19, decimals(i));
                        case DATE -> DbfColumn.date(names.get(i));
                    });
        if (columns.isEmpty()) columns.add(DbfColumn.text("ID"));
        return columns;
    }

    private int decimals(int field) {
        return StrictMath.clamp(StrictMath.min(scales[field], MOST_DIGITS - digits[field]), 0, MOST_DECIMALS);
    }

    private int[] shp(ZipOutputStream zip) throws IOException {
        begin(zip, "shp");
        zip.write(ShpWriter.head((int) bytes, box, layer.dimension()));
        int[] lengths = new int[(int) rows];
        int[] number = {0};
        layer.forEach((shape, values) -> {
            byte[] record = ShpWriter.record(shape, layer.dimension(), new Envelope());
            lengths[number[0]++] = record.length;
            put(
                    zip,
                    ByteBuffer.allocate(8)
                            .putInt(number[0])
                            .putInt(record.length / 2)
                            .array());
            put(zip, record);
        });
        zip.closeEntry();
        return lengths;
    }

    private void shx(ZipOutputStream zip, int[] lengths) throws IOException {
        begin(zip, "shx");
        zip.write(ShpWriter.head(HEADER + 8 * lengths.length, box, layer.dimension()));
        int at = HEADER;
        for (int length : lengths) {
            zip.write(ByteBuffer.allocate(8).putInt(at / 2).putInt(length / 2).array());
            at += 8 + length;
        }
        zip.closeEntry();
    }

    private void dbf(ZipOutputStream zip, DbfWriter table, int[] widths) throws IOException {
        begin(zip, "dbf");
        zip.write(table.head((int) rows, widths, writtenOn));
        layer.rows().forEach((shape, values) -> put(zip, table.row(table.cells(values), widths)));
        zip.write(DbfWriter.END);
        zip.closeEntry();
    }

    private static void put(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(ZipOutputStream zip, String ending) throws IOException {
        ZipEntry entry = new ZipEntry(layer.name() + "." + ending);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void entry(ZipOutputStream zip, String ending, String content) throws IOException {
        begin(zip, ending);
        zip.write(content.getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
    }

    private List<Problem> warnings(List<String> names) {
        List<Problem> warnings = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Field field = layer.fields().get(i);
            if (!names.get(i).equals(field.code())) changed.add(field.code() + " → " + names.get(i));
            if (field.type() == Field.Type.DECIMAL && scales[i] > decimals(i)) cut++;
        }
        if (!changed.isEmpty())
            warnings.add(Problem.warning("format.shp.names-cut", Place.UNKNOWN, "names", String.join(", ", changed)));
        if (cut > 0) warnings.add(Problem.warning("format.shp.values-cut", Place.UNKNOWN, "count", cut));
        return warnings;
    }
}
