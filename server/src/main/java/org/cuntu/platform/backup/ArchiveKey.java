package org.cuntu.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.Private;
import org.jspecify.annotations.Nullable;

/**
 * What seals archives: 256 random bits in a file, or a passphrase, which is stretched by PBKDF2-HMAC-SHA256 with the
 * archive's own salt. Never printed.
 */
public final class ArchiveKey {
    /** OWASP's figure for PBKDF2-HMAC-SHA256. */
    public static final int ROUNDS = 600_000;

    private static final int BYTES = 32;
    private static final int SHORTEST = 12;

    private final byte @Nullable [] key;
    private final @Nullable String passphrase;

    private ArchiveKey(byte @Nullable [] key, @Nullable String passphrase) {
        this.key = key;
        this.passphrase = passphrase;
    }

    /** Reads the key of a file, and makes it (mode 0600) when it is not there. */
    public static ArchiveKey ofFileOrNew(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[BYTES];
                new SecureRandom().nextBytes(made);
                Private.write(file, HexFormat.of().formatHex(made) + "\n");
            }
            return ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InputRefused when the file cannot be read or holds no key of 64 hexadecimal digits */
    public static ArchiveKey ofFile(Path file) {
        String text = text(file);
        if (!text.matches("[0-9a-f]{64}")) throw refused("backup.no-key", file);
        return new ArchiveKey(HexFormat.of().parseHex(text), null);
    }

    /** The first line of a file; @throws InputRefused when it cannot be read or is shorter than twelve characters. */
    public static ArchiveKey ofPassphrase(Path file) {
        String first = text(file).lines().findFirst().orElse("");
        if (first.length() < SHORTEST) throw refused("backup.short-passphrase", file);
        return new ArchiveKey(null, first);
    }

    /** Whether it is stretched; else it is used as it is. */
    public boolean isPassphrase() {
        return passphrase != null;
    }

    /** The key's bytes before they are bound to one archive. */
    public byte[] bytes(byte[] salt, int rounds) throws GeneralSecurityException {
        if (key != null) return key.clone();
        char[] letters = passphrase == null ? new char[0] : passphrase.toCharArray();
        KeySpec spec = new PBEKeySpec(letters, salt, rounds, BYTES * 8);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw refused("backup.no-key", file);
        }
    }

    private static InputRefused refused(String code, Path file) {
        return new InputRefused(Problem.refused(
                code, Problem.Place.file(String.valueOf(file.getFileName())), "file", file, "least", SHORTEST));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ArchiveKey";
    }
}
