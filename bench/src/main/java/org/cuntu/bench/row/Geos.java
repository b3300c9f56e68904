package org.cuntu.bench.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cuntu.bench.peer.Commands;
import org.cuntu.bench.worker.WorkerProcess;

/** The small C program on GEOS, made by the machine's compiler when it has one and the library's headers. */
public final class Geos {
    private static final String SOURCE = "geosbench.c";

    private Geos() {}

    /** Compiles and starts it; empty where it does not compile. */
    static Optional<WorkerProcess> start(Path folder, Path log) {
        Path source = folder.resolve(SOURCE);
        Path program = folder.resolve("geosbench");
        try (InputStream in = Geos.class.getResourceAsStream("/bench/" + SOURCE)) {
            if (in == null) throw new IllegalStateException("not in the class path: " + SOURCE);
            Files.copy(in, source);
            Commands.run(
                    List.of("cc", "-O2", "-o", program.toString(), source.toString(), "-lgeos_c", "-lpthread", "-lm"));
        } catch (IllegalStateException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(WorkerProcess.start("geos", List.of(program.toString()), log));
    }

    /** The library's version; empty when it does not tell. */
    public static Optional<String> version() {
        try {
            return Optional.of(Commands.run(List.of("geos-config", "--version")).strip());
        } catch (IllegalStateException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
