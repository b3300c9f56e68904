package org.cuntu.core.conformity.report;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes layers of polygons or points in EPSG:4490 as an OGC GeoPackage 1.3 (OGC 12-128r17): longitude first, as the standard wants of
 * every system. SQLite's native half is unpacked into the given folder. Thread safe.
 */
public final class GeoPackageWriter {
    private static final int SYSTEM = 4490;
    private static final int APPLICATION = 0x47504B47;
    private static final String CGCS2000 =
            "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\",SPHEROID[\"CGCS2000\",6378137,298.257222101,"
                    + "AUTHORITY[\"EPSG\",\"1024\"]],AUTHORITY[\"EPSG\",\"1043\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                    + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4490\"]]";
    private static final String WGS84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
                    + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                    + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";
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
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Path folder;

    /** @param folder where the work is done, and nothing is left */
    public GeoPackageWriter(Path folder) {
        this.folder = folder;
        if (System.getProperty("org.sqlite.tmpdir") == null) System.setProperty("org.sqlite.tmpdir", folder.toString());
    }

    /**
     * The file's bytes.
     *
     * @param changed the date that the file names as its last change
     */
    public byte[] write(List<PieceLayer> layers, Instant changed) {
        try {
            Path file = Files.createTempFile(folder, "pieces-", ".gpkg");
            try {
                fill(file, layers, changed.truncatedTo(ChronoUnit.MILLIS).toString());
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("geopackage", e);
        }
    }

    private static void fill(Path file, List<PieceLayer> layers, String changed) throws SQLException {
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = sqlite.createStatement()) {
            statement.execute("pragma application_id = " + APPLICATION);
            statement.execute("pragma user_version = 10300");
            sqlite.setAutoCommit(false);
            for (String table : TABLES) statement.execute(table);
            system(sqlite, "Undefined Cartesian", -1, "NONE", -1, "undefined");
            system(sqlite, "Undefined geographic", 0, "NONE", 0, "undefined");
            system(sqlite, "WGS 84 geodetic", 4326, "EPSG", 4326, WGS84);
            system(sqlite, "CGCS2000", SYSTEM, "EPSG", SYSTEM, CGCS2000);
            for (PieceLayer layer : layers) layer(sqlite, statement, layer, changed);
            sqlite.commit();
        }
    }

    private static void system(Connection sqlite, String name, int id, String body, int code, String definition)
            throws SQLException {
        insert(
                sqlite,
                "insert into gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition)"
                        + " values (?, ?, ?, ?, ?)",
                name,
                id,
                body,
                code,
                definition);
    }

    private static void layer(Connection sqlite, Statement statement, PieceLayer layer, String changed)
            throws SQLException {
        StringBuilder table =
                new StringBuilder("create table \"" + layer.name() + "\" (fid integer primary key autoincrement, geom "
                        + kind(layer).toLowerCase(Locale.ROOT));
        StringBuilder names = new StringBuilder("insert into \"" + layer.name() + "\" (geom");
        StringBuilder marks = new StringBuilder("?");
        for (PieceLayer.Column column : layer.columns()) {
            table.append(", \"").append(column.name()).append("\" ").append(type(column));
            names.append(", \"").append(column.name()).append('"');
            marks.append(", ?");
        }
        statement.execute(table + ")");
        Envelope box = new Envelope();
        for (PieceLayer.Row row : layer.rows()) box.expandToInclude(row.shape().getEnvelopeInternal());
        insert(
                sqlite,
                "insert into gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)"
                        + " values (?, 'features', ?, ?, ?, ?, ?, ?, ?)",
                layer.name(),
                layer.title(),
                changed,
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                SYSTEM);
        insert(
                sqlite,
                "insert into gpkg_geometry_columns values (?, 'geom', ?, ?, 0, 0)",
                layer.name(),
                kind(layer),
                SYSTEM);
        try (PreparedStatement insert = sqlite.prepareStatement(names + ") values (" + marks + ")")) {
            for (PieceLayer.Row row : layer.rows()) {
                insert.setBytes(1, blob(layer.points() ? row.shape() : multi(row.shape())));
                for (int i = 0; i < row.values().size(); i++)
                    insert.setObject(i + 2, plain(row.values().get(i)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String kind(PieceLayer layer) {
        return layer.points() ? "POINT" : "MULTIPOLYGON";
    }

    private static String type(PieceLayer.Column column) {
        return column.isText() ? "text" : column.decimals() == 0 ? "integer" : "double";
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.doubleValue() : value;
    }

    private static void insert(Connection sqlite, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = sqlite.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.executeUpdate();
        }
    }

    /** The standard's header with the bounds, then the shape as well-known binary. */
    private static byte[] blob(Geometry shape) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape);
        boolean empty = shape.isEmpty();
        ByteBuffer out = ByteBuffer.allocate(8 + (empty ? 0 : 32) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (empty ? 0b10001 : 0b00011))
                .putInt(SYSTEM);
        Envelope box = shape.getEnvelopeInternal();
        if (!empty)
            out.putDouble(box.getMinX())
                    .putDouble(box.getMaxX())
                    .putDouble(box.getMinY())
                    .putDouble(box.getMaxY());
        return out.put(wkb).array();
    }

    static MultiPolygon multi(Geometry shape) {
        if (shape instanceof MultiPolygon multi) return multi;
        List<Polygon> polygons = new java.util.ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++)
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) polygons.add(polygon);
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
