package org.cuntu.platform.audit.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofExports;
import org.cuntu.platform.audit.ProofKeys;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.proof.MerkleTree;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.SignedHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code README.txt manifest.json keys.json heads.jsonl entries.tsv}, in this order, page by page. */
@Component
class ExportZip implements ProofExports {
    private static final int PAGE = 2_000;
    private static final String README = """
            寸土留痕导出 · Cuntu proof log export

            核对 / to check:   ./cuntu verify FILE.zip --key KEY.pub [--witness HEADS.jsonl]

            entries.tsv   编号、叶子哈希、规范内容(、路径),制表符分隔 / number, leaf hash, canonical body (, path), by tabs
            heads.jsonl   树头与签名 / signed heads
            keys.json     公钥;请另行核对指纹 / public keys; compare their fingerprints over another way
            个人信息只有加盐哈希 / personal values are salted hashes only
            """;

    private final JdbcClient jdbc;
    private final Epochs epochs;
    private final Heads heads;
    private final ProofKeys keys;
    private final CityClock clock;

    ExportZip(JdbcClient jdbc, Epochs epochs, Heads heads, ProofKeys keys, CityClock clock) {
        this.jdbc = jdbc;
        this.epochs = epochs;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void write(ProofQuery query, String by, OutputStream out) throws IOException {
        boolean whole = query.isAll();
        List<Epochs.Epoch> trees = epochs.listAll();
        long total = heads.newest().map(head -> head.head().total()).orElse(0L);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        part(zip, "README.txt", README);
        part(zip, "manifest.json", ProofJson.line(manifest(query, by, trees, total)) + "\n");
        List<Object> known = keys.listAll().stream()
                .map(key -> (Object) ProofJson.of(key.key()))
                .toList();
        part(zip, "keys.json", ProofJson.line(Map.of("keys", known)) + "\n");
        begin(zip, "heads.jsonl");
        if (whole) allHeads(zip, total);
        else for (Epochs.Epoch tree : trees) line(zip, tree.equals(trees.getLast()) ? heads.find(total) : last(tree));
        zip.closeEntry();
        begin(zip, "entries.tsv");
        if (whole) all(zip, total);
        else found(zip, query, trees, total);
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private Map<String, Object> manifest(ProofQuery query, String by, List<Epochs.Epoch> trees, long total) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", "cuntu-proof-export-1");
        manifest.put("kind", query.isAll() ? "WHOLE" : "SELECTION");
        manifest.put("log", heads.log());
        manifest.put("total", total);
        manifest.put("made", clock.now().toString());
        manifest.put("by", by);
        manifest.put("query", query.text());
        List<Object> list = new ArrayList<>();
        for (Epochs.Epoch tree : trees)
            list.add(Map.of("epoch", tree.number(), "hash", tree.hash().label(), "start", tree.start()));
        manifest.put("epochs", list);
        return manifest;
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        begin(zip, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void line(ZipOutputStream zip, Optional<SignedHead> head) throws IOException {
        if (head.isPresent())
            zip.write((ProofJson.line(ProofJson.of(head.get())) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Optional<SignedHead> last(Epochs.Epoch tree) {
        return heads.newestOf(tree.number());
    }

    private void allHeads(ZipOutputStream zip, long total) throws IOException {
        List<SignedHead> page = heads.listFrom(0, total, PAGE);
        while (!page.isEmpty()) {
            for (SignedHead head : page) line(zip, Optional.of(head));
            page = heads.listFrom(page.getLast().head().total(), total, PAGE);
        }
    }

    private void all(ZipOutputStream zip, long total) throws IOException {
        for (long from = 0; from < total; from += PAGE)
            for (ProofEntry entry : jdbc.sql(EntryRows.SELECT + "where idx >= :from and idx < :to order by idx")
                    .param("from", from)
                    .param("to", Math.min(total, from + PAGE))
                    .query(EntryRows::entry)
                    .list()) entry(zip, entry, "");
    }

    private void found(ZipOutputStream zip, ProofQuery query, List<Epochs.Epoch> trees, long total) throws IOException {
        DbProofSearch.Where where = DbProofSearch.Where.of(query);
        long last = -1;
        while (true) {
            List<ProofEntry> page = jdbc.sql(EntryRows.SELECT + "where idx > :last and idx < :total and " + where.sql()
                            + " order by idx fetch first :page rows only")
                    .params(where.params())
                    .param("last", last)
                    .param("total", total)
                    .param("page", PAGE)
                    .query(EntryRows::entry)
                    .list();
            if (page.isEmpty()) return;
            for (ProofEntry entry : page) {
                last = number(entry);
                entry(zip, entry, "\t" + path(trees, last, total));
            }
        }
    }

    private String path(List<Epochs.Epoch> trees, long number, long total) {
        Epochs.Epoch tree = trees.reversed().stream()
                .filter(each -> each.start() <= number)
                .findFirst()
                .orElseThrow();
        int next = trees.indexOf(tree) + 1;
        long end = next < trees.size() ? trees.get(next).start() : total;
        return new MerkleTree(tree.hash(), epochs.nodes(tree))
                .path(number - tree.start(), end - tree.start()).stream()
                        .map(HexFormat.of()::formatHex)
                        .collect(Collectors.joining(","));
    }

    private static long number(ProofEntry entry) {
        Long number = entry.index();
        if (number == null) throw new IllegalStateException("an entry without a number: " + entry.leaf());
        return number;
    }

    private static void entry(ZipOutputStream zip, ProofEntry entry, String more) throws IOException {
        String line = number(entry) + "\t" + entry.leaf() + "\t" + entry.body() + more + "\n";
        zip.write(line.getBytes(StandardCharsets.UTF_8));
    }
}
