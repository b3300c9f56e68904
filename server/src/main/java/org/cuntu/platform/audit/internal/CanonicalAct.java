package org.cuntu.platform.audit.internal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cuntu.platform.audit.ProofAct;

/** The canonical bytes of an act: RFC 8785 JSON with text members only, sorted. */
final class CanonicalAct {
    private CanonicalAct() {}

    static String of(UUID id, ProofAct act, Instant at) {
        Map<String, String> members = new TreeMap<>();
        members.put("act", act.act());
        members.put("actor", act.actor());
        members.put("at", at.toString());
        if (act.digest() != null) members.put("digest", act.digest());
        members.put("id", id.toString());
        members.put("object", act.object());
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<String, String> member : members.entrySet()) {
            if (out.length() > 1) out.append(',');
            text(out, member.getKey());
            out.append(':');
            text(out, member.getValue());
        }
        return out.append('}').toString();
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
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
