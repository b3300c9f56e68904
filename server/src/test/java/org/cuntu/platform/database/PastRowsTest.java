package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PastRowsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final AtomicInteger read = new AtomicInteger();
    private final PastRows<String, Integer> past = new PastRows<>(2);

    private int asked(String what, long count, Instant last) {
        return past.get(what, new PastRows.Mark(count, last), read::incrementAndGet);
    }

    @Test
    void theSameIsReadOnceAsLongAsItIsTheSame() {
        assertThat(asked("a", 7, NOON)).isEqualTo(1);
        assertThat(asked("a", 7, NOON)).isEqualTo(1);
    }

    @Test
    void aRowMoreOrLessOrAnotherLastOneIsSeen() {
        asked("a", 7, NOON);

        assertThat(asked("a", 8, NOON)).isEqualTo(2);
        assertThat(asked("a", 7, NOON)).isEqualTo(3);
        assertThat(asked("a", 7, NOON.plusSeconds(1))).isEqualTo(4);
    }

    @Test
    void whatWasNotAskedForLongestIsGivenUp() {
        asked("a", 1, NOON);
        asked("b", 1, NOON);
        asked("a", 1, NOON);
        asked("c", 1, NOON);

        assertThat(asked("a", 1, NOON)).isEqualTo(1);
        assertThat(asked("b", 1, NOON)).isEqualTo(4);
    }
}
