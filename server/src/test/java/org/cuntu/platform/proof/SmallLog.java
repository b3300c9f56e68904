package org.cuntu.platform.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A log of a test's own, as a copy in an attacker's hands: batches of three, each with its head; every part may be changed. */
final class SmallLog {
    private static final Instant BEGIN = Instant.parse("2026-11-26T01:00:00Z");

    final String log;
    final HashKind hash;
    final List<ProofKey> keys = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    final List<SignedHead> heads = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    private final Frontier tree;

    SmallLog(String log, HashKind hash) {
        this.log = log;
        this.hash = hash;
        this.tree = new Frontier(hash);
    }

    /** Twelve entries, the first of which announces the key. */
    static SmallLog of(String log, SigningKey key, String salt) {
        SmallLog made = new SmallLog(log, HashKind.SM3);
        made.announce(key);
        for (int i = 1; i < 12; i++) made.append("thing " + i + salt);
        made.sign(key, 3);
        return made;
    }

    void announce(SigningKey key) {
        keys.add(key.key());
        add("audit:key:begin", key.key().id(), key.key().fingerprint());
    }

    void append(String object) {
        add("test:thing:do", object, "ab");
    }

    private void add(String act, String object, String digest) {
        Map<String, String> members = new TreeMap<>();
        members.putAll(Map.of("act", act, "actor", "wei", "digest", digest, "object", object));
        members.put("at", BEGIN.plusSeconds(bodies.size()).toString());
        members.put("id", "id-" + bodies.size());
        bodies.add(CanonicalText.of(members));
        lines.add(line(bodies.size() - 1, bodies.getLast()));
    }

    String line(int index, String body) {
        return index + "\t" + hash.leaf(body) + "\t" + body;
    }

    /** Signs a head for every so many entries that no head covers yet. */
    void sign(SigningKey key, int batch) {
        for (int i = (int) tree.size(); i < bodies.size(); i++) {
            tree.append(hash.leaf(bodies.get(i).getBytes(StandardCharsets.UTF_8)));
            if ((i + 1) % batch == 0 || i == bodies.size() - 1)
                heads.add(key.sign(new TreeHead(
                        log,
                        0,
                        hash,
                        0,
                        tree.size(),
                        HexFormat.of().formatHex(tree.root()),
                        BEGIN.plusSeconds(100 + i))));
        }
    }

    Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "README.txt", "x");
            part(zip, "manifest.json", ProofJson.line(manifest()));
            part(
                    zip,
                    "keys.json",
                    ProofJson.line(
                            Map.of("keys", keys.stream().map(ProofJson::of).toList())));
            part(
                    zip,
                    "heads.jsonl",
                    String.join(
                            "\n",
                            heads.stream()
                                    .map(head -> ProofJson.line(ProofJson.of(head)))
                                    .toList()));
            part(zip, "entries.tsv", String.join("\n", lines) + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> manifest() {
        return Map.of(
                "schema",
                "cuntu-proof-export-1",
                "kind",
                "WHOLE",
                "log",
                log,
                "epochs",
                List.of(Map.of("epoch", 0, "hash", hash.label(), "start", 0)));
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
