package org.cuntu.platform.formats.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cuntu.engine.format.FeatureTable;
import org.cuntu.engine.format.SourceLayer;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.cuntu.platform.formats.internal.GeoPackage.Column;
import org.cuntu.platform.formats.internal.GeoPackage.Layer;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a GeoPackage as rows. More rows or bytes than the file can hold are damage: pages that lead in circles end
 * there. The key that the format wants is no attribute; binary columns are left out and named in a warning.
 */
final class GeoPackageTable implements FeatureTable {
    private static final int[] ENVELOPE = {0, 32, 48, 48, 64};

    private final GeoPackage source;
    private final String fileName;
    private final long bytes;
    private final Layer layer;
    private final List<Column> columns;
    private final List<Problem> warnings = new ArrayList<>();
    private final Runnable cleanup;
    private long size;

    private GeoPackageTable(
            GeoPackage source, String fileName, long bytes, Layer layer, List<Column> columns, Runnable cleanup) {
        this.source = source;
        this.fileName = fileName;
        this.bytes = bytes;
        this.layer = layer;
        this.columns = columns;
        this.cleanup = cleanup;
    }

    /** @param cleanup run on close, and when opening fails */
    static GeoPackageTable open(Path file, String fileName, @Nullable String wanted, Runnable cleanup) {
        GeoPackage source = null;
        try {
            source = GeoPackage.open(file, fileName);
            Layer layer = source.layer(wanted);
            List<Column> all = source.columns(layer.table());
            if (!source.isTable(layer.table())
                    || all.stream().noneMatch(c -> c.name().equalsIgnoreCase(layer.geometry())))
                throw damaged(fileName);
            GeoPackageTable table =
                    new GeoPackageTable(source, fileName, Files.size(file), layer, attributes(all, layer), cleanup);
            table.warnOfBinary(all);
            table.size = count(source, layer, table.bytes);
            return table;
        } catch (SQLException e) {
            closed(source, cleanup);
            throw damaged(fileName);
        } catch (IOException e) {
            closed(source, cleanup);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            closed(source, cleanup);
            throw e;
        }
    }

    /** The package's layers, with as many features as they have rows. */
    static List<SourceLayer> layers(Path file, String fileName) {
        try (GeoPackage source = GeoPackage.open(file, fileName)) {
            long bytes = Files.size(file);
            List<SourceLayer> layers = new ArrayList<>();
            for (Layer layer : source.layers()) {
                if (!source.isTable(layer.table())) throw damaged(fileName);
                layers.add(new SourceLayer(layer.table(), count(source, layer, bytes), layer.dimension()));
            }
            if (layers.isEmpty()) throw source.refused("format.gpkg.no-layer");
            return layers;
        } catch (SQLException e) {
            throw damaged(fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closed(@Nullable GeoPackage source, Runnable cleanup) {
        if (source != null) source.close();
        cleanup.run();
    }

    private static List<Column> attributes(List<Column> all, Layer layer) {
        boolean oneKey = all.stream().filter(Column::key).count() == 1;
        return all.stream()
                .filter(c -> !c.name().equalsIgnoreCase(layer.geometry()))
                .filter(c -> !(c.key() && oneKey && c.type().equals("INTEGER")))
                .filter(c -> !GeoPackageValues.isBinary(c.type()))
                .toList();
    }

    private void warnOfBinary(List<Column> all) {
        String binary = all.stream()
                .filter(c -> !c.name().equalsIgnoreCase(layer.geometry()) && GeoPackageValues.isBinary(c.type()))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!binary.isEmpty())
            warnings.add(Problem.warning("format.binary-columns", Place.file(fileName), "columns", binary));
    }

    private static long count(GeoPackage source, Layer layer, long bytes) throws SQLException {
        long rows = 0;
        try (Statement statement = source.connection().createStatement();
                ResultSet all = statement.executeQuery("select 1 from " + GeoPackage.quoted(layer.table()))) {
            while (all.next()) if (++rows > bytes) throw new SQLException("more rows than bytes");
        }
        return rows;
    }

    @Override
    public List<Field> schema() {
        return columns.stream()
                .map(c -> new Field(c.name(), GeoPackageValues.type(c.type()), c.name(), c.name()))
                .toList();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public @Nullable String crsName() {
        return layer.crsName();
    }

    @Override
    public @Nullable String crsText() {
        return layer.crsText();
    }

    @Override
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void forEach(Rows rows) {
        StringBuilder query = new StringBuilder("select ").append(GeoPackage.quoted(layer.geometry()));
        for (Column column : columns) query.append(", ").append(GeoPackage.quoted(column.name()));
        query.append(" from ").append(GeoPackage.quoted(layer.table()));
        try (Statement statement = source.connection().createStatement();
                ResultSet row = statement.executeQuery(query.toString())) {
            long number = 0;
            long read = 0;
            while (row.next()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                byte[] shape = row.getBytes(1);
                read += shape == null ? 0 : shape.length;
                for (int i = 0; i < columns.size(); i++) {
                    Object value = row.getObject(i + 2);
                    if (value instanceof String text) read += text.length();
                    values.put(columns.get(i).name(), value(columns.get(i), value, number + 1));
                }
                if (++number > bytes || read > bytes) throw damaged(fileName);
                rows.row(shape == null ? null : outline(shape), values);
            }
        } catch (SQLException e) {
            throw damaged(fileName);
        }
    }

    private @Nullable Object value(Column column, @Nullable Object given, long row) {
        // what is no valid UTF-8 came out as a replacement character
        if (given instanceof String text && text.indexOf('\uFFFD') >= 0)
            throw new InputRefused(
                    Problem.refused("format.gpkg.text", Place.file(fileName), "row", row, "column", column.name()));
        return GeoPackageValues.value(column.type(), given);
    }

    /** The well-known binary behind the standard's head; nothing, which is no geometry, when the head is damaged. */
    private ByteBuffer outline(byte[] blob) {
        ByteBuffer in = ByteBuffer.wrap(blob);
        int flags = blob.length < 8 ? -1 : blob[3];
        int envelope = flags >> 1 & 7;
        boolean head = flags >= 0 && blob[0] == 'G' && blob[1] == 'P' && blob[2] == 0 && envelope < ENVELOPE.length;
        if (!head || blob.length < 8 + ENVELOPE[envelope]) return in.limit(0);
        int srs = in.order((flags & 1) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .getInt(4);
        if (srs != layer.srs())
            throw new InputRefused(
                    Problem.refused("format.crs-mixed", Place.file(fileName), "one", layer.srs(), "other", srs));
        return in.position(8 + ENVELOPE[envelope]).slice();
    }

    private static InputRefused damaged(String fileName) {
        return new InputRefused(Problem.refused("format.gpkg.damaged", Place.file(fileName)));
    }

    @Override
    public void close() {
        closed(source, cleanup);
    }
}
