package org.cuntu.outward.publicservice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;

/** So many questions in a while for each who asks. Holds a bounded number of askers. Thread safe. */
final class Turnstile {
    private static final int ASKERS = 10_000;

    private final int most;
    private final Duration during;
    private final Supplier<Instant> clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ASKERS;
        }
    };

    private record Window(Instant from, int count) {}

    Turnstile(int most, Duration during, Supplier<Instant> clock) {
        this.most = most;
        this.during = during;
        this.clock = clock;
    }

    /** @throws ProblemAnswer 429 {@code publicservice.too-often} */
    synchronized void pass(String asker) {
        Instant now = clock.get();
        Window window = windows.get(asker);
        if (window == null || !now.isBefore(window.from().plus(during))) window = new Window(now, 0);
        windows.put(asker, new Window(window.from(), Math.min(most, window.count()) + 1));
        if (window.count() >= most)
            throw new ProblemAnswer(
                    429, Problem.refused("publicservice.too-often", Problem.Place.UNKNOWN, "most", most));
    }
}
