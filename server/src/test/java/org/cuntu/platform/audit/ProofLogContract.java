package org.cuntu.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cuntu.testing.TestApplication.eventually;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cuntu.platform.home.Degraded;
import org.cuntu.platform.proof.HashKind;
import org.cuntu.platform.proof.InclusionProof;
import org.cuntu.platform.proof.TreeHead;
import org.cuntu.testing.NaiveMerkle;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** The append-only log (contracts 7): a row with its act, a place in the tree, a proof that anyone can check. */
abstract class ProofLogContract {
    private final TestApplication application = application();
    private final ProofLog log = application.bean(ProofLog.class);

    abstract TestApplication application();

    @Test
    void anEntrySaysWhoDidWhatToWhat() {
        String leaf = append("R-17");

        ProofEntry entry = log.find(leaf).orElseThrow();

        assertThat(entry.act()).isEqualTo(new ProofAct("local", "test:thing:do", "R-17", "ab"));
        assertThat(entry.body())
                .isEqualTo("{\"act\":\"test:thing:do\",\"actor\":\"local\",\"at\":\"" + entry.at()
                        + "\",\"digest\":\"ab\",\"id\":\"" + entry.id() + "\",\"object\":\"R-17\"}");
        assertThat(entry.leaf()).isEqualTo(NaiveMerkle.hex(NaiveMerkle.leaf(entry.body())));
    }

    @Test
    void anActOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> log.append(act("alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anActThatIsRolledBackLeavesNoEntry() {
        String[] leaf = new String[1];

        application.rolledBack(() -> leaf[0] = log.append(act("undone")));

        assertThat(log.find(leaf[0])).isEmpty();
        assertThat(log.prove(leaf[0])).isEmpty();
    }

    @Test
    void aProofIsThereSoonAndLeadsFromTheEntryToTheHead() {
        String leaf = append("one");

        eventually("the entry has its place", () -> log.prove(leaf).isPresent());

        InclusionProof proof = log.prove(leaf).orElseThrow();
        String body = log.find(leaf).orElseThrow().body();
        assertThat(proof.holds(HashKind.SM3, body)).isTrue();
        assertThat(proof.holds(HashKind.SM3, body.replace("one", "two"))).isFalse();
    }

    @Test
    void placesHaveNoGapsHoweverManyWriteAndRollBackAtOnce() {
        Queue<String> leaves = new ConcurrentLinkedQueue<>();

        TestApplication.inParallel(6, thread -> {
            for (int i = 0; i < 20; i++) {
                String object = thread + "/" + i;
                if (i % 3 == 0) application.rolledBack(() -> log.append(act(object)));
                else leaves.add(append(object));
            }
        });
        allHaveAPlace();

        List<Long> places = application
                .jdbc()
                .sql("select idx from proof_entry order by idx")
                .query(Long.class)
                .list();
        assertThat(leaves).hasSize(6 * 13).allMatch(leaf -> log.prove(leaf).isPresent());
        for (int i = 0; i < places.size(); i++) assertThat(places.get(i)).isEqualTo(i);
    }

    @Test
    void theHeadAndEveryProofAreThoseOfAnIndependentComputation() {
        for (int i = 0; i < 11; i++) append("witness " + i);
        allHaveAPlace();

        List<String> bodies = bodies();
        TreeHead head = log.head();

        assertThat(head.size()).isEqualTo(bodies.size());
        assertThat(head.root()).isEqualTo(NaiveMerkle.hex(NaiveMerkle.root(bodies)));
        for (int i = Math.max(0, bodies.size() - 20); i < bodies.size(); i++) {
            InclusionProof proof =
                    log.prove(NaiveMerkle.hex(NaiveMerkle.leaf(bodies.get(i)))).orElseThrow();
            assertThat(proof.path()).isEqualTo(NaiveMerkle.path(i, bodies));
            assertThat(proof.holds(HashKind.SM3, bodies.get(i))).isTrue();
        }
    }

    @Test
    void anEntryThatSomebodyChangedNoLongerProves() {
        String leaf = append("honest");
        eventually("the entry has its place", () -> log.prove(leaf).isPresent());
        String honest = log.find(leaf).orElseThrow().body();
        write(leaf, honest.replace("honest", "forged"));
        try {
            String forged = log.find(leaf).orElseThrow().body();
            assertThat(log.prove(leaf).orElseThrow().holds(HashKind.SM3, forged))
                    .isFalse();
        } finally {
            write(leaf, honest);
        }
    }

    @Test
    void theNewestActsComeFirst() {
        append("older");
        append("newer");

        assertThat(log.listNewest(2)).extracting(entry -> entry.act().object()).containsExactly("newer", "older");
    }

    @Test
    void entriesThatWaitTooLongForAPlaceDegradeTheService() {
        application
                .jdbc()
                .sql("update lease set holder = 'another', held_until = :until where name = 'proof-sequencer'")
                .param("until", application.clock().instant().plusSeconds(3600).atOffset(java.time.ZoneOffset.UTC))
                .update();
        append("waiting");
        application.clock().pass(java.time.Duration.ofSeconds(61));
        try {
            assertThat(degraded()).anyMatch(why -> why.contains("without a place"));
        } finally {
            application
                    .jdbc()
                    .sql("update lease set held_until = :past")
                    .param("past", java.time.Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC))
                    .update();
        }
        allHaveAPlace();
        assertThat(degraded()).noneMatch(why -> why.contains("without a place"));
    }

    private void write(String leaf, String body) {
        application
                .jdbc()
                .sql("update proof_entry set body = :body where leaf = :leaf")
                .param("body", body.getBytes(UTF_8))
                .param("leaf", leaf)
                .update();
    }

    private List<String> degraded() {
        return application.context().getBeanProvider(Degraded.class).stream()
                .flatMap(each -> each.why().stream())
                .toList();
    }

    private void allHaveAPlace() {
        eventually(
                "every entry has its place",
                () -> application
                                .jdbc()
                                .sql("select count(*) from proof_entry where idx is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** The canonical bytes in the order of their places. */
    private List<String> bodies() {
        return application
                .jdbc()
                .sql("select body from proof_entry where idx is not null order by idx")
                .query((row, n) -> new String(row.getBytes("body"), UTF_8))
                .list();
    }

    private String append(String object) {
        String[] leaf = new String[1];
        application.inTransaction(() -> leaf[0] = log.append(act(object)));
        return leaf[0];
    }

    private static ProofAct act(String object) {
        return new ProofAct("local", "test:thing:do", object, "ab");
    }
}
