package org.cuntu.bench.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.bench.city.BenchLayer;
import org.cuntu.bench.city.Shape;
import org.cuntu.bench.city.ShapeFile;
import org.postgresql.PGConnection;

/** The layers in PostGIS and the questions put to them. For one thread. */
public final class Postgis implements AutoCloseable {
    private final PrivateCluster cluster;
    private final Connection connection;

    private Postgis(PrivateCluster cluster, Connection connection) {
        this.cluster = cluster;
        this.connection = connection;
    }

    /** On a cluster of its own, which is closed with it. */
    public static Postgis start(int bufferMegabytes) {
        PrivateCluster cluster = PrivateCluster.start(bufferMegabytes);
        try {
            Postgis postgis = new Postgis(cluster, DriverManager.getConnection(cluster.url(), "postgres", ""));
            postgis.execute("create extension postgis");
            postgis.execute("insert into spatial_ref_sys(srid, auth_name, auth_srid, proj4text, srtext) values ("
                    + Sql.EQUAL_AREA + ", 'cuntu', " + Sql.EQUAL_AREA
                    + ", '+proj=cea +ellps=GRS80 +units=m +no_defs', '')");
            postgis.execute("set plan_cache_mode = force_custom_plan");
            postgis.threads(1);
            return postgis;
        } catch (SQLException e) {
            cluster.close();
            throw new IllegalStateException(e);
        }
    }

    /** The versions of PostgreSQL, PostGIS and the GEOS inside. */
    public String version() {
        return query("select split_part(version(), ' ', 2) || ', PostGIS ' || postgis_lib_version() || ' (GEOS '"
                        + " || postgis_geos_version() || ')'")
                .getFirst();
    }

    /** COPY and GiST into a new table, what an import is to PostGIS; nanoseconds. */
    public long copy(String table, Path file) {
        execute("drop table if exists " + table);
        execute("create table " + table + "(id int, code text, geom geometry(geometry, 4490))");
        long start = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format binary)", in, 1 << 20);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("create index on " + table + " using gist(geom)");
        return System.nanoTime() - start;
    }

    /** Removes a table with what of it has not reached the disk. */
    public void drop(String table) {
        execute("drop table " + table);
        execute("checkpoint");
    }

    /**
     * Whether every polygon of a table is valid, by two threads; nanoseconds.
     *
     * @throws IllegalStateException when one is not
     */
    public long check(String table) {
        execute("analyze " + table);
        threads(2);
        long start = System.nanoTime();
        String invalid = query("select count(*)::text from " + table + " where not st_isvalid(geom)")
                .getFirst();
        long nanos = System.nanoTime() - start;
        threads(1);
        if (!invalid.equals("0")) throw new IllegalStateException(invalid + " invalid polygons in " + table);
        return nanos;
    }

    /** A layer as tables: plain, and subdivided with stored areas. */
    public void load(BenchLayer layer, Path file) {
        String table = Sql.table(layer);
        copy(table, file);
        execute("analyze " + table);
        for (String statement : Sql.tuned(table)) execute(statement);
    }

    /** The Web Mercator copy that tiles are cut from. */
    public void loadMercator(BenchLayer layer) {
        for (String statement : Sql.mercator(Sql.table(layer))) execute(statement);
    }

    /** How many threads a statement may take. */
    public void threads(int threads) {
        execute("set max_parallel_workers_per_gather = " + (threads - 1));
        execute("set parallel_setup_cost = " + (threads > 1 ? 0 : 1000));
        execute("set parallel_tuple_cost = " + (threads > 1 ? 0 : 0.1));
        execute("set min_parallel_table_scan_size = " + (threads > 1 ? "0" : "'8MB'"));
    }

    /** One statement a site for all layers of a site; nanoseconds of each. */
    public double[] sites(List<double[]> sites, boolean tuned) {
        double[] nanos = new double[sites.size()];
        try (PreparedStatement statement = connection.prepareStatement(Sql.site(tuned))) {
            for (int s = 0; s < nanos.length; s++) {
                String site = hex(sites.get(s));
                long start = System.nanoTime();
                for (int i = 1; i <= Sql.SITE_PARAMETERS; i++) statement.setString(i, site);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) rows.getDouble(3);
                }
                nanos[s] = System.nanoTime() - start;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return nanos;
    }

    /** The witness' pieces of a site: layer and feature to m² in the equal-area projection; the site itself as "site". */
    public Map<String, Double> pieces(double[] site) {
        Map<String, Double> pieces = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(Sql.pieces())) {
            for (int i = 1; i <= Sql.SITE_PARAMETERS + 1; i++) statement.setString(i, hex(site));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) pieces.put(rows.getString(1), rows.getDouble(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pieces;
    }

    /** Layer against layer; the sums by both classes. */
    public Map<String, Double> matrix(BenchLayer a, BenchLayer b) {
        Map<String, Double> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.matrix(Sql.table(a), Sql.table(b)))) {
            while (rows.next()) sums.put(rows.getString(1) + " " + rows.getString(2), rows.getDouble(3));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return sums;
    }

    /** A vector tile of a layer's Web Mercator copy; empty when nothing lies there. */
    public byte[] tile(BenchLayer layer, int z, int x, int y) {
        try (PreparedStatement statement = connection.prepareStatement(Sql.tile(Sql.table(layer)))) {
            int[] parameters = {z, x, y, z, x, y};
            for (int i = 0; i < parameters.length; i++) statement.setInt(i + 1, parameters[i]);
            try (ResultSet rows = statement.executeQuery()) {
                byte[] tile = rows.next() ? rows.getBytes(1) : null;
                return tile == null ? new byte[0] : tile;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(double[] ring) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(ShapeFile.wkb(new Shape(0, "", new double[][][] {{ring}}).polygons()));
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private List<String> query(String sql) {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return found;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            cluster.close();
        }
    }
}
