package org.cuntu.platform.backup.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.cuntu.platform.backup.ArchiveCipher;
import org.cuntu.platform.backup.ArchiveKey;

/**
 * The key of one archive, by HKDF (RFC 5869) from the installation's key and the archive's salt, and the nonces of its
 * chunks: number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so
 * that chunks cannot be exchanged, dropped or cut off.
 *
 * @param check names the key without telling it
 */
record Sealing(ArchiveCipher cipher, byte[] key, String check) {
    /** Bytes of a chunk before it is sealed; all but the last are full. */
    static final int CHUNK = 1 << 20;

    static final int TAG = 16;

    static Sealing of(ArchiveHeader header, ArchiveKey key) {
        try {
            byte[] salt = HexFormat.of().parseHex(header.salt());
            byte[] own = key.bytes(salt, header.rounds());
            byte[] seal = derived(
                    own,
                    salt,
                    "cuntu backup " + header.cipher(),
                    header.cipher().keyBytes());
            byte[] check = derived(own, salt, "cuntu backup check", 8);
            return new Sealing(header.cipher(), seal, HexFormat.of().formatHex(check));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] derived(byte[] key, byte[] salt, String purpose, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(key)
                        .addSalt(salt)
                        .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length));
    }

    /** A cipher for one chunk; the header is sealed with each. */
    Cipher chunk(int mode, long number, boolean last, byte[] header) {
        try {
            byte[] nonce = ByteBuffer.allocate(12)
                    .putLong(3, number)
                    .put(11, (byte) (last ? 1 : 0))
                    .array();
            Cipher made = cipher.cipher(mode, key, nonce);
            made.updateAAD(header);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
