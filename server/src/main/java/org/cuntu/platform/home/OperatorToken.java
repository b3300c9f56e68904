package org.cuntu.platform.home;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The token of this run: whoever presents it from this machine has read {@code run.json} and is the home's owner.
 *
 * @param value 64 hexadecimal digits
 */
public record OperatorToken(String value) {
    /** In constant time. */
    public boolean matches(String given) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "OperatorToken";
    }
}
