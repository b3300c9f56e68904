package org.cuntu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL with PostGIS of this test run's own: made in a temporary folder on a free loopback port when first asked
 * for, stopped and removed when the JVM ends. Needs Debian's postgresql-15 and postgresql-15-postgis-3.
 */
public final class PrivatePostgres {
    private static PrivatePostgres running;

    private final Path folder;
    private final Path bin;
    private final int port;
    private boolean migrated;

    private PrivatePostgres(Path folder, Path bin, int port) {
        this.folder = folder;
        this.bin = bin;
        this.port = port;
    }

    /** The one of this JVM, started when it is not. */
    public static synchronized PrivatePostgres running() {
        if (running == null) running = start();
        return running;
    }

    /** A new empty database with PostGIS: its JDBC address, user {@code postgres}, no password. */
    public synchronized String newDatabase(String name) {
        execute("drop database if exists " + name, "create database " + name);
        try (Connection connection = DriverManager.getConnection(url(name), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create extension postgis");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    /** A new database as the product's migrations make it: a copy of one that was made when first asked for. */
    public synchronized String newMigrated(String name) {
        if (!migrated) Migrated.migrate(newDatabase("migrated"), "postgres", "postgresql");
        migrated = true;
        execute("drop database if exists " + name, "create database " + name + " template migrated");
        return url(name);
    }

    private void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String each : statements) statement.execute(each);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A second one that archives its log to a folder, for restoring to a point in time; closed by its caller. */
    public static Archiving archiving() {
        return new Archiving(start(List.of("wal_level=replica", "archive_mode=on")));
    }

    /** Made, archived, copied, destroyed and started again as of a moment, with PostgreSQL's own tools. */
    public static final class Archiving implements AutoCloseable {
        private final PrivatePostgres postgres;

        private Archiving(PrivatePostgres postgres) {
            this.postgres = postgres;
        }

        /** A new empty database with PostGIS: its JDBC address. */
        public String newDatabase(String name) {
            return postgres.newDatabase(name);
        }

        /** {@code pg_basebackup}, as in docs/deploy/backup.md. */
        public void baseBackup() {
            postgres.asPostgres(
                    "pg_basebackup",
                    "--host=127.0.0.1",
                    "--port=" + postgres.port,
                    "--username=postgres",
                    "--pgdata=" + postgres.folder + "/base",
                    "--wal-method=none",
                    "--checkpoint=fast");
        }

        /** Sends what is in the log to the archive, as {@code archive_timeout} does by itself. */
        public void archiveNow() {
            postgres.answer("select pg_switch_wal()");
            long end = System.nanoTime() + 30_000_000_000L;
            while (postgres.answer("select archived_count > 0 and last_archived_wal >= "
                            + "(select pg_walfile_name(pg_current_wal_lsn() - 1)) from pg_stat_archiver")
                    .startsWith("f")) if (System.nanoTime() > end) return;
        }

        /** The data folder is gone; what the archive and the base backup give is started, up to a moment and no further. */
        public void destroyAndRecover(String moment) {
            postgres.asPostgres("pg_ctl", "-D", postgres.folder + "/data", "-m", "immediate", "stop");
            run(List.of("rm", "-rf", postgres.folder + "/data"));
            run(List.of("mv", postgres.folder + "/base", postgres.folder + "/data"));
            run(List.of(
                    "sh",
                    "-c",
                    "cd " + postgres.folder + "/data && touch recovery.signal && printf '%s\\n' "
                            + "\"restore_command = 'cp " + postgres.folder + "/archive/%f %p'\" "
                            + "\"recovery_target_time = '" + moment + "'\" "
                            + "\"recovery_target_action = 'promote'\" >> postgresql.auto.conf"
                            + " && chown -R postgres ."));
            postgres.serve(List.of());
            long end = System.nanoTime() + 60_000_000_000L;
            while (postgres.answer("select pg_is_in_recovery()").startsWith("t"))
                if (System.nanoTime() > end) throw new IllegalStateException("still in recovery");
        }

        @Override
        public void close() {
            postgres.stop();
        }
    }

    private String answer(String query) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivatePostgres start() {
        PrivatePostgres postgres = start(List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
        return postgres;
    }

    private void serve(List<String> settings) {
        StringBuilder options = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1"
                + " -c unix_socket_directories=" + folder + " -c fsync=off -c max_connections=60");
        for (String setting : settings) options.append(" -c ").append(setting);
        asPostgres("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", options.toString(), "start");
    }

    private static PrivatePostgres start(List<String> settings) {
        try {
            Path bin = newestBin();
            Path folder = Files.createTempDirectory("cuntu-pg");
            run(List.of("chown", "postgres", folder.toString()));
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            PrivatePostgres postgres = new PrivatePostgres(folder, bin, port);
            postgres.asPostgres(
                    "initdb",
                    "-D",
                    folder + "/data",
                    "-A",
                    "trust",
                    "-U",
                    "postgres",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8");
            if (!settings.isEmpty()) {
                run(List.of("mkdir", folder + "/archive"));
                run(List.of("chown", "postgres", folder + "/archive"));
                Files.writeString(
                        folder.resolve("data/postgresql.auto.conf"),
                        "archive_command = 'test ! -f " + folder + "/archive/%f && cp %p " + folder + "/archive/%f'\n",
                        java.nio.file.StandardOpenOption.APPEND);
            }
            postgres.serve(settings);
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newestBin() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all))
            throw new IllegalStateException("install postgresql-15 and postgresql-15-postgis-3");
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException("install postgresql-15"));
        }
    }

    private void stop() {
        asPostgres("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to run as root: there the account postgres runs it. */
    private void asPostgres(String program, String... args) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) command.addAll(List.of("runuser", "-u", "postgres", "--"));
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(args));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Path log = Files.createTempFile("cuntu-pg", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            int status = process.waitFor();
            String said = Files.readString(log);
            Files.delete(log);
            if (status != 0) throw new IllegalStateException(command + " ended with " + status + ": " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
