package org.cuntu.core.conformity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private Instant now = Instant.EPOCH;
    private final Throttle throttle = new Throttle(2, Duration.ofMinutes(1), () -> now);

    @Test
    void theThirdActWithinAMinuteIsRefusedAndTheFirstOfTheNextIsNot() {
        assertThat(throttle.allows("a")).isTrue();
        assertThat(throttle.allows("a")).isTrue();
        assertThat(throttle.allows("a")).isFalse();
        now = now.plusSeconds(60);
        assertThat(throttle.allows("a")).isTrue();
    }

    @Test
    void oneAskerDoesNotStandInTheWayOfAnother() {
        throttle.allows("a");
        throttle.allows("a");
        throttle.allows("a");
        assertThat(throttle.allows("b")).isTrue();
    }
}
