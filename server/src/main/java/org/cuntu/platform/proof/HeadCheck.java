package org.cuntu.platform.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Whether heads are signed, and by whom. With keys given, those are trusted, and every key that the log announced under a head
 * of a trusted one (a key's entry bears its fingerprint as digest); without, those of the file's own that the log announced.
 * Used by one thread.
 */
final class HeadCheck {
    /** So many signatures are checked of a log whose roots all fit; SM2 takes about a millisecond. */
    private static final int SAMPLE = 128;

    private final Map<String, ProofKey> known = new HashMap<>();
    private final Set<String> trusted = new HashSet<>();
    private final boolean given;
    private final Map<SignedHead, Boolean> signed = new ConcurrentHashMap<>();

    HeadCheck(List<ProofKey> ofFile, List<ProofKey> given) {
        this.given = !given.isEmpty();
        for (ProofKey key : ofFile) known.put(key.id(), key);
        for (ProofKey key : given) {
            known.put(key.id(), key);
            trusted.add(key.fingerprint());
        }
        if (given.isEmpty()) ofFile.forEach(key -> trusted.add(key.fingerprint()));
    }

    boolean given() {
        return given;
    }

    long checked() {
        return signed.size();
    }

    List<ProofKey> signers(List<SignedHead> heads) {
        return heads.stream()
                .map(SignedHead::key)
                .distinct()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
    }

    boolean isSigned(SignedHead head) {
        ProofKey key = known.get(head.key());
        return key != null && signed.computeIfAbsent(head, one -> one.isBy(key));
    }

    /** @param announced the number at which each fingerprint was announced */
    List<Finding> of(List<SignedHead> heads, TreeMap<Long, String> announced) {
        List<Finding> findings = new ArrayList<>();
        long vouched = 0;
        if (!given && !announced.isEmpty()) trusted.retainAll(new HashSet<>(announced.values()));
        int step = Math.max(1, heads.size() / SAMPLE);
        // on all cores: what they find is kept, and looked at in order below
        IntStream.range(0, heads.size())
                .parallel()
                .filter(i -> isTaken(heads, i, step))
                .forEach(i -> isSigned(heads.get(i)));
        for (int i = 0; i < heads.size(); i++) {
            SignedHead head = heads.get(i);
            if (!head.isSigned()) continue;
            ProofKey key = known.get(head.key());
            announced.headMap(vouched).values().forEach(trusted::add);
            if (key == null || !trusted.contains(key.fingerprint())) {
                findings.add(new Finding(
                        Finding.Kind.HEAD_OTHER_KEY,
                        head.head().total(),
                        head.head().total(),
                        head.key()));
                return findings;
            }
            if (!isTaken(heads, i, step)) continue;
            if (!isSigned(head)) {
                findings.add(Finding.at(Finding.Kind.HEAD_FORGED, head.head().total()));
                return findings;
            }
            vouched = Math.max(vouched, head.head().total());
        }
        return findings;
    }

    /** The last of its epoch, the first and the last of its key (this one vouches for the next key), and some between. */
    private static boolean isTaken(List<SignedHead> heads, int i, int step) {
        SignedHead head = heads.get(i);
        boolean last = i == heads.size() - 1
                || heads.get(i + 1).head().epoch() != head.head().epoch()
                || !heads.get(i + 1).key().equals(head.key());
        boolean first = i == 0 || !heads.get(i - 1).key().equals(head.key());
        return head.isSigned() && (last || first || i % step == 0);
    }
}
