package org.cuntu.engine.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An input that can be read more than once: a file or bytes.
 *
 * @param name as the user knows it; never used as a path
 * @param path where it lies; null for bytes
 */
record InputSource(String name, @Nullable Path path, byte @Nullable [] bytes) {
    static InputSource of(String name, Path path) {
        return new InputSource(name, path, null);
    }

    static InputSource of(String name, byte[] bytes) {
        return new InputSource(name, null, bytes);
    }

    InputStream open() throws IOException {
        if (bytes != null) return new ByteArrayInputStream(bytes);
        if (path != null) return Files.newInputStream(path);
        throw new IllegalStateException("no content");
    }

    /** Where it lies. */
    Path onDisk() {
        if (path == null) throw new IllegalStateException("only in memory");
        return path;
    }

    /** The same content as a file in the folder; itself when it is one. */
    InputSource in(Path folder) {
        if (path != null) return this;
        try {
            Path copy = Files.createTempFile(folder, "source", ".bin");
            try (InputStream in = open()) {
                Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return of(name, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size() {
        try {
            return bytes != null ? bytes.length : path != null ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] head(int length) {
        try (InputStream in = open()) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the content, 64 hexadecimal digits. */
    String sha256() {
        try (DigestInputStream in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
