package org.cuntu.core.onemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contracts 4, as a property: after any sequence of releases, corrections, ends and withdrawals of several layers, what is
 * answered for (T, K) is what the replayed log says; and what the log cannot mean is refused and changes nothing.
 */
abstract class TwoClocksContract {
    private static final List<String> LAYERS = List.of("STBHHX", "GHFQ", "YJJBNTWHTB");
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    /** So few days that versions, ends and corrections meet on one day again and again. */
    private static final int DAYS = 9;

    private static final int ACTS = 40;
    private static final int QUESTIONS = 60;

    private final TestApplication application = application();
    private final Releases releases = application.bean(Releases.class);
    private final Baselines baselines = application.bean(Baselines.class);
    private final Timetable timetable = application.bean(Timetable.class);

    abstract TestApplication application();

    @BeforeEach
    void nothingReleased() {
        application.jdbc().sql("delete from layer_release").update();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void whatIsAnsweredForTAndKIsWhatTheReplayedLogSays(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        Map<String, ReplayedLog> logs = new HashMap<>();
        for (String layer : LAYERS) logs.put(layer, new ReplayedLog());
        List<Instant> instants = new ArrayList<>();

        for (int act = 0; act < ACTS; act++) instants.addAll(act(dice, logs, seed));

        assertThat(instants)
                .as("seed %d", seed)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(10);
        for (int question = 0; question < QUESTIONS; question++) ask(dice, logs, instants, seed);
        momentsAreTheLogs(logs, instants, seed);
    }

    /** One act; refused when it has nothing to stand on. */
    private List<Instant> act(SplittableRandom dice, Map<String, ReplayedLog> logs, long seed) {
        ReleaseRequest request = request(dice, logs);
        ReplayedLog log = Objects.requireNonNull(logs.get(request.layer()));
        if (!log.takes(request)) {
            assertThatThrownBy(() -> releases.release(request))
                    .as("seed %d: %s", seed, request)
                    .isInstanceOf(InputRefused.class);
            return List.of();
        }
        ReleaseEntry entry = releases.release(request).entry();
        log.add(entry);
        return List.of(entry.knownFrom());
    }

    private ReleaseRequest request(SplittableRandom dice, Map<String, ReplayedLog> logs) {
        String layer = LAYERS.get(dice.nextInt(LAYERS.size()));
        LocalDate day = FIRST.plusDays(dice.nextInt(DAYS));
        return switch (dice.nextInt(10)) {
            case 0, 1, 2, 3 -> new ReleaseRequest.Release(layer, hash(layer, dice), day, "delivery", false);
            case 4, 5, 6 -> new ReleaseRequest.Correction(layer, hash(layer, dice), day, "better", false);
            case 7 -> new ReleaseRequest.End(layer, day, "over");
            default -> new ReleaseRequest.Withdrawal(layer, any(dice, logs.get(layer)), "mistake");
        };
    }

    private static UUID any(SplittableRandom dice, @Nullable ReplayedLog log) {
        List<ReleaseEntry> written = Objects.requireNonNull(log).written();
        if (written.isEmpty()) return new UUID(dice.nextLong(), dice.nextLong());
        return written.get(dice.nextInt(written.size())).id();
    }

    private String hash(String layer, SplittableRandom dice) {
        return Squares.snapshot(application, layer, dice.nextInt(5));
    }

    private void ask(SplittableRandom dice, Map<String, ReplayedLog> logs, List<Instant> instants, long seed) {
        LocalDate date = FIRST.plusDays(dice.nextInt(DAYS + 3) - 1);
        Instant known = dice.nextInt(8) == 0 ? null : instants.get(dice.nextInt(instants.size()));
        if (known != null && dice.nextBoolean()) known = known.minusNanos(1000);
        Baseline baseline = baselines.resolve(date, known == null ? null : known.toString());
        for (String layer : LAYERS) {
            ReplayedLog log = Objects.requireNonNull(logs.get(layer));
            SnapshotRef answer = layer(baseline, layer).snapshot();
            assertThat(answer == null ? null : answer.hash())
                    .as("seed %d: %s at %s as known at %s", seed, layer, date, known)
                    .isEqualTo(log.answer(date, known));
            if (answer != null)
                assertThat(answer.inForceTo())
                        .as("seed %d: until when %s of %s stands, as known at %s", seed, layer, date, known)
                        .isEqualTo(log.changes(date, known, FIRST.plusDays(DAYS)));
        }
    }

    private void momentsAreTheLogs(Map<String, ReplayedLog> logs, List<Instant> instants, long seed) {
        assertThat(timetable.moments(null).instants()).as("seed %d", seed).isEqualTo(instants);
        Instant middle = instants.get(instants.size() / 2);
        for (SnapshotRef version : timetable.moments(middle.toString()).versions()) {
            ReplayedLog log = Objects.requireNonNull(logs.get(version.layer()));
            assertThat(version.hash())
                    .as("seed %d: %s from %s", seed, version.layer(), version.inForceFrom())
                    .isEqualTo(log.answer(version.inForceFrom(), middle));
        }
    }

    private static Baseline.Layer layer(Baseline baseline, String code) {
        return baseline.layers().stream()
                .filter(layer -> layer.entry().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
