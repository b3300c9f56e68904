package org.cuntu.outward.publicservice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.cuntu.platform.http.ProblemAnswer;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Turnstile turnstile = new Turnstile(2, Duration.ofMinutes(1), now::get);

    @Test
    void theThirdInAMinuteIsRefusedAndTheNextMinuteBeginsAnew() {
        turnstile.pass("a");
        turnstile.pass("a");
        ProblemAnswer refused = catchThrowableOfType(ProblemAnswer.class, () -> turnstile.pass("a"));
        assertThat(refused.status()).isEqualTo(429);

        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
        assertThatCode(() -> turnstile.pass("a")).doesNotThrowAnyException();
    }

    @Test
    void oneDoesNotStandInTheWayOfAnother() {
        turnstile.pass("a");
        turnstile.pass("a");
        assertThatCode(() -> turnstile.pass("b")).doesNotThrowAnyException();
    }
}
