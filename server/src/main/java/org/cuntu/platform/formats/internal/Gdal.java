package org.cuntu.platform.formats.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GDAL's command line (Debian: gdal-bin), found on the path. Each run is a process of its own with limits of time, memory and
 * file size, a bare environment, a folder of its own, and only the drivers that it needs: none that asks a network or a
 * database. Thread safe.
 *
 * @param formats all vector formats that this build has, to be switched off but for the wanted ones
 */
record Gdal(Path ogr2ogr, Path ogrinfo, String version, List<String> formats) {
    private static final Pattern FORMAT = Pattern.compile("^  (\\S.*?) -[a-z,A-Z ]+- \\([^)]*\\): ");
    private static final Duration SHORT = Duration.ofSeconds(20);
    /** Kilobytes of address space; a conversion of a million patches takes some hundred megabytes. */
    private static final long MOST_MEMORY = 2L << 20;

    private static final long MOST_CPU_SECONDS = 1_200;
    /** Blocks of 512 bytes: 8 GB. */
    private static final long MOST_FILE = 16L << 20;

    private static final int MOST_SAID = 1 << 20;
    private static final long PULSE_MILLIS = 250;

    /** What a run came to. */
    record Run(int status, String out, String err, boolean late) {
        /** The first line that says what went wrong. */
        String why() {
            return err.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("ERROR") || line.startsWith("FAILURE"))
                    .findFirst()
                    .orElse(late ? "time" : "status " + status);
        }
    }

    private static final class Installed {
        static final Optional<Gdal> GDAL = look(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /** The one on this machine's path; looked for once. */
    static Optional<Gdal> find() {
        return Installed.GDAL;
    }

    /** Empty when the folders of the path do not hold both programs, or they do not run. */
    static Optional<Gdal> look(String path) {
        Path converter = program(path, "ogr2ogr");
        Path lister = program(path, "ogrinfo");
        if (converter == null || lister == null) return Optional.empty();
        try {
            Path work = Files.createTempDirectory("cuntu-gdal");
            try {
                Gdal bare = new Gdal(converter, lister, "", List.of());
                Run version = bare.run(Order.of(lister, "--version"), work, SHORT, () -> {});
                Run formats = bare.run(Order.of(lister, "--formats"), work, SHORT, () -> {});
                Matcher number = Pattern.compile("GDAL ([0-9][0-9.]*[0-9])").matcher(version.out());
                if (version.status() != 0 || formats.status() != 0 || !number.find()) return Optional.empty();
                return Optional.of(new Gdal(converter, lister, number.group(1), names(formats.out())));
            } finally {
                Files.deleteIfExists(work);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Path program(String path, String name) {
        for (String folder : path.split(File.pathSeparator)) {
            Path program =
                    Path.of(folder.isEmpty() ? "." : folder).resolve(name).toAbsolutePath();
            if (Files.isExecutable(program)) return program;
        }
        return null;
    }

    private static List<String> names(String listed) {
        List<String> names = new ArrayList<>();
        listed.lines().forEach(line -> {
            Matcher format = FORMAT.matcher(line);
            if (format.find()) names.add(format.group(1));
        });
        return names;
    }

    /**
     * What is to be run.
     *
     * @param wanted the formats that it may open and write; no other is there; empty: all
     * @param more environment
     */
    record Order(Path program, List<String> arguments, List<String> wanted, Map<String, String> more) {
        static Order of(Path program, String argument) {
            return new Order(program, List.of(argument), List.of(), Map.of());
        }
    }

    /**
     * Runs one of the programs to its end, or to that of the limit.
     *
     * @param work its folder, in which it leaves nothing but what it was told to write
     * @param pulse called four times a second; when it throws, the program is ended first
     */
    Run run(Order order, Path work, Duration limit, Runnable pulse) throws IOException {
        Path out = Files.createTempFile(work, "out", ".txt");
        Path err = Files.createTempFile(work, "err", ".txt");
        try {
            Process process = start(order, work, out, err);
            boolean late = !ended(process, limit, pulse);
            return new Run(late ? -1 : process.exitValue(), text(out), text(err), late);
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    private Process start(Order order, Path work, Path out, Path err) throws IOException {
        String limits = "ulimit -v " + MOST_MEMORY + " && ulimit -t " + MOST_CPU_SECONDS + " && ulimit -f " + MOST_FILE;
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                limits + " && exec \"$@\"",
                "sh",
                order.program().toString()));
        command.addAll(order.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", work.toString());
        environment.put("TMPDIR", work.toString());
        environment.put("CPL_TMPDIR", work.toString());
        environment.put("PROJ_NETWORK", "OFF");
        environment.put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none");
        environment.put("GDAL_HTTP_PROXY", "127.0.0.1:9");
        environment.put("GDAL_DRIVER_PATH", "disable");
        environment.put("OGR_SQLITE_LOAD_EXTENSIONS", "");
        environment.put("CPL_CURL_ENABLE_VSIMEM", "NO");
        if (!order.wanted().isEmpty()) {
            String off = String.join(
                    ",",
                    formats.stream().filter(f -> !order.wanted().contains(f)).toList());
            environment.put("GDAL_SKIP", off);
            environment.put("OGR_SKIP", off);
        }
        environment.putAll(order.more());
        return builder.start();
    }

    /** Whether it ended in time; kills it when it did not, when nobody waits any more, or when this thread is interrupted. */
    private static boolean ended(Process process, Duration limit, Runnable pulse) {
        long end = System.nanoTime() + limit.toNanos();
        boolean over = false;
        try {
            while (!over && System.nanoTime() < end) {
                long left = StrictMath.max(1, (end - System.nanoTime()) / 1_000_000);
                over = process.waitFor(StrictMath.min(PULSE_MILLIS, left), TimeUnit.MILLISECONDS);
                if (!over) pulse.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!over) kill(process);
        }
        return over;
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
        }
    }
}
