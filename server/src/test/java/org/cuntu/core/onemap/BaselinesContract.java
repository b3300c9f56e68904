package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.onemap.NotAnsweredReason.FAULT;
import static org.cuntu.core.onemap.NotAnsweredReason.NO_SNAPSHOT;
import static org.cuntu.core.onemap.NotAnsweredReason.STALE;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.cuntu.core.onemap.ReleaseRequest.Correction;
import org.cuntu.core.onemap.ReleaseRequest.End;
import org.cuntu.core.onemap.ReleaseRequest.Release;
import org.cuntu.core.onemap.ReleaseRequest.Withdrawal;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.home.Degraded;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which snapshot answers at T as known at K (contracts 4). */
abstract class BaselinesContract {
    private static final String LAYER = "STBHHX";
    private static final LocalDate Y2023 = LocalDate.of(2023, 12, 31);
    private static final LocalDate Y2024 = LocalDate.of(2024, 12, 31);

    private final TestApplication application = application();
    private final Releases releases = application.bean(Releases.class);
    private final Baselines baselines = application.bean(Baselines.class);
    private final Timetable timetable = application.bean(Timetable.class);

    abstract TestApplication application();

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    @Test
    void beforeAnythingWasReleasedNoLayerAnswersAndNothingIsKnown() {
        Baseline baseline = baselines.resolve(Y2024, null);

        assertThat(baseline.known()).isNull();
        assertThat(baseline.layers())
                .extracting(Baseline.Layer::entry)
                .extracting(LayerEntry::code)
                .containsExactlyElementsOf(application.bean(LayerRegister.class).listLayers().stream()
                        .filter(LayerEntry::isAreal)
                        .map(LayerEntry::code)
                        .toList());
        assertThat(baseline.layers()).extracting(Baseline.Layer::reason).containsOnly(NO_SNAPSHOT);
    }

    @Test
    void aVersionIsInForceFromItsDayUntilTheDayOfTheNext() {
        release(1, Y2023);
        release(2, Y2024);

        assertThat(answer(Y2023.minusDays(1), null)).isEqualTo("no-snapshot");
        assertThat(answer(Y2023, null)).isEqualTo(hash(1));
        assertThat(answer(Y2024.minusDays(1), null)).isEqualTo(hash(1));
        assertThat(answer(Y2024, null)).isEqualTo(hash(2));
        assertThat(layer(baselines.resolve(Y2023, null)).snapshot().inForceTo()).isEqualTo(Y2024);
    }

    @Test
    void anOlderVersionThatArrivesLaterDoesNotReplaceANewerOne() {
        release(2, Y2024);
        release(1, Y2023);

        assertThat(answer(Y2024, null)).isEqualTo(hash(2));
        assertThat(answer(Y2024.minusDays(1), null)).isEqualTo(hash(1));
    }

    @Test
    void aCorrectionAnswersFromWhenItIsKnownAndTheOldAnswerStaysForEarlierK() {
        Instant first = release(1, Y2023).knownFrom();
        releases.release(new Correction(LAYER, hash(2), Y2023, "better", false));

        assertThat(answer(Y2023, null)).isEqualTo(hash(2));
        assertThat(answer(Y2023, first.toString())).isEqualTo(hash(1));
        assertThat(answer(Y2023, first.minusNanos(1000).toString())).isEqualTo("no-snapshot");
    }

    @Test
    void afterItsEndALayerDoesNotFallBackToAnOlderVersion() {
        release(1, Y2023);
        release(2, Y2024);
        LocalDate end = Y2024.plusMonths(1);
        releases.release(new End(LAYER, end, "repealed"));

        assertThat(answer(end.minusDays(1), null)).isEqualTo(hash(2));
        assertThat(answer(end, null)).isEqualTo("no-snapshot");
        release(3, end.plusMonths(1));
        assertThat(answer(end.plusMonths(1), null)).isEqualTo(hash(3));
    }

    @Test
    void whatWasWithdrawnDoesNotExistFromThenOnButDidBefore() {
        release(1, Y2023);
        ReleaseEntry mistake = release(2, Y2024);
        releases.release(new Withdrawal(LAYER, mistake.id(), "mistake"));

        assertThat(answer(Y2024, null)).isEqualTo(hash(1));
        assertThat(answer(Y2024, mistake.knownFrom().toString())).isEqualTo(hash(2));
    }

    @Test
    void aWithdrawnEndLetsTheVersionStand() {
        release(1, Y2023);
        ReleaseEntry end = releases.release(new End(LAYER, Y2024, "repealed")).entry();
        releases.release(new Withdrawal(LAYER, end.id(), "not repealed"));

        assertThat(answer(Y2024, null)).isEqualTo(hash(1));
    }

    @Test
    void aDateForKnownIsTheEndOfThatDayInTheCity() {
        known(release(1, Y2023), "2026-01-10T15:59:59.999999Z");
        known(release(2, Y2024), "2026-01-10T16:00:00Z");

        assertThat(answer(Y2024, "2026-01-10")).isEqualTo(hash(1));
        assertThat(answer(Y2024, "2026-01-11")).isEqualTo(hash(2));
        assertThat(answer(Y2024, "2026-01-09")).isEqualTo("no-snapshot");
    }

    @Test
    void knownIsCutToTheGreatestThatWasCommitted() {
        Instant last = release(1, Y2023).knownFrom();
        known(release(2, Y2024), "2026-01-10T00:00:00Z");

        assertThat(baselines.resolve(null, null).known()).isEqualTo(last);
        assertThat(baselines.resolve(null, now().toString()).known()).isEqualTo(last);
        assertThat(baselines.resolve(null, "2026-03-01").known())
                .isEqualTo(Instant.parse("2026-03-01T15:59:59.999999Z"));
    }

    @Test
    void knownLaterThanNowOrNoDateIsRefused() {
        release(1, Y2023);

        assertRefused("onemap.known-later", now().plusSeconds(60).toString());
        assertRefused(
                "onemap.known-later",
                LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(3).toString());
        assertRefused("onemap.known-no-date", "yesterday");
        assertRefused("onemap.known-no-date", "2026-02-30");
        assertRefused("onemap.known-no-date", "2026-01-10T00:00:00");
    }

    @Test
    void aVersionOlderThanTheLayersFreshnessIsStaleFromTheNextDayOn() {
        release(1, Y2023);

        assertThat(answer(Y2023.plusYears(5), null)).isEqualTo(hash(1));
        Baseline.Layer stale = layer(baselines.resolve(Y2023.plusYears(5).plusDays(1), null));
        assertThat(stale.reason()).isEqualTo(STALE);
        assertThat(stale.snapshot().hash()).isEqualTo(hash(1));
    }

    @Test
    void aRowWhoseFileIsMissingIsAFaultAndTheServiceIsDegraded() throws Exception {
        LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC).minusDays(2);
        release(91, today);
        Files.delete(application.home().resolve("snapshots/" + hash(91) + ".snap"));

        assertThat(layer(baselines.resolve(null, null)).reason()).isEqualTo(FAULT);
        assertThat(application.context().getBeanProvider(Degraded.class).stream()
                        .flatMap(d -> d.why().stream()))
                .anyMatch(why -> why.contains(LAYER));
    }

    @Test
    void aStoredBaselineIsReplayedByItsHashesWhateverCameLater() {
        release(1, Y2023);
        Baseline then = baselines.resolve(Y2024, null);
        releases.release(new Correction(LAYER, hash(2), Y2023, "better", false));

        Baseline again = baselines.replay(then.asOf(), then.known(), Map.of(LAYER, hash(1)));

        assertThat(layer(again).snapshot().hash()).isEqualTo(hash(1));
        assertThat(again.known()).isEqualTo(then.known());
    }

    @Test
    void resolvingTAndKAgainGivesTheSameHashesWhileReleasesGoOn() {
        release(1, Y2023);
        String[] hashes = {hash(1), hash(2), hash(3)};
        AtomicBoolean done = new AtomicBoolean();
        Map<Baseline, String> seen = new ConcurrentHashMap<>();

        TestApplication.inParallel(3, thread -> {
            if (thread == 0) {
                for (int i = 0; i < 30; i++)
                    releases.release(new Correction(LAYER, hashes[i % 3], Y2023, "correction " + i, false));
                done.set(true);
            } else {
                while (!done.get()) {
                    Baseline one = baselines.resolve(Y2024, null);
                    seen.put(one, layer(one).snapshot().hash());
                }
            }
        });

        assertThat(seen).isNotEmpty().allSatisfy((then, hash) -> assertThat(
                        answer(Y2024, then.known().toString()))
                .isEqualTo(hash));
    }

    @Test
    void theMomentsAreTheVersionsAsKnownAtKAndEveryInstantAtWhichSomethingBecameKnown() {
        Instant first = release(1, Y2023).knownFrom();
        Instant second = release(2, Y2024).knownFrom();
        Instant third = releases.release(new Correction(LAYER, hash(3), Y2023, "better", false))
                .entry()
                .knownFrom();

        assertThat(timetable.moments(null).versions())
                .extracting(SnapshotRef::hash, SnapshotRef::inForceFrom, SnapshotRef::inForceTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(hash(3), Y2023, Y2024),
                        org.assertj.core.groups.Tuple.tuple(hash(2), Y2024, null));
        assertThat(timetable.moments(second.toString()).versions())
                .extracting(SnapshotRef::hash)
                .containsExactly(hash(1), hash(2));
        assertThat(timetable.moments(first.toString()).instants()).containsExactly(first, second, third);
    }

    @Test
    void beforeAnythingWasReleasedThereAreNoMoments() {
        assertThat(timetable.moments(null)).isEqualTo(new Moments(null, java.util.List.of(), java.util.List.of()));
    }

    @Test
    void aKnownInstantLaterThanNowIsToldInTheCitysTime() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> baselines.resolve(null, "2999-01-01"))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(String.valueOf(
                                refused.problems().getFirst().args().get("now")))
                        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
    }

    /** The hash that answers, or the reason why none does. */
    private String answer(LocalDate asOf, String known) {
        Baseline.Layer layer = layer(baselines.resolve(asOf, known));
        return layer.reason() == null ? layer.snapshot().hash() : layer.reason().code();
    }

    private static Baseline.Layer layer(Baseline baseline) {
        return baseline.layers().stream()
                .filter(layer -> layer.entry().code().equals(LAYER))
                .findFirst()
                .orElseThrow();
    }

    private ReleaseEntry release(int place, LocalDate from) {
        return releases.release(new Release(LAYER, hash(place), from, "delivery", false))
                .entry();
    }

    private String hash(int place) {
        return Squares.snapshot(application, LAYER, place);
    }

    private Instant now() {
        return application.clock().instant();
    }

    /** As if the entry had become known then. */
    private void known(ReleaseEntry entry, String at) {
        application
                .jdbc()
                .sql("update layer_release set known_from = :at where id = :id")
                .param("at", Instant.parse(at).atOffset(ZoneOffset.UTC))
                .param("id", entry.id())
                .update();
    }

    private void assertRefused(String code, String known) {
        Assertions.assertThatThrownBy(() -> baselines.resolve(null, known))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith(code + ":");
    }
}
