package org.cuntu.platform.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Private;
import org.springframework.stereotype.Component;

/**
 * Seals small secrets of the database under a key of the home, {@code keys/identity.key} (mode 0600): AES-256-GCM with a
 * fresh nonce, bound to the place where the text stands, so that one row's text does not open in another. Without the key
 * second factors and personal numbers cannot be read; a backup without {@code keys/} loses them. Thread safe.
 */
@Component
class HomeKey {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    HomeKey(Home home) {
        this.key = new SecretKeySpec(read(home.keys().resolve("identity.key")), "AES");
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[32];
                new SecureRandom().nextBytes(made);
                Private.write(file, HexFormat.of().formatHex(made) + "\n");
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("key " + file, e);
        }
    }

    /** @param place for example {@code account.phone qinyutong} */
    String seal(String text, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), place);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalStateException when it was sealed elsewhere, under another key, or was changed */
    String open(String sealed, String place) {
        byte[] all = Base64.getDecoder().decode(sealed);
        byte[] text = crypt(
                Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length), place);
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed text of " + place, e);
        }
    }
}
