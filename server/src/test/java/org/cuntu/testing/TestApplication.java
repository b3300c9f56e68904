package org.cuntu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cuntu.CuntuApplication;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.tasks.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The real application on the city's folder, with a clock that a test can put forward and tasks of the test's own. */
public final class TestApplication implements AutoCloseable {
    static {
        // SQLite unpacks its library once a process: not into the home of the first application, which may be gone
        System.setProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
    }

    private static @Nullable TestApplication h2;
    private static @Nullable TestApplication postgres;
    private static @Nullable TestApplication web;

    private final ConfigurableApplicationContext context;
    private final TestClock clock;
    private final boolean onPostgres;

    private TestApplication(ConfigurableApplicationContext context, TestClock clock, boolean onPostgres) {
        this.context = context;
        this.clock = clock;
        this.onPostgres = onPostgres;
    }

    /** On a file H2, without a web server; one for all tests of this JVM. */
    public static synchronized TestApplication onH2() {
        if (h2 == null) h2 = shared(List.of(), false);
        return h2;
    }

    /** On PostgreSQL, without a web server; one for all tests of this JVM. */
    public static synchronized TestApplication onPostgres() {
        if (postgres == null) postgres = shared(postgresSettings("contracts"), true);
        return postgres;
    }

    /**
     * On a file H2, with its web server; one for all tests of this JVM. Each role of the city has an account of its own,
     * named as the role and without another; {@code nobody} has none.
     */
    public static synchronized TestApplication onTheWeb() {
        if (web != null) return web;
        Path home = temporaryHome();
        TestApplication started = start(home, true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            started.close();
            delete(home);
        }));
        Talk.accounts(started);
        web = started;
        return started;
    }

    /** The settings of a new PostgreSQL database, as migrations make it. */
    public static List<String> postgresSettings(String database) {
        return settings(PrivatePostgres.running().newMigrated(database));
    }

    /** The settings of a new PostgreSQL database with nothing in it. */
    public static List<String> emptyPostgresSettings(String database) {
        return settings(PrivatePostgres.running().newDatabase(database));
    }

    private static List<String> settings(String url) {
        return List.of("cuntu.database.url=" + url, "cuntu.database.user=postgres");
    }

    private static TestApplication shared(List<String> settings, boolean onPostgres) {
        Path home = temporaryHome();
        TestApplication started = start(home, false, onPostgres, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // the private PostgreSQL ends by its own hook, perhaps before this one
            if (!onPostgres) started.close();
            delete(home);
        }));
        return started;
    }

    /** One of the test's own. */
    public static TestApplication start(Path home, boolean web, String... settings) {
        return start(home, web, false, List.of(settings));
    }

    /** One that has to make its database's tables itself. */
    public static TestApplication startFromNothing(Path home) {
        return run(home, false, false, List.of(), context -> {});
    }

    /** One of the test's own, with beans of the test's own. */
    public static TestApplication startWith(
            Path home, boolean onPostgres, List<String> settings, Consumer<GenericApplicationContext> beans) {
        return start(home, false, onPostgres, settings, beans);
    }

    private static TestApplication start(Path home, boolean web, boolean onPostgres, List<String> more) {
        return start(home, web, onPostgres, more, context -> {});
    }

    private static TestApplication start(
            Path home, boolean web, boolean onPostgres, List<String> more, Consumer<GenericApplicationContext> beans) {
        if (more.stream().noneMatch(each -> each.startsWith("cuntu.database."))) Migrated.into(home);
        return run(home, web, onPostgres, more, beans);
    }

    private static TestApplication run(
            Path home, boolean web, boolean onPostgres, List<String> more, Consumer<GenericApplicationContext> beans) {
        List<String> settings = new ArrayList<>(List.of(
                "cuntu.home=" + Objects.requireNonNull(home, "a test's home"),
                "cuntu.root=" + root(),
                "cuntu.tasks.poll=100ms",
                "cuntu.limits.upload=1MB",
                "server.port=0",
                "spring.main.log-startup-info=false",
                "spring.main.register-shutdown-hook=false",
                "logging.level.root=off",
                "logging.level.org.cuntu=off",
                "logging.level.org.springframework.boot.diagnostics=off"));
        // tests ask faster than people
        if (more.stream().noneMatch(each -> each.startsWith("cuntu.rate.")))
            settings.addAll(List.of("cuntu.rate.requests=0", "cuntu.rate.tiles=0", "cuntu.rate.sign-in=0"));
        if (more.stream().noneMatch(each -> each.startsWith("cuntu.city=")))
            settings.add("cuntu.city=" + TestCity.folder());
        settings.addAll(more);
        TestClock clock = new TestClock();
        String[] arguments = settings.stream().map(each -> "--" + each).toArray(String[]::new);
        ConfigurableApplicationContext context = CuntuApplication.builder(web)
                .initializers((ApplicationContextInitializer<GenericApplicationContext>) given -> {
                    add(given, clock);
                    beans.accept(given);
                })
                .run(arguments);
        return new TestApplication(context, clock, onPostgres);
    }

    private static void add(GenericApplicationContext context, TestClock clock) {
        CityClock city = new CityClock(clock, ZoneId.of("Asia/Shanghai"));
        context.registerBean("testClock", CityClock.class, () -> city, bean -> bean.setPrimary(true));
        Arrays.stream(TestTask.values()).forEach(kind -> context.registerBean(kind.kind(), TaskKind.class, () -> kind));
    }

    /** The checkout. */
    public static Path root() {
        return Path.of(System.getProperty("cuntu.root", "..")).toAbsolutePath().normalize();
    }

    public static Path temporaryHome() {
        try {
            return Files.createTempDirectory("cuntu-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public Path home() {
        return bean(Home.class).root();
    }

    public TestClock clock() {
        return clock;
    }

    public boolean isOnPostgres() {
        return onPostgres;
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Runs work in one transaction. */
    public void inTransaction(Runnable work) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    /** Runs work in one transaction, which is then rolled back. */
    public void rolledBack(Runnable work) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /** Takes a table away while something is tried, as a database does that cannot write. */
    public void without(String table, Runnable work) {
        jdbc().sql("alter table " + table + " rename to " + table + "_away").update();
        try {
            work.run();
        } finally {
            jdbc().sql("alter table " + table + "_away rename to " + table).update();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    public static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks again and again until it holds; fails when it does not within a minute. */
    public static void eventually(String what, java.util.function.BooleanSupplier holds) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not within a minute: " + what);
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
        }
    }

    /** Runs the same work in so many threads at once, and passes on what one of them threw. */
    public static void inParallel(int threads, Consumer<Integer> work) {
        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(threads)) {
            var all = Stream.iterate(0, n -> n + 1)
                    .limit(threads)
                    .map(n -> pool.submit(() -> work.accept(n)))
                    .toList();
            for (var each : all) each.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
