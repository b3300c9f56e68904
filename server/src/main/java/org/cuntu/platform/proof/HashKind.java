package org.cuntu.platform.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The hash of a log's tree. What is hashed begins with a byte that says what it is: 0 a leaf, 1 a node (RFC 6962, 2.1), 2 a
 * personal value; so no bytes are ever both. Thread safe.
 */
public enum HashKind {
    /** GB/T 32905-2016, 256 bits. */
    SM3("SM3") {
        @Override
        byte[] over(byte[]... parts) {
            SM3Digest digest = new SM3Digest();
            for (byte[] part : parts) digest.update(part, 0, part.length);
            byte[] out = new byte[32];
            digest.doFinal(out, 0);
            return out;
        }
    },
    /** FIPS 180-4. */
    SHA_256("SHA-256") {
        @Override
        byte[] over(byte[]... parts) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (byte[] part : parts) digest.update(part);
                return digest.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final byte[] PERSONAL = {2};

    private final String label;

    HashKind(String label) {
        this.label = label;
    }

    abstract byte[] over(byte[]... parts);

    /** As it is written in heads, rows and files: {@code SM3}, {@code SHA-256}. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException for another text than those of {@link #label} */
    public static HashKind of(String label) {
        for (HashKind kind : values()) if (kind.label.equals(label)) return kind;
        throw new IllegalArgumentException("no such hash: " + label);
    }

    public byte[] leaf(byte[] body) {
        return over(LEAF, body);
    }

    /** The leaf of a canonical body, hexadecimal. */
    public String leaf(String body) {
        return HexFormat.of().formatHex(leaf(body.getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] node(byte[] left, byte[] right) {
        return over(NODE, left, right);
    }

    /** The root of the tree without leaves: the hash of nothing. */
    public byte[] empty() {
        return over();
    }

    /** What stands in an entry for a personal value: without the salt nobody can tell what it was. Hexadecimal. */
    public String personal(byte[] salt, String value) {
        return HexFormat.of().formatHex(over(PERSONAL, salt, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The plain hash of bytes, hexadecimal. */
    public String plain(byte[] bytes) {
        return HexFormat.of().formatHex(over(bytes));
    }
}
