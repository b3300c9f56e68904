package org.cuntu.platform.identity.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by time (RFC 6238, on RFC 4226) and the text form of their secrets (RFC 4648, base 32). */
final class Totp {
    /** What authenticator applications expect when nothing else is said. */
    static final String ALGORITHM = "HmacSHA1";

    static final int DIGITS = 6;
    private static final long STEP_SECONDS = 30;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** @param algorithm HmacSHA1, HmacSHA256 or HmacSHA512 */
    static String code(byte[] secret, long step, int digits, String algorithm) {
        byte[] hash = hash(secret, step, algorithm);
        int at = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff;
        int modulus = 1;
        for (int i = 0; i < digits; i++) modulus *= 10;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    private static byte[] hash(byte[] secret, long step, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = held << 8 | each & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt(held >> bits & 31));
            }
        }
        if (bits > 0) text.append(BASE_32.charAt(held << 5 - bits & 31));
        return text.toString();
    }

    static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | BASE_32.indexOf(letter);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.put((byte) (held >> bits));
        }
        return bytes.array();
    }
}
