package org.cuntu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TurnTest {
    private final Turn turn = new Turn(Duration.ofMinutes(1));

    @Test
    void whoHasWaitedIsNextAndNotWhoHasJustWritten() throws Exception {
        List<String> wrote = new CopyOnWriteArrayList<>();
        turn.take();
        Thread other = Thread.ofPlatform().start(() -> {
            try {
                turn.take();
                wrote.add("who has waited");
                turn.give();
            } catch (SQLException e) {
                wrote.add(e.toString());
            }
        });
        while (other.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        turn.give();
        turn.take();
        wrote.add("who has just written");
        turn.give();
        other.join();

        assertThat(wrote).containsExactly("who has waited", "who has just written");
    }
}
