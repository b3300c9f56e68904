package org.cuntu.witness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.testing.PrivatePostgres;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** PostGIS as a witness of areas (contracts 3): intersections, densified, measured in an equal-area projection. */
public final class PostgisWitness implements AutoCloseable {
    private static final String AREA = "st_area(st_transform(st_segmentize(%s, 0.00005), 990001))";

    private final Connection connection;

    private PostgisWitness(Connection connection) {
        this.connection = connection;
    }

    /** On a database of its own. */
    public static PostgisWitness open(String database) throws SQLException {
        Connection connection =
                DriverManager.getConnection(PrivatePostgres.running().newDatabase(database), "postgres", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into spatial_ref_sys(srid, auth_name, auth_srid, proj4text, srtext) values "
                    + "(990001, 'cuntu', 990001, '+proj=cea +ellps=GRS80 +units=m +no_defs', '')");
        }
        return new PostgisWitness(connection);
    }

    /** Takes the features of a snapshot, numbered as there, in place of any earlier ones. */
    public void layer(Snapshot snapshot) throws SQLException {
        List<Geometry> features = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) features.add(snapshot.geometry(i));
        insert("layer", features);
    }

    /** Takes sites, numbered from 0, in place of any earlier ones. */
    public void sites(List<Geometry> sites) throws SQLException {
        insert("site", sites);
    }

    private void insert(String table, List<Geometry> shapes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table + "(id int, geom geometry(geometry, 4490))");
        }
        WKBWriter writer = new WKBWriter();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (?, st_geomfromwkb(?, 4490))")) {
            for (int i = 0; i < shapes.size(); i++) {
                insert.setInt(1, i);
                insert.setBytes(2, writer.write(shapes.get(i)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index on " + table + " using gist(geom)");
            statement.execute("analyze " + table);
        }
    }

    /** By site, then feature: m² of what they have in common. */
    public Map<Integer, Map<Integer, Double>> pieces() throws SQLException {
        Map<Integer, Map<Integer, Double>> all = new HashMap<>();
        String sql = "select s.id, l.id, " + AREA.formatted("st_intersection(s.geom, l.geom)")
                + " from site s join layer l on st_intersects(s.geom, l.geom)";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next())
                all.computeIfAbsent(rows.getInt(1), s -> new HashMap<>()).put(rows.getInt(2), rows.getDouble(3));
        }
        return all;
    }

    /** m² of each site. */
    public Map<Integer, Double> totals() throws SQLException {
        Map<Integer, Double> all = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, " + AREA.formatted("geom") + " from site")) {
            while (rows.next()) all.put(rows.getInt(1), rows.getDouble(2));
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
