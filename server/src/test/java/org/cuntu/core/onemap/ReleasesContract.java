package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.onemap.ReleaseEntry.Act.CORRECTION;
import static org.cuntu.core.onemap.ReleaseEntry.Act.END;
import static org.cuntu.core.onemap.ReleaseEntry.Act.RELEASE;
import static org.cuntu.core.onemap.ReleaseEntry.Act.WITHDRAWAL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.cuntu.core.onemap.ReleaseRequest.Correction;
import org.cuntu.core.onemap.ReleaseRequest.End;
import org.cuntu.core.onemap.ReleaseRequest.Release;
import org.cuntu.core.onemap.ReleaseRequest.Withdrawal;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries of the table of releases (contracts 4): only added, each known later than the last, each with its proof. */
abstract class ReleasesContract {
    private static final String LAYER = "STBHHX";
    private static final LocalDate Y2023 = LocalDate.of(2023, 12, 31);
    private static final LocalDate Y2024 = LocalDate.of(2024, 12, 31);

    private final TestApplication application = application();
    private final Releases releases = application.bean(Releases.class);

    abstract TestApplication application();

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    @Test
    void aReleaseIsAnEntryWithAProofAndTheSnapshotsFigures() {
        String hash = snapshot(1);

        Releases.Released released = releases.release(new Release(LAYER, hash, Y2023, "delivery of 2023", true));

        ReleaseEntry entry = released.entry();
        assertThat(releases.listReleases(LAYER))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(entry);
        assertThat(entry.act()).isEqualTo(RELEASE);
        assertThat(entry.features()).isEqualTo(1);
        assertThat(entry.bounds()).containsExactly(109.401, 24.3, 109.402, 24.301);
        assertThat(application
                        .bean(ProofLog.class)
                        .find(released.leaf())
                        .orElseThrow()
                        .act()
                        .digest())
                .isEqualTo(hash);
    }

    @Test
    void whatIsWrittenIsNeverChangedByWhatComesLater() {
        Releases.Released first = release(1, Y2023);
        String before = row(first);

        releases.release(new Correction(LAYER, snapshot(2), Y2023, "better", false));
        releases.release(new End(LAYER, Y2024, "over"));
        releases.release(new Withdrawal(LAYER, first.entry().id(), "mistake"));

        assertThat(row(first)).isEqualTo(before);
        assertThat(releases.listReleases(LAYER).stream().map(ReleaseEntry::act))
                .containsExactly(RELEASE, CORRECTION, END, WITHDRAWAL);
    }

    @Test
    void twoVersionsOfOneInForceFromAreRefusedUnlessTheSecondCorrects() {
        release(1, Y2023);

        assertRefused("onemap.release-exists", new Release(LAYER, snapshot(2), Y2023, "again", false));
        releases.release(new Correction(LAYER, snapshot(2), Y2023, "better", false));
        assertRefused("onemap.nothing-to-correct", new Correction(LAYER, snapshot(2), Y2024, "nothing", false));
    }

    @Test
    void anEndNeedsAVersionInForceTheDayBefore() {
        release(1, Y2023);

        assertRefused("onemap.nothing-to-end", new End(LAYER, Y2023, "too early"));
        releases.release(new End(LAYER, Y2023.plusDays(1), "after one day"));
        assertRefused("onemap.nothing-to-end", new End(LAYER, Y2024, "over already"));
    }

    @Test
    void aWithdrawalNeedsAnEntryThatIsThere() {
        UUID first = release(1, Y2023).entry().id();
        UUID withdrawal = releases.release(new Withdrawal(LAYER, first, "mistake"))
                .entry()
                .id();

        assertRefused("onemap.nothing-to-withdraw", new Withdrawal(LAYER, first, "twice"));
        assertRefused("onemap.nothing-to-withdraw", new Withdrawal(LAYER, withdrawal, "back"));
        assertRefused("onemap.nothing-to-withdraw", new Withdrawal("CKQ", first, "of another layer"));
        assertThat(release(2, Y2023).entry().act()).isEqualTo(RELEASE);
    }

    @Test
    void aLayerOrASnapshotThatIsNotThereIsRefused() {
        assertRefused("onemap.unknown-layer", new Release("NO", snapshot(1), Y2023, "s", false));
        assertRefused("onemap.no-snapshot-file", new Release(LAYER, "0".repeat(64), Y2023, "s", false));
        assertRefused("onemap.other-layer", new Release("CKQ", snapshot(1), Y2023, "s", false));
    }

    @Test
    void ofSeveralRequestsWithOneRefusedNoneIsWritten() {
        Assertions.assertThatThrownBy(() -> releases.release(List.of(
                        new Release(LAYER, snapshot(1), Y2023, "good", false), new End("CKQ", Y2024, "nothing there"))))
                .isInstanceOf(InputRefused.class);

        assertThat(releases.listReleases(LAYER)).isEmpty();
    }

    @Test
    void aReleaseThatIsRolledBackLeavesNothing() {
        long proofs = proofs();

        application.rolledBack(() -> release(1, Y2023));

        assertThat(releases.listReleases(LAYER)).isEmpty();
        assertThat(proofs()).isEqualTo(proofs);
        assertThat(application.bean(Baselines.class).resolve(null, null).known())
                .isNull();
    }

    @Test
    void aReleaseWithoutItsProofIsNotWritten() {
        application.without("proof_entry", () -> Assertions.assertThatThrownBy(() -> release(1, Y2023))
                .isInstanceOf(RuntimeException.class));

        assertThat(releases.listReleases(LAYER)).isEmpty();
    }

    @Test
    void knownIsStrictlyIncreasingHoweverManyReleaseAtOnce() {
        String hash = snapshot(1);

        TestApplication.inParallel(6, thread -> {
            for (int i = 0; i < 8; i++) {
                LocalDate from = Y2023.plusDays(10L * thread + i);
                releases.release(new Release(LAYER, hash, from, "thread " + thread, false));
            }
        });

        List<Instant> known = releases.listReleases(LAYER).stream()
                .map(ReleaseEntry::knownFrom)
                .toList();
        assertThat(known).hasSize(48).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aKnownFromInTheFutureOfTheClockIsFollowedByALaterOne() {
        ReleaseEntry first = release(1, Y2023).entry();
        Instant ahead = first.knownFrom().plusSeconds(3600);
        application
                .jdbc()
                .sql("update layer_release set known_from = :at")
                .param("at", ahead.atOffset(java.time.ZoneOffset.UTC))
                .update();

        assertThat(release(2, Y2024).entry().knownFrom()).isEqualTo(ahead.plusNanos(1000));
    }

    @Test
    void aSourceLongerThanTheTableHoldsIsRefusedInWords() {
        assertRefused("onemap.source-long", new Release(LAYER, snapshot(1), Y2023, "长".repeat(1001), false));
    }

    private Releases.Released release(int place, LocalDate from) {
        return releases.release(new Release(LAYER, snapshot(place), from, "delivery", false));
    }

    private String snapshot(int place) {
        return Squares.snapshot(application, LAYER, place);
    }

    private void assertRefused(String code, ReleaseRequest request) {
        Assertions.assertThatThrownBy(() -> releases.release(request))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
    }

    private String row(Releases.Released released) {
        return application
                .jdbc()
                .sql("select * from layer_release where id = :id")
                .param("id", released.entry().id())
                .query()
                .singleRow()
                .toString();
    }

    private long proofs() {
        return application
                .jdbc()
                .sql("select count(*) from proof_entry")
                .query(Long.class)
                .single();
    }
}
