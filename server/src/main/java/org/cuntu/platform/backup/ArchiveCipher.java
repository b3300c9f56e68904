package org.cuntu.platform.backup;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How an archive is sealed: AES-256-GCM of the JDK, or SM4-GCM (GB/T 32907) of BouncyCastle; tags of 128 bits. */
public enum ArchiveCipher {
    AES_256_GCM("AES", 32),
    SM4_GCM("SM4", 16);

    private static final int TAG_BITS = 128;

    private final String algorithm;
    private final int keyBytes;

    ArchiveCipher(String algorithm, int keyBytes) {
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
    }

    public int keyBytes() {
        return keyBytes;
    }

    /** @param mode of {@link Cipher} */
    public Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = this == SM4_GCM
                ? Cipher.getInstance("SM4/GCM/NoPadding", Sm.PROVIDER)
                : Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, algorithm), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** Loaded with the first SM4 alone. */
    private static final class Sm {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
