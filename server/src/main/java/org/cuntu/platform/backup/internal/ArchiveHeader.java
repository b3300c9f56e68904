package org.cuntu.platform.backup.internal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.cuntu.platform.backup.ArchiveCipher;
import org.cuntu.platform.backup.ArchiveKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beginning of an archive, readable without the key and sealed by every chunk: the mark, the length of a JSON, the JSON.
 *
 * @param format of this file; a greater one is newer than this program
 * @param salt of the key, 32 hexadecimal digits
 * @param rounds of PBKDF2; 0: the key is one of a file
 * @param check names the key without telling it, 16 hexadecimal digits
 * @param madeAt for whoever looks at the file
 */
public record ArchiveHeader(
        int format, ArchiveCipher cipher, String salt, int rounds, String check, String city, String madeAt) {
    static final int FORMAT = 1;
    private static final byte[] MARK = "CUNTUBK1".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 64 << 10;
    private static final int MOST_ROUNDS = 20_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ArchiveHeader make(ArchiveCipher cipher, ArchiveKey key, String city, String madeAt) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        int rounds = key.isPassphrase() ? ArchiveKey.ROUNDS : 0;
        ArchiveHeader unnamed =
                new ArchiveHeader(FORMAT, cipher, HexFormat.of().formatHex(salt), rounds, "", city, madeAt);
        String check = Sealing.of(unnamed, key).check();
        return new ArchiveHeader(FORMAT, cipher, unnamed.salt, rounds, check, city, madeAt);
    }

    /** Mark, length and JSON as they stand in the file. */
    byte[] bytes() {
        byte[] json = JSON.writeValueAsBytes(this);
        return ByteBuffer.allocate(MARK.length + Integer.BYTES + json.length)
                .put(MARK)
                .putInt(json.length)
                .put(json)
                .array();
    }

    /** A changed byte may have renamed a member: then another is missing. */
    @SuppressWarnings("ConstantValue")
    private boolean isWhole() {
        boolean named = Stream.of(cipher, salt, check, city, madeAt).allMatch(Objects::nonNull);
        return named && rounds >= 0 && rounds <= MOST_ROUNDS && salt.matches("[0-9a-f]{32}");
    }

    /** A header as read, with its bytes: what was sealed is what stands there. */
    record Read(ArchiveHeader header, byte[] bytes) {}

    /** @throws ArchiveFault when it is no archive of ours, of a newer format, or cut within the header */
    static Read read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] mark = data.readNBytes(MARK.length);
        if (!Arrays.equals(mark, MARK)) throw new ArchiveFault("backup.foreign", 0);
        try {
            int length = data.readInt();
            if (length < 2 || length > LONGEST) throw new ArchiveFault("backup.damaged", MARK.length);
            byte[] json = new byte[length];
            data.readFully(json);
            ArchiveHeader header = JSON.readValue(json, ArchiveHeader.class);
            if (header.format > FORMAT) throw new ArchiveFault("backup.newer", MARK.length);
            if (!header.isWhole()) throw new ArchiveFault("backup.damaged", MARK.length);
            byte[] all = ByteBuffer.allocate(MARK.length + Integer.BYTES + length)
                    .put(MARK)
                    .putInt(length)
                    .put(json)
                    .array();
            return new Read(header, all);
        } catch (EOFException e) {
            throw new ArchiveFault("backup.cut", MARK.length);
        } catch (JacksonException e) {
            throw new ArchiveFault("backup.damaged", MARK.length);
        }
    }
}
