package org.cuntu.platform.proof;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** RFC 8785 JSON of an object with text members only: sorted by their names, without spaces. */
public final class CanonicalText {
    private CanonicalText() {}

    public static String of(Map<String, String> members) {
        // names are of plain letters: their UTF-16 order, which RFC 8785 asks for, is the natural one
        SortedMap<String, String> sorted = new TreeMap<>(members);
        StringBuilder out = new StringBuilder(256).append('{');
        for (Map.Entry<String, String> member : sorted.entrySet()) {
            if (out.length() > 1) out.append(',');
            quote(out, member.getKey());
            out.append(':');
            quote(out, member.getValue());
        }
        return out.append('}').toString();
    }

    /** A text as RFC 8785, 3.2.2.2 writes it, in quotes. */
    public static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
