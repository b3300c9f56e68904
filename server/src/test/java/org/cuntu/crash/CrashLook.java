package org.cuntu.crash;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.proof.InclusionProof;
import org.cuntu.testing.TestApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through a home after a blow: everything acknowledged is there, nothing is half done, the log verifies. */
record CrashLook(ConfigurableApplicationContext application) {
    void look(List<String> said) throws Exception {
        List<String> faults = new ArrayList<>();
        acknowledged(said, faults);
        files(faults);
        releases(faults);
        log(faults);
        if (faults.isEmpty()) return;
        faults.stream().limit(20).forEach(fault -> System.out.println("FAULT " + fault));
        Runtime.getRuntime().halt(4);
    }

    private void acknowledged(List<String> said, List<String> faults) {
        Set<String> files = set("select sha256 from kept_file");
        Set<String> tasks = set("select cast(id as varchar) from task");
        Set<String> releases = set("select cast(id as varchar) from layer_release");
        Set<String> leaves = set("select leaf from proof_entry");
        for (String line : said) {
            String[] words = line.split(" ");
            Set<String> there =
                    switch (words[0]) {
                        case "file" -> files;
                        case "task" -> tasks;
                        default -> releases;
                    };
            if (!there.contains(words[1])) faults.add("acknowledged and not there: " + line);
            if (!words[2].equals("-") && !leaves.contains(words[2])) faults.add("its act is not in the log: " + line);
        }
    }

    private void files(List<String> faults) throws Exception {
        Files files = application.getBean(Files.class);
        for (String sha256 : set("select sha256 from kept_file")) {
            try (InputStream in = files.open(sha256)) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
                if (!HexFormat.of().formatHex(hash).equals(sha256)) faults.add("half a file: " + sha256);
            } catch (IOException e) {
                faults.add("a row without its file: " + sha256);
            }
        }
        same("files and their acts", "kept_file", "files:file:keep", faults);
        try (var drafts =
                java.nio.file.Files.list(application.getBean(Home.class).files().resolve("tmp"))) {
            if (drafts.findAny().isPresent()) faults.add("a draft that a blow left");
        }
    }

    private void releases(List<String> faults) {
        SnapshotStore store = application.getBean(SnapshotStore.class);
        for (String hash : set("select hash from layer_release"))
            if (!store.contains(hash)) faults.add("a release without its snapshot: " + hash);
        same("releases and their acts", "layer_release", "onemap:snapshot:release", faults);
    }

    private void same(String what, String table, String act, List<String> faults) {
        long rows = count("select count(*) from " + table);
        long acts = count("select count(*) from proof_entry where act = '" + act + "'");
        if (rows != acts) faults.add(what + ": " + rows + " rows, " + acts + " acts");
    }

    private void log(List<String> faults) {
        try {
            TestApplication.eventually(
                    "every act has its place", () -> count("select count(*) from proof_entry where idx is null") == 0);
        } catch (AssertionError e) {
            faults.add("acts without a place");
            return;
        }
        long acts = count("select count(*) from proof_entry");
        if (acts == 0) return;
        if (count("select max(idx) from proof_entry") != acts - 1) faults.add("a place is missing in the log");
        ProofLog log = application.getBean(ProofLog.class);
        if (log.head().total() != acts) faults.add("the head is of another size");
        // every twentieth, and the newest: each leads over other nodes
        List<ProofEntry> newest = log.listNewest(2000);
        for (int i = 0; i < newest.size(); i += i < 20 ? 1 : 20) {
            ProofEntry entry = newest.get(i);
            InclusionProof proof = log.prove(entry.leaf()).orElse(null);
            if (proof == null || !proof.holds(entry.hash(), entry.body()))
                faults.add("does not verify: " + entry.leaf());
        }
    }

    private Set<String> set(String query) {
        return new HashSet<>(application
                .getBean(JdbcClient.class)
                .sql(query)
                .query(String.class)
                .list());
    }

    private long count(String query) {
        return application
                .getBean(JdbcClient.class)
                .sql(query)
                .query(Long.class)
                .single();
    }
}
