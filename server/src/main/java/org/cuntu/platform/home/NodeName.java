package org.cuntu.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A name that belongs to the home, not to the process: kept in {@code db/node}. */
public final class NodeName {
    private NodeName() {}

    public static synchronized String of(Home home) {
        Path file = home.db().resolve("node");
        try {
            if (!Files.exists(file)) Files.writeString(file, UUID.randomUUID().toString());
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
