package org.cuntu.platform.proof;

import java.util.Base64;

/**
 * The public half of a key that signs heads.
 *
 * @param id {@code K-} and the first 16 digits of the fingerprint: nobody can give another key the same
 * @param publicKey SubjectPublicKeyInfo, DER
 */
public record ProofKey(String id, SignatureKind kind, byte[] publicKey) {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    public static ProofKey of(SignatureKind kind, byte[] publicKey) {
        return new ProofKey("K-" + HashKind.SHA_256.plain(publicKey).substring(0, 16), kind, publicKey);
    }

    /** SHA-256 of the key, hexadecimal: what is compared over another way, on paper or by telephone. */
    public String fingerprint() {
        return HashKind.SHA_256.plain(publicKey);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(publicKey);
    }

    public static ProofKey of(SignatureKind kind, String base64) {
        return of(kind, Base64.getDecoder().decode(base64));
    }

    /** The file that is given to an auditor: PEM after a line with kind, id and fingerprint. */
    public String pem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey);
        return kind + " " + id + " SHA-256 " + fingerprint() + "\n" + BEGIN + "\n" + body + "\n" + END + "\n";
    }

    /**
     * Reads PEM; the kind is told by the key itself.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ProofKey ofPem(String text) {
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) throw new IllegalArgumentException("no public key");
        byte[] key = Base64.getMimeDecoder().decode(text.substring(from + BEGIN.length(), to));
        // an Ed25519 key is 44 bytes long (RFC 8410), one of SM2 91
        return of(key.length == 44 ? SignatureKind.ED25519 : SignatureKind.SM2, key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProofKey key && key.fingerprint().equals(fingerprint());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
