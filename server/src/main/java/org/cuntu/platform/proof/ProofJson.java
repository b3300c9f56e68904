package org.cuntu.platform.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Heads, keys and proofs as JSON, in files and in answers. Reading throws a RuntimeException for what is none. */
public final class ProofJson {
    private ProofJson() {}

    /** {@code {head: {log, epoch, hash, start, size, root, at}, key, signature}} */
    public static Map<String, Object> of(SignedHead signed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("head", signed.head().members());
        tree.put("key", signed.key());
        tree.put("signature", signed.signature());
        return tree;
    }

    public static SignedHead head(JsonNode node) {
        Map<String, String> members = new TreeMap<>();
        node.path("head").properties().forEach(member -> members.put(member.getKey(), text(member.getValue())));
        return new SignedHead(
                TreeHead.of(members),
                node.path("key").asString(""),
                node.path("signature").asString(""));
    }

    /** {@code {id, kind, fingerprint, publicKey}} */
    public static Map<String, Object> of(ProofKey key) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", key.id());
        tree.put("kind", key.kind().name());
        tree.put("fingerprint", key.fingerprint());
        tree.put("publicKey", key.base64());
        return tree;
    }

    /** The id is that of the key itself, whatever stands beside it. */
    public static ProofKey key(JsonNode node) {
        return ProofKey.of(SignatureKind.valueOf(text(node.path("kind"))), text(node.path("publicKey")));
    }

    public static InclusionProof inclusion(JsonNode node) {
        return new InclusionProof(
                number(node.path("index")), number(node.path("size")), text(node.path("root")), path(node));
    }

    public static ConsistencyProof consistency(JsonNode node) {
        return new ConsistencyProof(
                number(node.path("first")),
                text(node.path("firstRoot")),
                number(node.path("second")),
                text(node.path("secondRoot")),
                path(node));
    }

    private static List<String> path(JsonNode node) {
        List<String> path = new ArrayList<>();
        for (JsonNode step : node.path("path")) path.add(text(step));
        return path;
    }

    static String text(JsonNode node) {
        if (!node.isString()) throw new IllegalArgumentException("not a text: " + node);
        return node.asString();
    }

    private static long number(JsonNode node) {
        if (!node.isIntegralNumber()) throw new IllegalArgumentException("not a whole number: " + node);
        return node.asLong();
    }

    /** One line, without a line break. */
    public static String line(Object tree) {
        return JsonMapper.shared().writeValueAsString(tree);
    }

    public static JsonNode read(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }

    public static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
