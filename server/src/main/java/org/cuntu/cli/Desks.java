package org.cuntu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses where a command's work is done. */
final class Desks {
    private Desks() {}

    /**
     * The server that runs on the home when there is one; otherwise this process, on the home when it holds anything or is
     * to hold something, else on nothing: then nothing is written.
     *
     * @param writes whether the command keeps what it makes
     */
    static Desk open(Cli cli, boolean writes) {
        Path home = cli.home();
        Optional<RunningServer> server = RunningServer.find(home);
        if (server.isPresent()) return new RemoteDesk(server.get());
        boolean lasting = writes || holdsRecords(home);
        return new LocalDesk(Application.command(lasting ? home : null, cli));
    }

    static boolean holdsRecords(Path home) {
        if (System.getenv("CUNTU_DATABASE_URL") != null) return true;
        Path db = home.resolve("db");
        if (!Files.isDirectory(db)) return false;
        try (Stream<Path> files = Files.list(db)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
