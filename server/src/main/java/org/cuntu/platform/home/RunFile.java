package org.cuntu.platform.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a command on this machine speaks to the server that holds the home: {@code run.json}, mode 0600, with port, token and
 * process. Whoever may read the file is the home's owner.
 *
 * @param port on 127.0.0.1
 * @param token sent as {@code Authorization: Bearer}
 * @param pid the server's process
 */
public record RunFile(int port, String token, long pid) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A token that cannot be guessed: 256 random bits. */
    public static String newToken() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public void write(Home home) throws IOException {
        Private.write(home.runFile(), JSON.writeValueAsString(Map.of("port", port, "token", token, "pid", pid)) + "\n");
    }

    /** The run file of a home folder that somebody else holds; empty when there is none or it cannot be read. */
    public static Optional<RunFile> find(Path home) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(home.resolve("run.json")), RunFile.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "RunFile[port=" + port + ", pid=" + pid + "]";
    }
}
