package org.cuntu.platform.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** So many a minute, by a clock of the test's own. */
class BucketsTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final Buckets buckets = new Buckets(6, now::get);

    @Test
    void aMinutesWorthAtOnceThenOneEveryTenSeconds() {
        for (int i = 0; i < 6; i++) assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(10);

        now.addAndGet(4 * SECOND);
        assertThat(buckets.take("a")).isEqualTo(6);
        now.addAndGet(6 * SECOND);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(10);
    }

    @Test
    void oneDoesNotSpendWhatIsAnothers() {
        for (int i = 0; i < 7; i++) buckets.take("a");

        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void afterAQuietDayThereIsStillOneMinutesWorth() {
        buckets.take("a");
        now.addAndGet(86_400 * SECOND);

        for (int i = 0; i < 6; i++) assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void zeroIsWithoutLimit() {
        Buckets free = new Buckets(0, now::get);

        for (int i = 0; i < 10_000; i++) assertThat(free.take("a")).isZero();
    }

    @Test
    void manyKeysDoNotFillTheMemory() {
        for (int i = 0; i < 30_000; i++) {
            buckets.take("address " + i);
            now.addAndGet(SECOND / 100);
        }

        assertThat(buckets.size()).isLessThan(21_000);
    }
}
