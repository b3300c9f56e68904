package org.cuntu.platform.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Walks through a whole log once: leaves are hashed by all cores, the tree grows behind them, and wherever a head stands its
 * root is compared. What is wrong first ends the walk.
 */
final class WholeCheck {
    private static final int BLOCK = 4096;
    private static final Frontier.Made NOTHING = (level, place, node) -> {};
    private static final byte[] KEY_ACT = "{\"act\":\"audit:key:begin\"".getBytes(StandardCharsets.US_ASCII);

    private final ExportFile file;
    private final HeadCheck signatures;
    private final List<SignedHead> heads;
    private final Checkpoints checkpoints;
    private final TreeMap<Long, String> announced = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    /** Entries since the last head that fits, for a closer look. */
    private final Suspects suspects = new Suspects();

    private final ExportFile.Epoch beginning;
    private ExportFile.Epoch epoch;
    private Frontier tree;
    private long next;

    WholeCheck(ExportFile file, List<ProofKey> keys, List<SignedHead> witness) {
        this.file = file;
        this.signatures = new HeadCheck(file.keys(), keys);
        this.heads = file.heads().stream()
                .sorted(Comparator.comparingLong(
                        (SignedHead signed) -> signed.head().total()))
                .toList();
        this.checkpoints = new Checkpoints(heads, witness, file.log(), signatures);
        List<ExportFile.Epoch> epochs = file.epochs();
        this.beginning = epochs.isEmpty() ? new ExportFile.Epoch(0, HashKind.SM3, 0) : epochs.getFirst();
        this.epoch = beginning;
        this.tree = new Frontier(epoch.hash());
        suspects.begin(tree, 0);
    }

    Checked run() throws IOException {
        findings.addAll(checkpoints.foreign());
        if (findings.isEmpty()) walk();
        if (findings.isEmpty()) findings.addAll(atTheEnd());
        if (findings.isEmpty()) findings.addAll(signatures.of(heads, announced));
        SignedHead newest = heads.isEmpty() ? null : heads.getLast();
        return new Checked(
                Checked.Kind.LOG,
                file.log(),
                next,
                newest == null ? 0 : newest.head().total(),
                newest == null ? "" : newest.head().root(),
                heads.size(),
                signatures.checked(),
                signatures.signers(heads),
                signatures.given(),
                checkpoints.witnessed(),
                findings,
                null);
    }

    private void walk() throws IOException {
        try (ExecutorService reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("verify-reader").daemon().factory())) {
            Future<List<ExportFile.Line>> coming = reader.submit(() -> file.next(BLOCK));
            for (List<ExportFile.Line> lines = got(coming); !lines.isEmpty(); lines = got(coming)) {
                coming = reader.submit(() -> file.next(BLOCK));
                if (!block(lines)) break;
            }
        }
    }

    private static List<ExportFile.Line> got(Future<List<ExportFile.Line>> coming) throws IOException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** @return whether all is well so far */
    private boolean block(List<ExportFile.Line> lines) {
        byte[][] leaves = new byte[lines.size()][];
        long first = next;
        IntStream.range(0, leaves.length)
                .parallel()
                .forEach(i ->
                        leaves[i] = epochAt(first + i).hash().leaf(lines.get(i).body()));
        byte[][] parents = new byte[leaves.length][];
        IntStream.range(1, leaves.length).parallel().forEach(i -> {
            ExportFile.Epoch of = epochAt(first + i);
            if ((first + i - of.start()) % 2 == 1) parents[i] = of.hash().node(leaves[i - 1], leaves[i]);
        });
        for (int i = 0; i < leaves.length; i++) if (!one(lines.get(i), leaves[i], parents[i])) return false;
        return true;
    }

    private ExportFile.Epoch epochAt(long number) {
        ExportFile.Epoch found = beginning;
        for (ExportFile.Epoch each : file.epochs()) if (each.start() <= number) found = each;
        return found;
    }

    private boolean one(ExportFile.Line line, byte[] leaf, byte @Nullable [] parent) {
        if (line.index() != next) return wrong(misplaced(line.index()));
        if (!Arrays.equals(leaf, ExportFile.bytes(line.leaf())))
            return wrong(new Finding(Finding.Kind.ENTRY_CHANGED, next, next, act(line)));
        if (begins(next) && !begin(line)) return wrong(Finding.at(Finding.Kind.EPOCH_BROKEN, next));
        if (startsWith(line.body(), KEY_ACT)) announced.put(next, digest(line));
        tree.append(leaf, parent, NOTHING);
        suspects.add(line, leaf);
        next++;
        Finding wrong = checkpoints.at(next, tree, suspects);
        return wrong == null || wrong(wrong);
    }

    private Finding misplaced(long found) {
        return found > next
                ? new Finding(Finding.Kind.ENTRY_DROPPED, next, found - 1, "")
                : new Finding(Finding.Kind.ENTRY_REORDERED, next, next, Long.toString(found));
    }

    private boolean wrong(Finding finding) {
        findings.add(finding);
        return false;
    }

    private boolean begins(long number) {
        return number > 0 && file.epochs().stream().anyMatch(each -> each.start() == number && each.number() > 0);
    }

    /** A new tree: its first entry holds the root of the one before. */
    private boolean begin(ExportFile.Line line) {
        String root = HexFormat.of().formatHex(tree.root());
        JsonNode body = ProofJson.read(line.body());
        boolean fits = body.path("act").asString("").equals("audit:epoch:begin")
                && body.path("digest").asString("").equals(root);
        epoch = file.epochs().stream()
                .filter(each -> each.start() == next)
                .findFirst()
                .orElse(epoch);
        tree = new Frontier(epoch.hash());
        suspects.begin(tree, next);
        return fits;
    }

    private List<Finding> atTheEnd() {
        long covered = heads.isEmpty() ? 0 : heads.getLast().head().total();
        if (covered > next) return List.of(new Finding(Finding.Kind.LOG_CUT, next, covered - 1, ""));
        if (checkpoints.beyond(next) > 0)
            return List.of(new Finding(Finding.Kind.LOG_CUT, next, checkpoints.beyond(next) - 1, ""));
        boolean signed = !heads.isEmpty() && heads.getLast().isSigned();
        if (next > 0 && (!signed || covered < next)) return List.of(Finding.at(Finding.Kind.HEAD_MISSING, covered));
        return List.of();
    }

    private static boolean startsWith(byte[] body, byte[] beginning) {
        return body.length > beginning.length
                && Arrays.equals(body, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static String digest(ExportFile.Line line) {
        return ProofJson.read(line.body()).path("digest").asString("");
    }

    /** What the entry says it was; of one that was broken nothing. */
    static String act(ExportFile.Line line) {
        try {
            JsonNode body = ProofJson.read(line.body());
            return body.path("at").asString("") + " " + body.path("act").asString("");
        } catch (RuntimeException e) {
            return "";
        }
    }
}
