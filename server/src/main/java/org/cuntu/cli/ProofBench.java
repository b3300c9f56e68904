package org.cuntu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofExports;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.ProofQuery;
import org.cuntu.platform.proof.Checked;
import org.cuntu.platform.proof.LogCheck;
import org.springframework.transaction.support.TransactionTemplate;

/** Writers, samplers and the check, timed. */
final class ProofBench {
    private static final int SAMPLERS = 4;

    private final ProofLog proof;
    private final ProofExports exports;
    private final TransactionTemplate transaction;
    private final int writers;

    ProofBench(ProofLog proof, ProofExports exports, TransactionTemplate transaction, int writers) {
        this.proof = proof;
        this.exports = exports;
        this.transaction = transaction;
        this.writers = writers;
    }

    /** Acts a second; milliseconds from an act's commit to its proof under a signed head. */
    record Written(double rate, int sampled, double lag50, double lag95, double lagMost) {}

    /** Entries a second: the median, and the first time. */
    record Verified(long entries, double rate, double first) {}

    /** @param rate acts a second that all writers make together; 0: as many as they can */
    Written write(int seconds, int rate) {
        AtomicLong acts = new AtomicLong();
        List<Double> lags = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Thread> writing = new ArrayList<>();
        List<Thread> sampling = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String actor = "writer-" + i;
            writing.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; System.nanoTime() < end; n++) {
                    if (rate > 0) pace(begin + n * (1_000_000_000L * writers / rate));
                    append(actor, n);
                    acts.incrementAndGet();
                }
            }));
        }
        for (int i = 0; i < SAMPLERS; i++)
            sampling.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    long committed = System.nanoTime();
                    String leaf = append("sampler", 0);
                    if (proof.await(leaf, Duration.ofSeconds(30)).isPresent())
                        lags.add((System.nanoTime() - committed) / 1e6);
                }
            }));
        writing.forEach(ProofBench::join);
        double elapsed = (System.nanoTime() - begin) / 1e9;
        sampling.forEach(ProofBench::join);
        List<Double> sorted = lags.stream().sorted().toList();
        return new Written(acts.get() / elapsed, sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private static void pace(long due) {
        long wait = due - System.nanoTime();
        if (wait > 0) LockSupport.parkNanos(wait);
    }

    private static double at(List<Double> sorted, double share) {
        if (sorted.isEmpty()) return Double.NaN;
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }

    private String append(String actor, int n) {
        ProofAct act = new ProofAct(actor, "onemap:point:identify", "109.410000,24.330000 2026-11-26 " + n, null)
                .on(Box.point(109.41, 24.33));
        String leaf = transaction.execute(status -> proof.append(act));
        return leaf == null ? "" : leaf;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void export(Path file) throws IOException {
        proof.await(append("exporter", 0), Duration.ofSeconds(60));
        try (OutputStream out = Files.newOutputStream(file)) {
            exports.write(ProofQuery.ALL, "bench", out);
        }
    }

    Verified verify(Path file, int times) throws IOException {
        double[] rates = new double[times];
        long entries = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            Checked checked = LogCheck.check(file, List.of(), List.of());
            if (!checked.isGenuine()) throw new IllegalStateException("the log does not check: " + checked.findings());
            entries = checked.entries();
            rates[i] = entries / ((System.nanoTime() - start) / 1e9);
        }
        double first = rates[0];
        Arrays.sort(rates);
        return new Verified(entries, rates[times / 2], first);
    }
}
