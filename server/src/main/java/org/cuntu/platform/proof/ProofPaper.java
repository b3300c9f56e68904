package org.cuntu.platform.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that is needed to check one entry, and the paper it speaks of, without the log: the file {@code proof.json}.
 *
 * @param number of the entry in the whole log
 * @param canonical the canonical result whose SHA-256 the entry bears as its digest; null when there is none
 * @param key null when the head is from before heads were signed
 * @param seen heads that witnesses hold, each with the proof that it is the beginning of the head
 */
public record ProofPaper(
        long number,
        HashKind hash,
        String leaf,
        String body,
        @Nullable String canonical,
        InclusionProof inclusion,
        SignedHead head,
        @Nullable ProofKey key,
        List<Seen> seen) {
    static final String SCHEMA = "cuntu-proof-1";

    /** A head that a witness was handed. */
    public record Seen(SignedHead head, ConsistencyProof consistency) {}

    public ProofPaper {
        seen = List.copyOf(seen);
    }

    /** As it is written; members in the order in which a reader wants them. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", SCHEMA);
        tree.put("number", number);
        tree.put("hash", hash.label());
        tree.put("leaf", leaf);
        tree.put("body", body);
        if (canonical != null) tree.put("canonical", canonical);
        tree.put("inclusion", inclusion);
        tree.put("head", ProofJson.of(head));
        if (key != null) tree.put("key", ProofJson.of(key));
        List<Object> witnesses = new ArrayList<>();
        for (Seen one : seen) witnesses.add(Map.of("head", ProofJson.of(one.head()), "consistency", one.consistency()));
        tree.put("witnessed", witnesses);
        return tree;
    }

    /** @throws RuntimeException when it is none */
    public static ProofPaper of(JsonNode tree) {
        List<Seen> seen = new ArrayList<>();
        for (JsonNode one : tree.path("witnessed"))
            seen.add(new Seen(ProofJson.head(one.path("head")), ProofJson.consistency(one.path("consistency"))));
        return new ProofPaper(
                tree.path("number").asLong(),
                HashKind.of(ProofJson.text(tree.path("hash"))),
                ProofJson.text(tree.path("leaf")),
                ProofJson.text(tree.path("body")),
                tree.has("canonical") ? ProofJson.text(tree.path("canonical")) : null,
                ProofJson.inclusion(tree.path("inclusion")),
                ProofJson.head(tree.path("head")),
                tree.has("key") ? ProofJson.key(tree.path("key")) : null,
                seen);
    }
}
