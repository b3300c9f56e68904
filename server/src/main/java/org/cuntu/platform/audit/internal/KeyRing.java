package org.cuntu.platform.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Private;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignatureKind;
import org.cuntu.platform.proof.SigningKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This node's own keys, in {@code keys/proof-signing.json} (mode 0600), the oldest first: the last one and, until it may sign,
 * the one before. Public keys of all nodes are rows. Thread safe.
 */
@Component
class KeyRing {
    private final Path file;
    private final JdbcClient jdbc;
    private List<SigningKey> own;

    KeyRing(Home home, JdbcClient jdbc) {
        this.file = home.keys().resolve("proof-signing.json");
        this.jdbc = jdbc;
        this.own = read();
    }

    synchronized List<SigningKey> own() {
        return own;
    }

    synchronized void add(SigningKey key) {
        List<SigningKey> more = new ArrayList<>(own);
        more.add(key);
        write(more);
    }

    /** Takes the private halves of the keys before this one away. */
    synchronized void forgetBefore(SigningKey key) {
        int place = own.indexOf(key);
        if (place > 0) write(own.subList(place, own.size()));
    }

    private void write(List<SigningKey> keys) {
        List<Map<String, String>> rows = keys.stream()
                .map(key -> Map.of(
                        "kind",
                        key.key().kind().name(),
                        "id",
                        key.key().id(),
                        "publicKey",
                        key.key().base64(),
                        "privateKey",
                        Base64.getEncoder().encodeToString(key.privateKey())))
                .toList();
        try {
            Private.write(file, JsonMapper.shared().writeValueAsString(Map.of("keys", rows)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own = List.copyOf(keys);
    }

    private List<SigningKey> read() {
        if (!Files.exists(file)) return List.of();
        try {
            List<SigningKey> keys = new ArrayList<>();
            for (JsonNode row :
                    JsonMapper.shared().readTree(Files.readAllBytes(file)).path("keys")) {
                SignatureKind kind = SignatureKind.valueOf(row.path("kind").asString());
                keys.add(new SigningKey(
                        ProofKey.of(kind, row.path("publicKey").asString()),
                        Base64.getDecoder().decode(row.path("privateKey").asString())));
            }
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A public key of any node. */
    Optional<ProofKey> find(String id) {
        return jdbc.sql("select algorithm, public_key from proof_key where id = :id")
                .param("id", id)
                .query((row, n) ->
                        ProofKey.of(SignatureKind.valueOf(row.getString("algorithm")), row.getString("public_key")))
                .optional();
    }

    /** The number of the entry that announced a key; empty while it has none. */
    Optional<Long> announcedAt(String id) {
        return jdbc.sql(
                        "select e.idx from proof_key k join proof_entry e on e.leaf = k.leaf where k.id = :id and e.idx is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /**
     * The key that signs the next head: the newest that an earlier head covers; before there is any, the oldest.
     *
     * @param covered entries that the newest head covers
     */
    SigningKey signing(long covered) {
        List<SigningKey> keys = own();
        for (SigningKey key : keys.reversed())
            if (announcedAt(key.key().id()).filter(index -> index < covered).isPresent()) return key;
        if (keys.isEmpty()) throw new IllegalStateException("no key to sign heads with");
        return keys.getFirst();
    }
}
