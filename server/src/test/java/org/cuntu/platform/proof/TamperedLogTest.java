package org.cuntu.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a copied log is found, and the first entry that it was done to is named. */
class TamperedLogTest {
    private static final SigningKey KEY = SignatureKind.SM2.generate();
    private static final SigningKey OTHER = SignatureKind.SM2.generate();

    @TempDir
    Path folder;

    private final SmallLog log = SmallLog.of("log-1", KEY, "");

    @ParameterizedTest
    @EnumSource(SignatureKind.class)
    void anHonestLogIsGenuineWithEitherSignature(SignatureKind kind) {
        SigningKey key = kind.generate();
        Checked checked = check(SmallLog.of("log-1", key, ""), List.of(key.key()), List.of());

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.entries()).isEqualTo(12);
        assertThat(checked.heads()).isEqualTo(4);
    }

    @Test
    void aChangedByteNamesItsEntry() {
        log.lines.set(7, log.lines.get(7).replace("thing 7", "thing 8"));

        assertThat(found()).isEqualTo("ENTRY_CHANGED 7");
    }

    @Test
    void aChangedEntryWhoseLeafWasMadeAnewIsFoundByTheNextHead() {
        log.lines.set(7, log.line(7, log.bodies.get(7).replace("thing 7", "thing x")));

        assertThat(found()).isEqualTo("ENTRY_NOT_AS_SIGNED 6–8");
    }

    @Test
    void aDroppedEntryIsNamed() {
        log.lines.remove(4);

        assertThat(found()).isEqualTo("ENTRY_DROPPED 4");
    }

    @Test
    void aDroppedEntryIsFoundThoughTheOthersWereNumberedAnew() {
        for (int i = 5; i < 12; i++) log.lines.set(i - 1, log.line(i - 1, log.bodies.get(i)));
        log.lines.removeLast();

        assertThat(found()).isEqualTo("ENTRY_NOT_AS_SIGNED 3–5");
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        log.lines.set(4, log.lines.set(5, log.lines.get(4)));

        assertThat(found()).isEqualTo("ENTRY_DROPPED 4");
    }

    @Test
    void entriesThatChangedPlacesAndNumbersAreNamed() {
        log.lines.set(4, log.line(4, log.bodies.get(5)));
        log.lines.set(5, log.line(5, log.bodies.get(4)));

        assertThat(found()).isEqualTo("ENTRY_REORDERED 4");
    }

    @Test
    void aCutTailShowsByTheHeads() {
        log.lines.subList(8, 12).clear();

        assertThat(found()).isEqualTo("LOG_CUT 8–11");
    }

    @Test
    void aTailCutWithItsHeadsShowsByTheWitnessAlone() {
        SignedHead seen = log.heads.getLast();
        log.lines.subList(9, 12).clear();
        log.heads.removeLast();

        assertThat(check(log, List.of(KEY.key()), List.of()).findings()).isEmpty();
        assertThat(found(List.of(KEY.key()), List.of(seen))).isEqualTo("LOG_CUT 9–11");
    }

    @Test
    void aHeadWithAnotherRootIsForged() {
        SignedHead head = log.heads.get(1);
        TreeHead other = new TreeHead(
                "log-1", 0, HashKind.SM3, 0, 6, "ab".repeat(32), head.head().at());
        log.heads.set(1, new SignedHead(other, head.key(), head.signature()));

        assertThat(found()).isEqualTo("HEAD_FORGED 6");
    }

    @Test
    void aHeadSignedByAnotherKeyIsNamed() {
        log.keys.add(OTHER.key());
        log.heads.set(3, OTHER.sign(log.heads.get(3).head()));

        assertThat(found(List.of(), List.of())).isEqualTo("HEAD_OTHER_KEY 12");
        assertThat(found(List.of(KEY.key()), List.of())).isEqualTo("HEAD_OTHER_KEY 12");
    }

    @Test
    void aHeadThatNamesTheKeyAndIsSignedByAnotherIsForged() {
        SignedHead other = OTHER.sign(log.heads.get(3).head());
        log.heads.set(3, new SignedHead(other.head(), KEY.key().id(), other.signature()));

        assertThat(found()).isEqualTo("HEAD_FORGED 12");
    }

    @Test
    void aHistoryWrittenAnewWithTheKeeperOwnKeyShowsByTheWitnessAlone() {
        SmallLog rewritten = SmallLog.of("log-1", KEY, "!");

        assertThat(check(rewritten, List.of(KEY.key()), List.of()).findings()).isEmpty();
        assertThat(said(check(rewritten, List.of(KEY.key()), log.heads.subList(1, 2))))
                .isEqualTo("LOG_REWRITTEN 0–5");
    }

    @Test
    void aHistoryWrittenAnewFromSomewhereOnIsBoundedByTheWitnessesHeads() {
        SmallLog rewritten = new SmallLog("log-1", HashKind.SM3);
        rewritten.announce(KEY);
        for (int i = 1; i < 12; i++) rewritten.append("thing " + i + (i < 7 ? "" : "!"));
        rewritten.sign(KEY, 3);

        assertThat(said(check(rewritten, List.of(KEY.key()), log.heads))).isEqualTo("LOG_REWRITTEN 6–8");
    }

    @Test
    void aHistoryWrittenAnewWithAKeyOfTheForgersShowsByTheGivenKey() {
        SmallLog forged = SmallLog.of("log-1", OTHER, "");

        assertThat(said(check(forged, List.of(KEY.key()), List.of()))).isEqualTo("HEAD_OTHER_KEY 3");
    }

    @Test
    void aKeyThatTheOldOneVouchedForIsTrustedAfterIt() {
        log.announce(OTHER);
        log.sign(KEY, 100);
        log.append("later");
        log.sign(OTHER, 100);

        assertThat(check(log, List.of(KEY.key()), List.of()).findings()).isEmpty();
    }

    /** Of a long log only some signatures are looked at; wherever the key changes, the head that vouched for it is one of them. */
    @ParameterizedTest
    @ValueSource(ints = {150, 151, 152, 153})
    void aKeyThatTheOldOneVouchedForIsTrustedInALongLogToo(int heads) {
        for (int i = 0; i < heads; i++) log.append("thing " + i);
        log.sign(KEY, 1);
        log.announce(OTHER);
        log.sign(KEY, 1);
        for (int i = 0; i < 300; i++) log.append("later " + i);
        log.sign(OTHER, 1);

        assertThat(check(log, List.of(KEY.key()), List.of()).findings()).isEmpty();
    }

    @Test
    void aKeyThatNobodyVouchedForIsNotTrustedThoughItIsAnnounced() {
        log.announce(OTHER);
        log.sign(OTHER, 100);

        assertThat(found()).isEqualTo("HEAD_OTHER_KEY 13");
    }

    @Test
    void entriesWithoutAHeadProveNothing() {
        log.append("later");

        assertThat(found()).isEqualTo("HEAD_MISSING 12");
    }

    @Test
    void theWitnessOfAnotherLogIsTold() {
        SmallLog other = SmallLog.of("log-2", KEY, "");

        assertThat(found(List.of(KEY.key()), other.heads)).startsWith("OTHER_LOG");
    }

    private String found() {
        return found(List.of(KEY.key()), List.of());
    }

    private String found(List<ProofKey> keys, List<SignedHead> witness) {
        return said(check(log, keys, witness));
    }

    /** Of the first that is wrong. */
    private static String said(Checked checked) {
        Finding first = checked.findings().getFirst();
        return first.kind() + " " + first.problem().args().get("range");
    }

    private Checked check(SmallLog copy, List<ProofKey> keys, List<SignedHead> witness) {
        try {
            return LogCheck.check(copy.write(folder.resolve("log.zip")), keys, witness);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
