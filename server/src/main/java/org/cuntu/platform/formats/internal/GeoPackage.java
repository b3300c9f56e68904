package org.cuntu.platform.formats.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A GeoPackage from outside, opened so that it can only be looked at: read-only and unchanging, nothing of its own schema is
 * run, and only tables are read, for a view may compute for ever.
 */
final class GeoPackage implements AutoCloseable {
    /** A layer of features as the package lists it. */
    record Layer(
            String table,
            String geometry,
            int srs,
            @Nullable Dimension dimension,
            @Nullable String crsName,
            @Nullable String crsText) {}

    /** A column of a table. */
    record Column(String name, String type, boolean key) {}

    private static final String LAYERS = "select c.table_name, g.column_name, g.srs_id, s.organization,"
            + " s.organization_coordsys_id, s.definition, g.geometry_type_name from gpkg_contents c join gpkg_geometry_columns g on"
            + " g.table_name = c.table_name left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id"
            + " where c.data_type = 'features' order by c.table_name";
    private static final int MOST_LAYERS = 10_000;

    private final Connection connection;
    private final String fileName;

    private GeoPackage(Connection connection, String fileName) {
        this.connection = connection;
        this.fileName = fileName;
    }

    /** @throws SQLException when it is damaged */
    static GeoPackage open(Path file, String fileName) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
            statement.execute("pragma query_only = on");
            return new GeoPackage(connection, fileName);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * The layer of that name, or the only one.
     *
     * @throws InputRefused when there is none or several and none is named
     */
    Layer layer(@Nullable String wanted) throws SQLException {
        List<Layer> layers = layers();
        String names = names(layers);
        if (wanted != null)
            return layers.stream()
                    .filter(layer -> layer.table().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> refused("format.layer-unknown", "layer", wanted, "names", names));
        if (layers.isEmpty()) throw refused("format.gpkg.no-layer");
        if (layers.size() > 1) throw refused("format.layer-needed", "count", layers.size(), "names", names);
        return layers.getFirst();
    }

    private static String names(List<Layer> layers) {
        String names =
                String.join(", ", layers.stream().map(Layer::table).limit(50).toList());
        return names.isEmpty() ? "-" : names;
    }

    /** Null when any geometry may stand there. */
    private static @Nullable Dimension dimension(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "POINT", "MULTIPOINT" -> Dimension.POINT;
            case "LINESTRING", "MULTILINESTRING", "CIRCULARSTRING", "COMPOUNDCURVE", "CURVE", "MULTICURVE" ->
                Dimension.LINE;
            case "POLYGON", "MULTIPOLYGON", "CURVEPOLYGON", "SURFACE", "MULTISURFACE" -> Dimension.AREA;
            default -> null;
        };
    }

    /** In the order of their names. */
    List<Layer> layers() throws SQLException {
        for (String table : List.of("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"))
            if (!isTable(table)) throw refused("format.gpkg.none");
        List<Layer> layers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LAYERS)) {
            while (rows.next()) {
                if (layers.size() == MOST_LAYERS) throw new SQLException("too many layers");
                layers.add(layer(rows));
            }
        }
        return layers;
    }

    private static Layer layer(ResultSet row) throws SQLException {
        String body = row.getString(4);
        boolean named = body != null && !body.equalsIgnoreCase("NONE");
        String text = row.getString(6);
        return new Layer(
                Objects.requireNonNullElse(row.getString(1), ""),
                Objects.requireNonNullElse(row.getString(2), ""),
                row.getInt(3),
                dimension(Objects.requireNonNullElse(row.getString(7), "")),
                named ? body.toUpperCase(Locale.ROOT) + ":" + row.getInt(5) : null,
                named && text != null && !text.equalsIgnoreCase("undefined") ? text : null);
    }

    /** Whether there is a plain table of that name: no view, nothing virtual. */
    boolean isTable(String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select type, sql from sqlite_master where name = ? collate nocase")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String sql = Objects.requireNonNullElse(row.getString(2), "")
                            .stripLeading()
                            .toLowerCase(Locale.ROOT);
                    if ("table".equals(row.getString(1)) && sql.matches("(?s)create\\s+table\\b.*")) return true;
                }
                return false;
            }
        }
    }

    /** A table's own columns; what is computed is left out. */
    List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma table_xinfo(" + quoted(table) + ")")) {
            while (rows.next()) {
                if (rows.getInt("hidden") != 0) continue;
                columns.add(new Column(
                        rows.getString("name"),
                        Objects.requireNonNullElse(rows.getString("type"), "").toUpperCase(Locale.ROOT),
                        rows.getInt("pk") > 0));
            }
        }
        return columns;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Place.file(fileName), args));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("sqlite", e);
        }
    }
}
