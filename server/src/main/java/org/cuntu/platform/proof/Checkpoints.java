package org.cuntu.platform.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The heads of the file and of a witness, by the number of entries that they cover. Used by one thread. */
final class Checkpoints {
    private final Map<Long, List<SignedHead>> own = new HashMap<>();
    private final Map<Long, List<SignedHead>> seen = new HashMap<>();
    private final List<Finding> foreign = new ArrayList<>();
    private final HeadCheck signatures;
    private long witnessed;
    private long furthest;
    /** Entries that the last fitting head of the witness covers. */
    private long agreed;

    Checkpoints(List<SignedHead> heads, List<SignedHead> witness, String log, HeadCheck signatures) {
        this.signatures = signatures;
        for (SignedHead signed : heads) {
            if (!signed.head().log().equals(log))
                foreign.add(Finding.at(Finding.Kind.OTHER_LOG, signed.head().total()));
            own.computeIfAbsent(signed.head().total(), total -> new ArrayList<>())
                    .add(signed);
        }
        List<SignedHead> ofLog = witness.stream()
                .filter(signed -> signed.head().log().equals(log))
                .toList();
        if (ofLog.isEmpty() && !witness.isEmpty())
            foreign.add(new Finding(
                    Finding.Kind.OTHER_LOG, 0, 0, witness.getFirst().head().log()));
        for (SignedHead signed : ofLog) {
            seen.computeIfAbsent(signed.head().total(), total -> new ArrayList<>())
                    .add(signed);
            furthest = Math.max(furthest, signed.head().total());
        }
    }

    List<Finding> foreign() {
        return foreign;
    }

    /** Heads of the witness that were compared. */
    long witnessed() {
        return witnessed;
    }

    /** How many entries the witness knows of; 0 when no more than these. */
    long beyond(long entries) {
        return furthest > entries ? furthest : 0;
    }

    /** @return what is wrong when so many entries have been read; null when nothing is */
    @Nullable
    Finding at(long total, Frontier tree, Suspects suspects) {
        List<SignedHead> mine = own.get(total);
        List<SignedHead> theirs = seen.get(total);
        if (mine == null && theirs == null) return null;
        String root = HexFormat.of().formatHex(tree.root());
        for (SignedHead signed : mine == null ? List.<SignedHead>of() : mine) {
            if (fits(signed, root, total, tree)) continue;
            return signed.isSigned() && !signatures.isSigned(signed)
                    ? Finding.at(Finding.Kind.HEAD_FORGED, total)
                    : suspects.against(signed.head().root(), total);
        }
        for (SignedHead signed : theirs == null ? List.<SignedHead>of() : theirs) {
            witnessed++;
            if (!fits(signed, root, total, tree)) return new Finding(Finding.Kind.LOG_REWRITTEN, agreed, total - 1, "");
            agreed = total;
        }
        suspects.begin(tree, total);
        return null;
    }

    private static boolean fits(SignedHead signed, String root, long total, Frontier tree) {
        TreeHead head = signed.head();
        return head.root().equals(root) && head.size() == tree.size() && head.start() == total - tree.size();
    }
}
