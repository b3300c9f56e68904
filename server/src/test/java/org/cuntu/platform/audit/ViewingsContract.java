package org.cuntu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Looking at the map: one entry per person, session, layer and hour, and one that closes it (contracts 7). */
abstract class ViewingsContract {
    private final TestApplication application = application();
    private final Viewings viewings = application.bean(Viewings.class);
    private final CurrentActor actor = application.bean(CurrentActor.class);
    private final String layer = "L" + UUID.randomUUID();

    abstract TestApplication application();

    @Test
    void manyLooksOfOneHourAreOneEntry() {
        fullHour();
        for (int i = 0; i < 5; i++) look("wei", "session", 109.0 + i);

        assertThat(entries()).containsExactly("onemap:layer:view");
    }

    @Test
    void everyPersonAndEverySessionHasItsOwn() {
        fullHour();
        look("wei", "one", 109);
        look("wei", "two", 109);
        look("qin", "one", 109);

        assertThat(entries()).containsExactly("onemap:layer:view", "onemap:layer:view", "onemap:layer:view");
    }

    @Test
    void theSessionItselfIsNotWritten() {
        look("wei", "secret-session-id", 109);

        assertThat(bodies()).noneMatch(body -> body.contains("secret-session-id"));
    }

    @Test
    void theNextHourClosesTheLastWithItsCountAndBox() {
        fullHour();
        look("wei", "session", 109);
        look("wei", "session", 112);
        application.clock().pass(Duration.ofHours(1));
        look("wei", "session", 120);

        assertThat(entries())
                .containsExactlyInAnyOrder("onemap:layer:view", "onemap:layer:view", "onemap:layer:view-end");
        assertThat(bodies())
                .anyMatch(body ->
                        body.contains("count 2 box 109.0000 24.0000 113.0000 25.0000") && body.contains("\"wei\""));
    }

    @Test
    void aFirstLookWithoutItsEntryFailsAndTheNextTriesAgain() {
        application.without("proof_entry", () -> assertThatThrownBy(() -> look("wei", "session", 109))
                .isInstanceOf(RuntimeException.class));
        assertThat(entries()).isEmpty();

        look("wei", "session", 109);
        assertThat(entries()).containsExactly("onemap:layer:view");
    }

    @Test
    void aFirstLookInATransactionThatIsRolledBackHasItsEntryAllTheSame() {
        application.rolledBack(() -> look("wei", "session", 109));

        look("wei", "session", 109);
        assertThat(entries()).containsExactly("onemap:layer:view");
    }

    @Test
    void aClosingThatCannotBeWrittenDoesNotTurnAwayWhoLooksNow() {
        fullHour();
        // with the count and the box behind it, the object is longer than the table holds
        String tooLong = layer + "x".repeat(430);
        viewings.note("onemap:layer:view", "session", tooLong, new double[] {109, 24, 110, 25});
        application.clock().pass(Duration.ofHours(1));

        look("wei", "session", 109);

        assertThat(entries()).containsExactly("onemap:layer:view", "onemap:layer:view");
    }

    @Test
    void whatAKilledProcessLeftOpenIsClosedAtTheNextStartAndSaysSo() {
        fullHour();
        look("wei", "session", 109);
        String object = layer + " session of the process that was killed";
        application
                .jdbc()
                .sql("""
                        insert into proof_viewing (id, node, actor, act, object, hour_at, looks, west, south, east, north)
                        select :id, node, actor, act, :object, hour_at, 17, 109, 24, 110, 25 from proof_viewing
                        where object like :layer""")
                .param("id", UUID.randomUUID())
                .param("object", object)
                .param("layer", layer + "%")
                .update();

        application
                .context()
                .publishEvent(new org.springframework.boot.context.event.ApplicationReadyEvent(
                        new org.springframework.boot.SpringApplication(),
                        new String[0],
                        application.context(),
                        Duration.ZERO));

        assertThat(entries()).containsExactlyInAnyOrder("onemap:layer:view", "onemap:layer:view-end");
        assertThat(bodies()).anyMatch(body -> body.contains("killed unfinished, count at least 17 box 109.0000"));
    }

    /** So that what follows is of one hour. */
    private void fullHour() {
        long second = application.clock().instant().getEpochSecond() % 3600;
        application.clock().pass(Duration.ofSeconds(3601 - second));
    }

    private void look(String person, String session, double west) {
        actor.as(person, () -> {
            viewings.note("onemap:layer:view", session, layer, new double[] {west, 24, west + 1, 25});
            return null;
        });
    }

    /** The acts on this test's own layer, in order. */
    private List<String> entries() {
        return application
                .jdbc()
                .sql("select act from proof_entry where object like :object order by at, act")
                .param("object", layer + "%")
                .query(String.class)
                .list();
    }

    private List<String> bodies() {
        return application
                .jdbc()
                .sql("select body from proof_entry where object like :object")
                .param("object", layer + "%")
                .query((row, n) -> new String(row.getBytes("body"), java.nio.charset.StandardCharsets.UTF_8))
                .list();
    }
}
