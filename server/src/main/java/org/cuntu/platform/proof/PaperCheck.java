package org.cuntu.platform.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The check of one review or entry: paper, entry, path, head, signature, witness. */
final class PaperCheck {
    private final ProofPaper paper;
    private final HeadCheck signatures;
    private final List<SignedHead> witness;
    private final List<Finding> findings = new ArrayList<>();
    private long witnessed;

    private PaperCheck(ProofPaper paper, List<ProofKey> keys, List<SignedHead> witness) {
        this.paper = paper;
        this.signatures = new HeadCheck(paper.key() == null ? List.of() : List.of(paper.key()), keys);
        this.witness = witness;
    }

    static Checked of(ProofPaper paper, List<ProofKey> keys, List<SignedHead> witness) {
        return new PaperCheck(paper, keys, witness).run();
    }

    private Checked run() {
        TreeHead head = paper.head().head();
        Finding.Kind wrong = wrong(head);
        if (wrong != null) findings.add(Finding.at(wrong, paper.number()));
        if (findings.isEmpty()) findings.addAll(signatures.of(List.of(paper.head()), new TreeMap<>()));
        if (findings.isEmpty()) witnesses(head);
        return new Checked(
                Checked.Kind.PAPER,
                head.log(),
                1,
                head.total(),
                head.root(),
                1,
                signatures.checked(),
                signatures.signers(List.of(paper.head())),
                signatures.given(),
                witnessed,
                findings,
                Checked.Said.of(paper));
    }

    private Finding.@Nullable Kind wrong(TreeHead head) {
        String canonical = paper.canonical();
        if (!paper.hash().leaf(paper.body()).equals(paper.leaf())) return Finding.Kind.ENTRY_CHANGED;
        if (canonical != null) {
            String digest = ProofJson.read(paper.body()).path("digest").asString("");
            if (!HashKind.SHA_256
                    .plain(canonical.getBytes(StandardCharsets.UTF_8))
                    .equals(digest)) return Finding.Kind.PAPER_CHANGED;
        }
        InclusionProof inclusion = paper.inclusion();
        boolean ofHead = inclusion.size() == head.size()
                && inclusion.root().equals(head.root())
                && head.hash() == paper.hash()
                && inclusion.index() + head.start() == paper.number();
        if (!ofHead || !inclusion.holds(paper.hash(), paper.body())) return Finding.Kind.PATH_BROKEN;
        return paper.head().isSigned() ? null : Finding.Kind.HEAD_MISSING;
    }

    /** A head of the witness is met by the same head, or by the proof of consistency that the paper carries. */
    private void witnesses(TreeHead head) {
        for (SignedHead theirs : witness) {
            TreeHead other = theirs.head();
            if (!other.log().equals(head.log()) || other.epoch() != head.epoch()) continue;
            if (other.size() == head.size()) {
                compared(other.root().equals(head.root()), other);
                continue;
            }
            for (ProofPaper.Seen seen : paper.seen()) {
                if (seen.head().head().size() != other.size()) continue;
                ConsistencyProof proof = seen.consistency();
                boolean fits = proof.first() == other.size()
                        && proof.firstRoot().equals(other.root())
                        && proof.second() == head.size()
                        && proof.secondRoot().equals(head.root())
                        && proof.holds(head.hash());
                compared(fits, other);
            }
        }
        boolean other = !witness.isEmpty()
                && witness.stream().noneMatch(one -> one.head().log().equals(head.log()));
        if (other)
            findings.add(new Finding(
                    Finding.Kind.OTHER_LOG, 0, 0, witness.getFirst().head().log()));
    }

    private void compared(boolean fits, TreeHead other) {
        witnessed++;
        if (!fits) findings.add(Finding.at(Finding.Kind.LOG_REWRITTEN, other.total() - 1));
    }
}
