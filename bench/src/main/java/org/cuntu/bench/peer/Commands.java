package org.cuntu.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that are run to their end. */
public final class Commands {
    private Commands() {}

    /** @throws IllegalStateException with what it said when it does not end with 0 */
    public static String run(List<String> command) {
        try {
            Path log = Files.createTempFile("cuntu-bench", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            int status = process.waitFor();
            String said = Files.readString(log);
            Files.delete(log);
            if (status != 0)
                throw new IllegalStateException(String.join(" ", command) + " ended with " + status + ": " + said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
