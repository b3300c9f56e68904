package org.cuntu.platform.proof;

import java.util.HexFormat;

/**
 * A head and who says so.
 *
 * @param key id of the key; empty for heads from before heads were signed
 * @param signature hexadecimal, 64 bytes: r‖s for SM2, RFC 8032 for Ed25519; empty as the key
 */
public record SignedHead(TreeHead head, String key, String signature) {
    public boolean isSigned() {
        return !signature.isEmpty();
    }

    /** Whether this key signed exactly this head. */
    public boolean isBy(ProofKey with) {
        if (!isSigned() || !with.id().equals(key)) return false;
        try {
            return with.kind()
                    .verify(with.publicKey(), head.statement(), HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
