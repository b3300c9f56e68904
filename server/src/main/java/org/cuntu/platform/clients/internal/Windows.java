package org.cuntu.platform.clients.internal;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/** How often something happened in this minute, by a key; of this process. Thread safe. */
@Component
class Windows {
    private static final int MOST_KEYS = 20_000;

    private final CityClock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    Windows(CityClock clock) {
        this.clock = clock;
    }

    private record Count(long minute, int taken) {}

    /** Counts one more; 0 when it is within the limit, else the seconds until the next minute begins. */
    int take(String key, int limit) {
        Instant now = clock.now();
        long minute = now.getEpochSecond() / 60;
        if (counts.size() > MOST_KEYS) counts.values().removeIf(count -> count.minute() < minute);
        Count count = counts.compute(
                key,
                (k, before) -> before == null || before.minute() != minute
                        ? new Count(minute, 1)
                        : new Count(minute, Math.min(before.taken() + 1, limit + 1)));
        return count.taken() <= limit ? 0 : (int) (60 - now.getEpochSecond() % 60);
    }
}
