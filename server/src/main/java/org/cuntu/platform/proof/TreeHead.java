package org.cuntu.platform.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tree after a batch. A log whose hash was changed has several trees, one after the other, its epochs; the first entry of
 * each holds the last root of the one before.
 *
 * @param log names the log for ever, so that heads of two logs are never taken for one's
 * @param epoch from 0
 * @param start the number, in the whole log, of the epoch's first entry
 * @param size leaves of the epoch's tree
 * @param root hexadecimal; of the empty tree: the hash of nothing
 */
public record TreeHead(String log, int epoch, HashKind hash, long start, long size, String root, Instant at) {
    private static final String PREFIX = "cuntu-proof-head-1\n";

    /** Entries of the whole log up to this head. */
    public long total() {
        return start + size;
    }

    /** Its members as texts, as they stand in files. */
    public Map<String, String> members() {
        Map<String, String> members = new TreeMap<>();
        members.put("log", log);
        members.put("epoch", Integer.toString(epoch));
        members.put("hash", hash.label());
        members.put("start", Long.toString(start));
        members.put("size", Long.toString(size));
        members.put("root", root);
        members.put("at", at.toString());
        return members;
    }

    /** @throws RuntimeException when a member is missing or no such thing */
    public static TreeHead of(Map<String, String> members) {
        return new TreeHead(
                member(members, "log"),
                Integer.parseInt(member(members, "epoch")),
                HashKind.of(member(members, "hash")),
                Long.parseLong(member(members, "start")),
                Long.parseLong(member(members, "size")),
                member(members, "root"),
                Instant.parse(member(members, "at")));
    }

    private static String member(Map<String, String> members, String name) {
        String found = members.get(name);
        if (found == null) throw new IllegalArgumentException("a head without " + name);
        return found;
    }

    /** What is signed: a line that says what it is, and the members as canonical JSON. UTF-8. */
    public byte[] statement() {
        return (PREFIX + CanonicalText.of(members())).getBytes(StandardCharsets.UTF_8);
    }
}
