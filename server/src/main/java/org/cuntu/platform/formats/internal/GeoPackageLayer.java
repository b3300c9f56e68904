package org.cuntu.platform.formats.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.format.PrjText;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes layers as an OGC GeoPackage 1.3 (OGC 12-128r17): multipolygons, lines or points, x before y as the standard wants of every system,
 * decimals as doubles. No spatial index: programs make their own when they first need it.
 */
public final class GeoPackageLayer {
    private static final int APPLICATION = 0x47504B47;
    private static final int BATCH = 1_000;
    private static final String[] TABLES = {
        "create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key,"
                + " organization text not null, organization_coordsys_id integer not null, definition text not null,"
                + " description text)",
        "create table gpkg_contents (table_name text not null primary key, data_type text not null, identifier text unique,"
                + " description text default '', last_change datetime not null, min_x double, min_y double, max_x double,"
                + " max_y double, srs_id integer, constraint fk_gc_r_srs_id foreign key (srs_id) references"
                + " gpkg_spatial_ref_sys(srs_id))",
        "create table gpkg_geometry_columns (table_name text not null, column_name text not null,"
                + " geometry_type_name text not null, srs_id integer not null, z tinyint not null, m tinyint not null,"
                + " constraint pk_geom_cols primary key (table_name, column_name), constraint uk_gc_table_name unique"
                + " (table_name), constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),"
                + " constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))",
    };
    private static final String INSERT_SYSTEM =
            "insert into gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition)"
                    + " values (?, ?, ?, ?, ?)";
    private static final String INSERT_CONTENTS =
            "insert into gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)"
                    + " values (?, 'features', ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_GEOMETRY = "insert into gpkg_geometry_columns values (?, 'geom', ?, ?, 0, 0)";
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final LayerContent layer;
    private final int srs;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private final Envelope box = new Envelope();
    /** Whether a feature has more points than the one that is declared. */
    private boolean severalPoints;

    private GeoPackageLayer(LayerContent layer) {
        this.layer = layer;
        this.srs = layer.crs().epsg();
    }

    /** @param changed the date that the file names as its last change */
    public static void write(List<LayerContent> layers, Instant changed, Path file) {
        try {
            // an empty file is an empty database; one with content would be opened
            Files.deleteIfExists(file);
            try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = sqlite.createStatement()) {
                begin(sqlite, statement);
                Set<Crs> systems = new LinkedHashSet<>(List.of(Crs.WGS84));
                layers.forEach(layer -> systems.add(layer.crs()));
                for (Crs crs : systems) system(sqlite, crs);
                for (LayerContent layer : layers)
                    new GeoPackageLayer(layer)
                            .write(
                                    sqlite,
                                    statement,
                                    changed.truncatedTo(ChronoUnit.MILLIS).toString());
                sqlite.commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("geopackage", e);
        }
    }

    private static void begin(Connection sqlite, Statement statement) throws SQLException {
        // one writer, one transaction, and a file that is thrown away when it fails
        statement.execute("pragma journal_mode = off");
        statement.execute("pragma synchronous = off");
        statement.execute("pragma application_id = " + APPLICATION);
        statement.execute("pragma user_version = 10300");
        sqlite.setAutoCommit(false);
        for (String table : TABLES) statement.execute(table);
        insert(sqlite, INSERT_SYSTEM, "Undefined Cartesian", -1, "NONE", -1, "undefined");
        insert(sqlite, INSERT_SYSTEM, "Undefined geographic", 0, "NONE", 0, "undefined");
    }

    private void write(Connection sqlite, Statement statement, String changed) throws SQLException {
        statement.execute(tableOf(layer));
        // named before its rows, for the tables refer to each other; its box is known after them
        insert(sqlite, INSERT_CONTENTS, layer.name(), layer.title(), changed, 0.0, 0.0, 0.0, 0.0, srs);
        insert(sqlite, INSERT_GEOMETRY, layer.name(), kind(layer).toUpperCase(Locale.ROOT), srs);
        rows(sqlite);
        if (severalPoints)
            insert(
                    sqlite,
                    "update gpkg_geometry_columns set geometry_type_name = 'GEOMETRY' where table_name = ?",
                    layer.name());
        if (!box.isNull())
            insert(
                    sqlite,
                    "update gpkg_contents set min_x = ?, min_y = ?, max_x = ?, max_y = ? where table_name = ?",
                    box.getMinX(),
                    box.getMinY(),
                    box.getMaxX(),
                    box.getMaxY(),
                    layer.name());
    }

    private static void system(Connection sqlite, Crs crs) throws SQLException {
        String text = PrjText.of(crs);
        String name = text.substring(text.indexOf('"') + 1, text.indexOf('"', text.indexOf('"') + 1));
        insert(sqlite, INSERT_SYSTEM, name, crs.epsg(), "EPSG", crs.epsg(), text);
    }

    private static String tableOf(LayerContent layer) {
        StringBuilder table = new StringBuilder("create table ")
                .append(GeoPackage.quoted(layer.name()))
                .append(" (")
                .append(key(layer))
                .append(" integer primary key autoincrement, geom ")
                .append(kind(layer));
        for (Field field : layer.fields())
            table.append(", ")
                    .append(GeoPackage.quoted(field.code()))
                    .append(' ')
                    .append(type(field.type()));
        return table.append(')').toString();
    }

    private static String kind(LayerContent layer) {
        return switch (layer.dimension()) {
            case POINT -> "point";
            case LINE -> "multilinestring";
            case AREA -> "multipolygon";
        };
    }

    /** The key that the standard wants, under a name that no field has. */
    private static String key(LayerContent layer) {
        String key = "fid";
        while (has(layer, key)) key += "_";
        return key;
    }

    private static boolean has(LayerContent layer, String name) {
        return layer.fields().stream()
                .anyMatch(f -> f.code().toLowerCase(Locale.ROOT).equals(name));
    }

    private static String type(Field.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "integer";
            case DECIMAL -> "double";
            case DATE -> "date";
        };
    }

    private void rows(Connection sqlite) throws SQLException {
        StringBuilder insert = new StringBuilder("insert into ").append(GeoPackage.quoted(layer.name()));
        insert.append(" (geom");
        for (Field field : layer.fields()) insert.append(", ").append(GeoPackage.quoted(field.code()));
        insert.append(") values (?").append(", ?".repeat(layer.fields().size())).append(')');
        try (PreparedStatement row = sqlite.prepareStatement(insert.toString())) {
            int[] waiting = {0};
            layer.forEach((shape, values) -> {
                try {
                    add(row, shape, values);
                    if (++waiting[0] % BATCH == 0) row.executeBatch();
                } catch (SQLException e) {
                    throw new IllegalStateException("geopackage", e);
                }
            });
            row.executeBatch();
        }
    }

    private void add(PreparedStatement row, Geometry shape, List<@Nullable Object> values) throws SQLException {
        box.expandToInclude(shape.getEnvelopeInternal());
        severalPoints |= layer.dimension() == Dimension.POINT && shape.getNumGeometries() > 1;
        row.setBytes(1, blob(shape));
        for (int i = 0; i < values.size(); i++) row.setObject(i + 2, plain(values.get(i)));
        row.addBatch();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.doubleValue();
            case LocalDate date -> date.toString();
            case null -> null;
            default -> value;
        };
    }

    private static void insert(Connection sqlite, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = sqlite.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.executeUpdate();
        }
    }

    /** The standard's head with the bounds, then the shape as well-known binary. */
    private byte[] blob(Geometry shape) {
        byte[] content = wkb.write(multi(shape));
        boolean empty = shape.isEmpty();
        ByteBuffer out =
                ByteBuffer.allocate(8 + (empty ? 0 : 32) + content.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0);
        out.put((byte) (empty ? 0b10001 : 0b00011)).putInt(srs);
        Envelope own = shape.getEnvelopeInternal();
        if (!empty)
            out.putDouble(own.getMinX())
                    .putDouble(own.getMaxX())
                    .putDouble(own.getMinY())
                    .putDouble(own.getMaxY());
        return out.put(content).array();
    }

    private Geometry multi(Geometry shape) {
        return switch (layer.dimension()) {
            case POINT -> shape.getNumGeometries() == 1 ? shape.getGeometryN(0) : shape;
            case LINE -> lines(shape);
            case AREA -> polygons(shape);
        };
    }

    private static Geometry lines(Geometry shape) {
        if (shape instanceof MultiLineString multi) return multi;
        return FACTORY.createMultiLineString(
                shape instanceof LineString line && !line.isEmpty() ? new LineString[] {line} : new LineString[0]);
    }

    private static MultiPolygon polygons(Geometry shape) {
        if (shape instanceof MultiPolygon multi) return multi;
        return FACTORY.createMultiPolygon(
                shape instanceof Polygon polygon && !polygon.isEmpty() ? new Polygon[] {polygon} : new Polygon[0]);
    }
}
