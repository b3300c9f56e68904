package org.cuntu.platform.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The check of some entries, each with its path to the head of its epoch. */
final class SelectionCheck {
    private static final int BLOCK = 1024;

    private final ExportFile file;
    private final Map<Integer, SignedHead> heads;
    private long entries;

    private SelectionCheck(ExportFile file) {
        this.file = file;
        this.heads = file.heads().stream()
                .collect(Collectors.toMap(
                        signed -> signed.head().epoch(),
                        Function.identity(),
                        (one, other) -> one.head().size() >= other.head().size() ? one : other));
    }

    static Checked of(ExportFile file, List<ProofKey> keys, List<SignedHead> witness) throws IOException {
        return new SelectionCheck(file).run(keys, witness);
    }

    private Checked run(List<ProofKey> keys, List<SignedHead> witness) throws IOException {
        HeadCheck signatures = new HeadCheck(file.keys(), keys);
        List<SignedHead> used = heads.values().stream()
                .sorted(Comparator.comparingLong(
                        (SignedHead signed) -> signed.head().total()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (List<ExportFile.Line> lines = file.next(BLOCK);
                !lines.isEmpty() && findings.isEmpty();
                lines = file.next(BLOCK))
            for (ExportFile.Line line : lines) {
                Finding.Kind wrong = wrong(line);
                if (wrong != null) {
                    findings.add(new Finding(wrong, line.index(), line.index(), WholeCheck.act(line)));
                    break;
                }
                entries++;
            }
        if (findings.isEmpty()) findings.addAll(signatures.of(used, new TreeMap<>()));
        long compared = 0;
        for (SignedHead theirs : findings.isEmpty() ? witness : List.<SignedHead>of()) {
            SignedHead mine = heads.get(theirs.head().epoch());
            if (mine == null || !mine.head().log().equals(theirs.head().log())) continue;
            if (mine.head().size() != theirs.head().size()) continue;
            compared++;
            if (!mine.head().root().equals(theirs.head().root()))
                findings.add(
                        Finding.at(Finding.Kind.LOG_REWRITTEN, theirs.head().total() - 1));
        }
        SignedHead newest = used.isEmpty() ? null : used.getLast();
        return new Checked(
                Checked.Kind.SELECTION,
                file.log(),
                entries,
                newest == null ? 0 : newest.head().total(),
                newest == null ? "" : newest.head().root(),
                used.size(),
                signatures.checked(),
                signatures.signers(used),
                signatures.given(),
                compared,
                findings,
                null);
    }

    private Finding.@Nullable Kind wrong(ExportFile.Line line) {
        ExportFile.Epoch epoch = file.epochs().reversed().stream()
                .filter(each -> each.start() <= line.index())
                .findFirst()
                .orElse(null);
        SignedHead signed = epoch == null ? null : heads.get(epoch.number());
        if (epoch == null || signed == null) return Finding.Kind.HEAD_MISSING;
        if (!Arrays.equals(epoch.hash().leaf(line.body()), ExportFile.bytes(line.leaf())))
            return Finding.Kind.ENTRY_CHANGED;
        String path = line.path() == null ? "" : line.path();
        InclusionProof inclusion = new InclusionProof(
                line.index() - epoch.start(),
                signed.head().size(),
                signed.head().root(),
                path.isEmpty() ? List.of() : List.of(path.split(",")));
        try {
            return inclusion.holds(epoch.hash(), line.text()) ? null : Finding.Kind.PATH_BROKEN;
        } catch (IllegalArgumentException e) {
            return Finding.Kind.PATH_BROKEN;
        }
    }
}
