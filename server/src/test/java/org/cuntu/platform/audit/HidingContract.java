package org.cuntu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.cuntu.platform.proof.Finding;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.LogCheck;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An administrator of the database who wants to hide one entry, with all that a database lets them do. The log that the
 * server then gives out is checked as a stranger checks it: by the file, the public key and a witness's head.
 */
abstract class HidingContract {
    private static final int ACTS = 6;

    @TempDir
    Path folder;

    private final TestApplication application = application();
    private final ProofLog log = application.bean(ProofLog.class);
    private final List<ProofEntry> acts = new ArrayList<>();
    private SignedHead witnessed;
    private List<ProofKey> keys = List.of();

    abstract TestApplication application();

    @BeforeEach
    void anHonestLogAndItsWitness() throws IOException {
        for (int i = 0; i < ACTS; i++) {
            String[] leaf = new String[1];
            String thing = "thing " + i;
            application.inTransaction(() -> leaf[0] = log.append(new ProofAct("local", "test:thing:do", thing, "ab")));
            acts.add(log.await(leaf[0], Duration.ofSeconds(20)).orElseThrow().entry());
        }
        witnessed = log.listHeads(Long.MAX_VALUE, 1).getFirst();
        keys = application.bean(ProofKeys.class).listAll().stream()
                .map(ProofKeys.Known::key)
                .toList();
        for (String table : List.of("proof_entry", "proof_head", "proof_tree")) {
            sql("create table honest_" + table + " as select * from " + table);
        }
        assertThat(check()).isEmpty();
    }

    @AfterEach
    void theHonestLogAgain() {
        for (String table : List.of("proof_entry", "proof_head", "proof_tree")) {
            sql("delete from " + table);
            sql("insert into " + table + " select * from honest_" + table);
            sql("drop table honest_" + table);
        }
    }

    @Test
    void anEntryChangedInPlaceIsNamed() throws IOException {
        body(acts.get(2), acts.get(2).body().replace("thing 2", "thing x"));

        assertFirst(Finding.Kind.ENTRY_CHANGED, index(2));
    }

    @Test
    void anEntryChangedTogetherWithItsLeafHashIsFoundBetweenTwoHeads() throws IOException {
        String forged = acts.get(2).body().replace("thing 2", "thing x");
        body(acts.get(2), forged);
        byte[] leaf = HashKind.of(hashOf(2)).leaf(forged.getBytes(StandardCharsets.UTF_8));
        application
                .jdbc()
                .sql("update proof_entry set leaf = :new where idx = :idx")
                .param("new", HexFormat.of().formatHex(leaf))
                .param("idx", index(2))
                .update();

        Finding found = check().getFirst();

        assertThat(found.kind()).isEqualTo(Finding.Kind.ENTRY_NOT_AS_SIGNED);
        assertThat(index(2)).isBetween(found.from(), found.to());
    }

    @Test
    void anEntryTakenOutIsNamed() throws IOException {
        sql("delete from proof_entry where idx = " + index(2));

        assertFirst(Finding.Kind.ENTRY_DROPPED, index(2));
    }

    @Test
    void anEntryTakenOutWithTheOthersMovedUpIsFoundWhereItWas() throws IOException {
        sql("delete from proof_entry where idx = " + index(2));
        for (int i = 3; i < ACTS; i++)
            sql("update proof_entry set idx = " + (index(i) - 1) + " where idx = " + index(i));

        Finding found = check().getFirst();

        assertThat(found.kind()).isEqualTo(Finding.Kind.ENTRY_NOT_AS_SIGNED);
        assertThat(index(2)).isBetween(found.from(), found.to());
    }

    @Test
    void twoEntriesThatChangedPlacesAreNamed() throws IOException {
        sql("update proof_entry set idx = -7 where idx = " + index(2));
        sql("update proof_entry set idx = " + index(2) + " where idx = " + index(4));
        sql("update proof_entry set idx = " + index(4) + " where idx = -7");

        Finding found = check().getFirst();

        assertThat(found.from()).isLessThanOrEqualTo(index(2));
        assertThat(found.to()).isGreaterThanOrEqualTo(index(2));
    }

    @Test
    void theTailCutOffWithItsHeadsShowsByTheWitnessesHeadAlone() throws IOException {
        sql("delete from proof_entry where idx >= " + index(3));
        sql("delete from proof_head where size > " + index(3));

        assertThat(LogCheck.check(export(), keys, List.of()).findings()).isEmpty();
        Finding found = check().getFirst();
        assertThat(found.kind()).isEqualTo(Finding.Kind.LOG_CUT);
        assertThat(found.from()).isEqualTo(index(3));
    }

    private void assertFirst(Finding.Kind kind, long index) throws IOException {
        Finding found = check().getFirst();
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.from()).isEqualTo(index);
    }

    private List<Finding> check() throws IOException {
        return LogCheck.check(export(), keys, List.of(witnessed)).findings();
    }

    private Path export() throws IOException {
        Path file = Files.createTempFile(folder, "log", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            application.bean(ProofExports.class).write(ProofQuery.ALL, "local", out);
        }
        return file;
    }

    private long index(int i) {
        return acts.get(i).index();
    }

    private String hashOf(int i) {
        return application
                .jdbc()
                .sql("select hash from proof_entry where idx = :idx")
                .param("idx", index(i))
                .query(String.class)
                .single();
    }

    private void body(ProofEntry entry, String body) {
        application
                .jdbc()
                .sql("update proof_entry set body = :body where idx = :idx")
                .param("body", body.getBytes(StandardCharsets.UTF_8))
                .param("idx", entry.index())
                .update();
    }

    private void sql(String text) {
        application.jdbc().sql(text).update();
    }
}
