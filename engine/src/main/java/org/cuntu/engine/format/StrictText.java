package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Decodes strictly: a byte that does not belong is a refusal, never a replacement character. */
final class StrictText {
    /** The superset of GBK and GB2312 (GB 18030—2022). */
    static final Charset GB18030 = Charset.forName("GB18030");

    private StrictText() {}

    static Optional<String> decode(byte[] bytes, int offset, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) if ((bytes[i] & 0xFF) != magic[i]) return false;
        return true;
    }

    /** Whether every character is one: no control character but tab and line end, no half of a pair. */
    static boolean isText(String text) {
        return text.codePoints()
                .allMatch(c -> (c >= ' ' || c == '\t' || c == '\r' || c == '\n')
                        && c != 0x7F
                        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** Full-width forms, black lenticular brackets and foreign spaces to ASCII, for reading structure and numbers. */
    static String plain(String text) {
        CharBuffer out = CharBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) out.put(plain(text.charAt(i)));
        return out.flip().toString();
    }

    private static char plain(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') return (char) (c - 0xFEE0);
        return switch (c) {
            case '\u3000', '\u00A0', '\t', '\uFEFF' -> ' ';
            case '\u3010', '\u3014' -> '[';
            case '\u3011', '\u3015' -> ']';
            default -> c;
        };
    }
}
