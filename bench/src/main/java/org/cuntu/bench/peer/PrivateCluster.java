package org.cuntu.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A PostgreSQL cluster in a folder of its own on a free loopback port; gone when closed or when the JVM ends. */
public final class PrivateCluster implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Path EXTENSIONS = Path.of("/usr/share/postgresql");

    private final Path folder;
    private final Path bin;
    private final int port;
    private boolean stopped;

    private PrivateCluster(Path folder, Path bin, int port) {
        this.folder = folder;
        this.bin = bin;
        this.port = port;
    }

    /** Whether the machine has PostgreSQL and PostGIS. */
    public static boolean isThere() {
        return newestBin().isPresent();
    }

    /** As a peer: as fast as it can be, nothing durable. @param bufferMegabytes {@code shared_buffers} */
    public static PrivateCluster start(int bufferMegabytes) {
        return start(bufferMegabytes, PrivateCluster::fast);
    }

    /** As an installation has it: what is committed is on the disk, statistics are kept, memory of a small machine. */
    public static PrivateCluster startDurable(int bufferMegabytes) {
        return start(bufferMegabytes, megabytes -> " -c jit=off -c max_wal_size=4GB -c random_page_cost=1.1");
    }

    private static PrivateCluster start(int bufferMegabytes, IntFunction<String> more) {
        Path bin = newestBin().orElseThrow(() -> new IllegalStateException("no PostgreSQL with PostGIS"));
        try {
            Path folder = Files.createTempDirectory("cuntu-bench-pg");
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            PrivateCluster cluster = new PrivateCluster(folder, bin, port);
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            if (isRoot()) Commands.run(List.of("chown", "postgres", folder.toString()));
            String data = folder + "/data";
            cluster.asPostgres("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8");
            cluster.asPostgres(
                    "pg_ctl",
                    "-D",
                    data,
                    "-w",
                    "-l",
                    folder + "/log",
                    "-o",
                    cluster.options(bufferMegabytes, more),
                    "start");
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String options(int bufferMegabytes, IntFunction<String> more) {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder
                + " -c shared_buffers=" + bufferMegabytes + "MB -c effective_cache_size=" + 3 * bufferMegabytes + "MB"
                + more.apply(bufferMegabytes);
    }

    private static String fast(int bufferMegabytes) {
        return " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal"
                + " -c max_wal_senders=0 -c max_wal_size=8GB -c checkpoint_timeout=30min -c autovacuum=off -c jit=off"
                + " -c work_mem=128MB -c maintenance_work_mem=512MB -c random_page_cost=1.1"
                + " -c max_parallel_maintenance_workers=2";
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static Optional<Path> newestBin() {
        if (!Files.isDirectory(VERSIONS)) return Optional.empty();
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.filter(version -> Files.isRegularFile(
                            EXTENSIONS.resolve(version.getFileName()).resolve("extension/postgis.control")))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        if (stopped) return;
        stopped = true;
        if (Files.exists(folder.resolve("data/postmaster.pid")))
            asPostgres("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to run as root: there the account postgres runs it. */
    private void asPostgres(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) command.addAll(List.of("runuser", "-u", "postgres", "--"));
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Commands.run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
