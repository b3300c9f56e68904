package org.cuntu.platform.oversight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.oversight.UnusualAct;
import org.cuntu.platform.oversight.UnusualActs;
import org.cuntu.platform.oversight.UnusualKind;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unusual acts are noticed along the log (security-sharing 26), by the figures of the city's unusual.yaml. */
abstract class UnusualContract {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestApplication application = application();
    private final ProofLog log = application.bean(ProofLog.class);
    private final UnusualLook look = application.bean(UnusualLook.class);
    private final UnusualActs noticed = application.bean(UnusualActs.class);
    private final String person = "u" + UUID.randomUUID().toString().substring(0, 12);

    abstract TestApplication application();

    /** Here only the test looks. */
    @BeforeEach
    void nobodyElseLooks() {
        application.bean(UnusualRounds.class).stop();
    }

    @Test
    void threeHundredReadsOfAnHourAreUsualAndOneMoreIsNoticedOnce() {
        account();
        fullHour();
        act("conformity:review:read", 300);
        lookAlong();
        assertThat(of(UnusualKind.READS)).isEmpty();

        act("conformity:review:read", 1);
        lookAlong();
        act("conformity:review:read", 50);
        lookAlong();

        UnusualAct act = only(UnusualKind.READS);
        assertThat(act.acts()).isEqualTo(301);
        assertThat(act.most()).isEqualTo(300);
        assertThat(act.slot()).isEqualTo(hour());
    }

    @Test
    void readsOfTwoHoursAreNotAddedUp() {
        account();
        fullHour();
        act("conformity:review:read", 200);
        fullHour();
        act("conformity:review:read", 200);
        lookAlong();

        assertThat(of(UnusualKind.READS)).isEmpty();
    }

    @Test
    void exportsAreCountedByTheDay() {
        account();
        at(LocalTime.of(9, 0));
        act("conformity:review:export", 30);
        application.clock().pass(Duration.ofHours(3));
        act("conformity:review:print", 21);
        lookAlong();

        UnusualAct act = only(UnusualKind.EXPORTS);
        assertThat(act.acts()).isEqualTo(51);
        assertThat(act.slot()).isEqualTo(act.day().atStartOfDay(CITY).toInstant());
    }

    @Test
    void actsAtNightAreNoticedAndThoseThatEndByThemselvesAreNot() {
        account();
        at(LocalTime.of(3, 0));
        act("test:thing:do", 20);
        act("onemap:layer:view-end", 30);
        act("identity:session:end", 30);
        lookAlong();
        assertThat(of(UnusualKind.HOURS)).isEmpty();

        act("test:thing:do", 1);
        lookAlong();
        assertThat(only(UnusualKind.HOURS).acts()).isEqualTo(21);
    }

    @Test
    void actsInTheWorkingHoursOfAWorkingDayAreNot() {
        account();
        do at(LocalTime.of(10, 0));
        while (now().getDayOfWeek() == DayOfWeek.SATURDAY || now().getDayOfWeek() == DayOfWeek.SUNDAY);
        act("test:thing:do", 60);
        lookAlong();

        assertThat(of(UnusualKind.HOURS)).isEmpty();
    }

    @Test
    void refusalsAreCountedOfWhoHasNoAccountAsWell() {
        fullHour();
        act("identity:session:refuse", 20);
        act("identity:access:refuse", 11);
        act("conformity:review:read", 400);
        lookAlong();

        assertThat(only(UnusualKind.REFUSALS).acts()).isEqualTo(31);
        assertThat(of(UnusualKind.READS)).isEmpty();
    }

    @Test
    void aNoticeIsAnEntryOfTheLogThatNamesPersonKindAndFigures() {
        account();
        fullHour();
        act("conformity:review:read", 301);
        lookAlong();

        ProofEntry entry = log.find(only(UnusualKind.READS).leaf()).orElseThrow();
        assertThat(entry.act().act()).isEqualTo("audit:unusual:notice");
        assertThat(entry.act().actor()).isEqualTo("local");
        assertThat(entry.act().object()).startsWith(person + " READS 301 of 300 from ");
    }

    /** Two nodes that both think they number, or a look that was begun twice. */
    @Test
    void manyLooksAtOnceCountAnEntryOnce() {
        account();
        fullHour();
        act("conformity:review:read", 250);

        TestApplication.inParallel(4, n -> lookAlong());

        assertThat(counted()).isEqualTo(250);
    }

    @Test
    void aLookThatCannotWriteItsNoticeCountsAgainTheNextTime() {
        account();
        fullHour();
        act("conformity:review:read", 301);
        application.without("unusual_act", () -> {
            try {
                lookAlong();
            } catch (RuntimeException e) {
                // what a database does that cannot write
            }
        });
        assertThat(counted()).isZero();

        lookAlong();
        assertThat(only(UnusualKind.READS).acts()).isEqualTo(301);
    }

    private void account() {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(person, "n", "u", List.of(), "a password for tests", true));
    }

    /** In one transaction, and waits until the last has its place. */
    private void act(String act, int times) {
        String[] leaf = {""};
        application.inTransaction(() -> {
            for (int i = 0; i < times; i++) leaf[0] = log.append(new ProofAct(person, act, "o" + i, null));
        });
        assertThat(log.await(leaf[0], PATIENCE)).isPresent();
        TestApplication.eventually("all have their places", () -> waiting() == 0);
    }

    private long waiting() {
        return application
                .jdbc()
                .sql("select count(*) from proof_entry where idx is null and actor = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private void lookAlong() {
        while (look.look() > 0) {
            // to the end of the log
        }
    }

    private List<UnusualAct> of(UnusualKind kind) {
        return noticed.listNewest(person, kind, 10);
    }

    private UnusualAct only(UnusualKind kind) {
        assertThat(of(kind)).hasSize(1);
        return of(kind).getFirst();
    }

    private long counted() {
        return application
                .jdbc()
                .sql("select coalesce(sum(acts), 0) from unusual_count where person = :person and kind = 'READS'")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** So that what follows is of one hour. */
    private void fullHour() {
        long second = application.clock().instant().getEpochSecond() % 3600;
        application.clock().pass(Duration.ofSeconds(3601 - second));
    }

    private Instant hour() {
        return Instant.ofEpochSecond(application.clock().instant().getEpochSecond() / 3600 * 3600);
    }

    /** On to the next time that the city's clock shows this. */
    private void at(LocalTime time) {
        ZonedDateTime next = now().with(time).plusSeconds(1);
        if (!next.isAfter(now())) next = next.plusDays(1);
        application.clock().pass(Duration.between(now(), next));
    }

    private ZonedDateTime now() {
        return application.clock().instant().atZone(CITY);
    }
}
