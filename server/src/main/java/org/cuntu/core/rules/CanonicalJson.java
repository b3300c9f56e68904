package org.cuntu.core.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.platform.proof.CanonicalText;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 (JSON Canonicalization Scheme) for what is hashed here: objects, arrays, strings, integers, booleans and null.
 * Members are sorted by UTF-16 code units; nothing stands between tokens. A number that is not an integer within ±2^53
 * is refused, so that every reader gives the same text.
 */
public final class CanonicalJson {
    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    /** A value that writes its own canonical text: where thousands of one shape stand in a list. */
    public interface Itself {
        void write(StringBuilder out);
    }

    /**
     * The canonical text.
     *
     * @param value Map with String keys, List, String, Integer, Long, Boolean, {@link Itself} or null
     * @throws IllegalArgumentException for anything else
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    /** SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> CanonicalText.quote(out, text);
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> integer(out, number);
            case Itself itself -> itself.write(out);
            case Map<?, ?> map -> object(out, map);
            case List<?> list -> array(out, list);
            default -> throw new IllegalArgumentException("not canonical: " + value.getClass());
        }
    }

    private static void integer(StringBuilder out, long number) {
        if (Math.abs(number) > EXACT) throw new IllegalArgumentException("beyond 2^53: " + number);
        out.append(number);
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            if (!first) out.append(',');
            first = false;
            CanonicalText.quote(out, member.getKey());
            out.append(':');
            write(out, member.getValue());
        }
        out.append('}');
    }

    private static void array(StringBuilder out, List<?> list) {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            if (!first) out.append(',');
            first = false;
            write(out, item);
        }
        out.append(']');
    }
}
