package org.cuntu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.TestApplication.eventually;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.testing.NaiveMerkle;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: one of them gives the places, and when it ends the other goes on. */
@Tag("postgres")
class TwoNodesPostgresTest {
    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void oneSequencerNumbersWhatBothWriteAndTheOtherTakesOver() {
        String[] database = TestApplication.postgresSettings("two_nodes").toArray(String[]::new);
        TestApplication one = TestApplication.start(first, false, database);
        try (TestApplication two = TestApplication.start(second, false, database)) {
            List<TestApplication> nodes = List.of(one, two);
            TestApplication.inParallel(4, thread -> {
                for (int i = 0; i < 25; i++) append(nodes.get(thread % 2));
            });
            allHaveAPlace(two);
            one.close();
            append(two);
            allHaveAPlace(two);

            List<String> bodies = two.jdbc()
                    .sql("select body from proof_entry order by idx")
                    .query((row, n) -> new String(row.getBytes("body"), java.nio.charset.StandardCharsets.UTF_8))
                    .list();
            // each node announces a key of its own
            assertThat(bodies).hasSize(101 + 2);
            assertThat(two.bean(ProofLog.class).head().root()).isEqualTo(NaiveMerkle.hex(NaiveMerkle.root(bodies)));
        } finally {
            one.close();
        }
    }

    private static void append(TestApplication node) {
        node.inTransaction(() -> node.bean(ProofLog.class).append(new ProofAct("a", "test:thing:do", "o", null)));
    }

    private static void allHaveAPlace(TestApplication node) {
        eventually(
                "every entry has its place",
                () -> node.jdbc()
                                .sql("select count(*) from proof_entry where idx is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }
}
