package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.cuntu.core.conformity.internal.DbDrafts;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a database must do for drafts; run on each that the product supports. */
abstract class DraftsContract {
    private static final String QIN = "qin";
    private static final String WEI = "wei";

    private final List<String> proved = Collections.synchronizedList(new ArrayList<>());
    private Instant now = Instant.parse("2026-11-20T01:42:00.123456Z");
    private DataSource database;
    private Drafts drafts;

    /** A database with the table of drafts and no rows. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = database();
        drafts = drafts((owner, verb, draft, digest) -> proved.add(owner + " " + verb + " " + draft));
    }

    @Test
    void aDraftIsFoundAsItWasKept() {
        Draft kept = drafts.add(QIN, content("柳东新区配套", "[1]"));

        assertThat(drafts.find(QIN, kept.id())).contains(kept);
        assertThat(kept.id()).matches("d-[0-9a-f]{8}");
        assertThat(kept.version()).isEqualTo(1);
        assertThat(proved).containsExactly("qin create " + kept.id());
    }

    @Test
    void aDraftOfSomebodyElseDoesNotExist() {
        Draft kept = drafts.add(QIN, content("甲", "[1]"));

        assertThat(drafts.find(WEI, kept.id())).isEmpty();
        assertThat(drafts.list(WEI)).isEmpty();
        assertThat(code(() -> drafts.save(WEI, kept.id(), 1, content("乙", "[2]"))))
                .isEqualTo("draft.unknown");
        assertThat(code(() -> drafts.rename(WEI, kept.id(), 1, "乙"))).isEqualTo("draft.unknown");
        assertThat(code(() -> drafts.remove(WEI, kept.id(), 1))).isEqualTo("draft.unknown");
    }

    @Test
    void aSaveRaisesTheVersionAndTheList() {
        Draft older = drafts.add(QIN, content("甲", "[1]"));
        later();
        drafts.add(QIN, content("乙", "[1]"));
        later();

        Draft saved = drafts.save(QIN, older.id(), 1, content("甲", "[1,2]"));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.content()).isEqualTo("[1,2]");
        assertThat(saved.savedAt()).isEqualTo(now);
        assertThat(drafts.list(QIN)).extracting(Draft.Line::name).containsExactly("甲", "乙");
    }

    @Test
    void theSecondOfTwoWindowsIsToldAndTheFirstOnesWorkStays() {
        Draft kept = drafts.add(QIN, content("甲", "[1]"));
        drafts.save(QIN, kept.id(), 1, content("甲", "[first window]"));

        DraftChanged told = catchThrowableOfType(
                DraftChanged.class, () -> drafts.save(QIN, kept.id(), 1, content("甲", "[second window]")));

        assertThat(told.now().version()).isEqualTo(2);
        assertThat(drafts.find(QIN, kept.id()).orElseThrow().content()).isEqualTo("[first window]");
        assertThat(proved).hasSize(2);
    }

    @Test
    void ofManySavesOverOneVersionExactlyOneIsWritten() throws Exception {
        Draft kept = drafts.add(QIN, content("甲", "[1]"));
        Callable<Boolean> save = () -> {
            try {
                drafts.save(QIN, kept.id(), 1, content("甲", "[2]"));
                return true;
            } catch (DraftChanged e) {
                return false;
            }
        };
        int written = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (var done : pool.invokeAll(Collections.nCopies(8, save))) written += done.get() ? 1 : 0;
        }

        assertThat(written).isEqualTo(1);
        assertThat(drafts.find(QIN, kept.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void aNewNameKeepsTheContent() {
        Draft kept = drafts.add(QIN, content("甲", "[1]"));

        Draft renamed = drafts.rename(QIN, kept.id(), 1, "官塘片区二期");

        assertThat(renamed.name()).isEqualTo("官塘片区二期");
        assertThat(renamed.content()).isEqualTo("[1]");
        assertThat(renamed.version()).isEqualTo(2);
    }

    @Test
    void aRemovedDraftIsGone() {
        Draft kept = drafts.add(QIN, content("甲", "[1]"));

        drafts.remove(QIN, kept.id(), 1);

        assertThat(drafts.find(QIN, kept.id())).isEmpty();
        assertThat(proved).containsExactly("qin create " + kept.id(), "qin remove " + kept.id());
    }

    @Test
    void whenTheProofCannotBeWrittenNothingChanges() {
        Draft kept = drafts.add(QIN, content("甲", "[1]"));
        Drafts unproved = drafts((owner, verb, draft, digest) -> {
            throw new IllegalStateException("no proof");
        });

        assertThatThrownBy(() -> unproved.save(QIN, kept.id(), 1, content("乙", "[2]")))
                .hasMessage("no proof");
        assertThatThrownBy(() -> unproved.remove(QIN, kept.id(), 1)).hasMessage("no proof");
        assertThatThrownBy(() -> unproved.add(QIN, content("乙", "[2]"))).hasMessage("no proof");
        assertThat(drafts.list(QIN)).extracting(Draft.Line::name).containsExactly("甲");
        assertThat(drafts.find(QIN, kept.id())).contains(kept);
    }

    @Test
    void anAccountHasNoMoreThanTheLimit() {
        for (int i = 0; i < Drafts.MOST; i++) drafts.add(QIN, content("甲" + i, "[]"));

        assertThat(code(() -> drafts.add(QIN, content("乙", "[]")))).isEqualTo("draft.too-many");
        assertThat(drafts.add(WEI, content("丙", "[]")).version()).isEqualTo(1);
    }

    private void later() {
        now = now.plusSeconds(60);
    }

    private Drafts drafts(Drafts.Proof proof) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return new DbDrafts(JdbcClient.create(database), transaction, proof, () -> now);
    }

    private static Draft.Content content(String name, String text) {
        return new Draft.Content(name, text, 1);
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InputRefused.class, call).problems().stream()
                .map(Problem::code)
                .findFirst()
                .orElseThrow();
    }
}
