package org.cuntu.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Settings;

/**
 * PostgreSQL's own programs on the configured database: as processes of ours with a time limit; the password goes by the
 * environment, never by an argument. They are found on the PATH or under Debian's {@code /usr/lib/postgresql}.
 */
final class PostgresTools {
    private static final long LONGEST_HOURS = 6;
    private static final int SAID = 400;

    private final Settings.Database settings;

    PostgresTools(Settings.Database settings) {
        this.settings = settings;
    }

    /**
     * Runs a program to its end, connected to the configured database.
     *
     * @throws InputRefused when it is not there or fails; says what it said
     */
    void run(String program, List<String> arguments) {
        URI address = URI.create(Objects.requireNonNull(settings.url()).substring("jdbc:".length()));
        List<String> command = new ArrayList<>();
        command.add(find(program).orElseThrow(() -> refused("home.postgres-tool", "program", program, "why", "-")));
        command.addAll(List.of(
                "--host=" + address.getHost(),
                "--port=" + (address.getPort() < 0 ? 5432 : address.getPort()),
                "--username=" + settings.user(),
                "--dbname=" + address.getPath().substring(1),
                "--no-password"));
        command.addAll(arguments);
        try {
            Path log = Files.createTempFile("cuntu-" + program, ".log");
            try {
                int status = run(command, log);
                if (status != 0) throw refused("home.postgres-tool", "program", program, "why", said(log));
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(List<String> command, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        if (!settings.password().isEmpty()) builder.environment().put("PGPASSWORD", settings.password());
        Process process = builder.start();
        try {
            if (process.waitFor(LONGEST_HOURS, TimeUnit.HOURS)) return process.exitValue();
            throw new IOException(command.getFirst() + " did not end within " + LONGEST_HOURS + " hours");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String said(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
        return text.length() <= SAID ? text : text.substring(text.length() - SAID);
    }

    /** The newest: a program of an older PostgreSQL refuses a newer server. */
    private static Optional<String> find(String program) throws UncheckedIOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                Optional<String> newest = versions.map(v -> v.resolve("bin").resolve(program))
                        .filter(Files::isExecutable)
                        .max(Comparator.naturalOrder())
                        .map(Path::toString);
                if (newest.isPresent()) return newest;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
