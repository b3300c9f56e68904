package org.cuntu.platform.proof;

import java.util.HexFormat;

/** A pair of keys; says nothing of its private half. */
public final class SigningKey {
    private final ProofKey key;
    private final byte[] privateKey;

    /** @param privateKey PKCS#8, DER */
    public SigningKey(ProofKey key, byte[] privateKey) {
        this.key = key;
        this.privateKey = privateKey.clone();
    }

    public ProofKey key() {
        return key;
    }

    /** For the file in the home's {@code keys/} alone. */
    public byte[] privateKey() {
        return privateKey.clone();
    }

    public SignedHead sign(TreeHead head) {
        return new SignedHead(head, key.id(), HexFormat.of().formatHex(sign(head.statement())));
    }

    /** A receipt or another statement. */
    public byte[] sign(byte[] statement) {
        return key.kind().sign(privateKey, statement);
    }

    @Override
    public String toString() {
        return "SigningKey[" + key + "]";
    }
}
