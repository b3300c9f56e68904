package org.cuntu.core.conformity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** So many acts in a while for each who asks; the rest are refused. Holds a bounded number of askers. Thread safe. */
final class Throttle {
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

    Throttle(int most, Duration during, Supplier<Instant> clock) {
        this.most = most;
        this.during = during;
        this.clock = clock;
    }

    /** Whether this one may act once more now. */
    synchronized boolean allows(String asker) {
        Instant now = clock.get();
        Window window = windows.get(asker);
        if (window == null || !now.isBefore(window.from().plus(during))) window = new Window(now, 0);
        windows.put(asker, new Window(window.from(), Math.min(most, window.count()) + 1));
        return window.count() < most;
    }
}
