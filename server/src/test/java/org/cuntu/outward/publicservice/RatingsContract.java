package org.cuntu.outward.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.cuntu.core.cases.CaseEvent;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for ratings. */
abstract class RatingsContract {
    static final MemoryCases CASES = new MemoryCases();

    abstract TestApplication application();

    static TestApplication start(Path home, boolean onPostgres, List<String> settings) {
        TestApplication started = TestApplication.startWith(
                home,
                onPostgres,
                settings,
                context ->
                        context.registerBean("memoryCases", Cases.class, CASES::cases, bean -> bean.setPrimary(true)));
        for (String[] person : new String[][] {{"citizen", "citizen"}, {"other", "citizen"}, {"head", "case-head"}})
            started.bean(Accounts.class)
                    .create(new Accounts.NewAccount(
                            person[0], person[0], "u", List.of(person[1]), "Seven red tractors 7", true));
        return started;
    }

    @BeforeEach
    void begin() {
        for (String table : List.of("publicservice_rating", "publicservice_ended"))
            application().jdbc().sql("delete from " + table).update();
    }

    private Ratings ratings() {
        return application().bean(Ratings.class);
    }

    private <T> T as(String id, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(id, work);
    }

    private Rating rate(CaseFile file, int level, String... tags) {
        return as("citizen", () -> ratings().give(file.id(), level, List.of(tags), "as it was"));
    }

    private static CaseFile issued() {
        return CASES.put("citizen", CaseState.ISSUED, "450206");
    }

    @Test
    void aCaseIsRatedOnceByItsApplicantAndAddedToOnce() {
        CaseFile file = issued();

        assertThat(rate(file, 5, "quick").dueOn()).isNull();
        assertThat(status(() -> rate(file, 1))).isEqualTo(409);
        assertThat(status(() -> as("other", () -> ratings().give(file.id(), 1, List.of(), ""))))
                .isEqualTo(404);
        assertThat(as("citizen", () -> ratings().add(file.id(), "and friendly")).addition())
                .isEqualTo("and friendly");
        assertThat(status(() -> as("citizen", () -> ratings().add(file.id(), "again"))))
                .isEqualTo(409);
    }

    @Test
    void whatIsNotAtItsEndIsNotRated() {
        CaseFile file = CASES.put("citizen", CaseState.IN_REVIEW, "450206");

        assertThat(status(() -> rate(file, 5))).isEqualTo(409);
    }

    @Test
    void aLowRatingIsAnsweredByItsDayAndTheCitizenReadsIt() {
        CaseFile file = issued();
        Rating low = rate(file, 1, "slow");
        LocalDate today = application().bean(CityClock.class).today();

        WorkingDays days = application().bean(WorkingDays.class);
        assertThat(low.callBackOn()).isEqualTo(days.add(today, 1).orElse(null));
        assertThat(low.dueOn()).isEqualTo(days.add(today, 15).orElse(null));
        assertThat(as("head", () -> ratings().listLow())).extracting(Rating::id).containsExactly(low.id());
        as("head", () -> ratings().answer(low.id(), "one more window"));
        assertThat(ratings().find(file.id()).orElseThrow().answer().words()).isEqualTo("one more window");
        assertThat(status(() -> as("head", () -> ratings().answer(low.id(), "again"))))
                .isEqualTo(409);
    }

    @Test
    void aGoodRatingWaitsForNoAnswerAndACitizenAnswersNone() {
        Rating good = rate(issued(), 4, "kind");
        Rating low = rate(issued(), 2, "rude");

        assertThat(as("head", () -> ratings().listLow())).extracting(Rating::id).containsExactly(low.id());
        assertThat(status(() -> as("head", () -> ratings().answer(good.id(), "thanks"))))
                .isEqualTo(404);
        assertThat(status(() -> as("citizen", () -> ratings().answer(low.id(), "fine"))))
                .isEqualTo(404);
        assertThat(as("citizen", () -> ratings().listLow())).isEmpty();
    }

    @Test
    void aWordOfTheOtherLevelsIsRefused() {
        CaseFile file = issued();

        assertThat(catchThrowableOfType(InputRefused.class, () -> rate(file, 5, "slow"))
                        .problems()
                        .getFirst()
                        .code())
                .isEqualTo("publicservice.tag");
        assertThat(catchThrowableOfType(InputRefused.class, () -> rate(file, 6))
                        .problems()
                        .getFirst()
                        .code())
                .isEqualTo("publicservice.level");
    }

    @Test
    void aCaseIsCountedOnceWhenItEndsAndRatesAreOfThese() {
        CaseFile file = issued();
        CaseEvent event = new CaseEvent(
                file.id(),
                "ENDED",
                CaseState.ISSUED,
                application().bean(CityClock.class).now());
        for (int i = 0; i < 2; i++)
            application().inTransaction(() -> application().context().publishEvent(event));
        rate(file, 5);
        LocalDate today = application().bean(CityClock.class).today();

        Rates rates = ratings().rates(today, today);

        assertThat(rates.ended()).isEqualTo(1);
        assertThat(rates.ratedRate()).isEqualTo("100.0");
        assertThat(ratings().rates(today.plusDays(1), today.plusDays(1)).ended())
                .isZero();
    }

    @Test
    void anAnswerAfterItsDayIsLate() {
        Rating low = rate(issued(), 2);
        LocalDate given = application().bean(CityClock.class).today();
        application()
                .jdbc()
                .sql("update publicservice_rating set due_on = :day")
                .param("day", given.minusDays(1))
                .update();

        as("head", () -> ratings().answer(low.id(), "late"));

        Rates rates = ratings().rates(given, given);
        assertThat(rates.answeredRate()).isEqualTo("100.0");
        assertThat(rates.inTimeRate()).isEqualTo("0.0");
    }

    @Test
    void givingAndAnsweringAreInTheProofLogWithoutTheCase() {
        CaseFile file = issued();
        Rating low = rate(file, 1);
        as("head", () -> ratings().answer(low.id(), "seen"));

        List<String> bodies = application().bean(ProofLog.class).listNewest(2).stream()
                .map(entry -> entry.body())
                .toList();
        assertThat(bodies.get(1)).contains("publicservice:rating:give", low.id().toString());
        assertThat(bodies.get(0)).contains("publicservice:rating:answer");
        assertThat(bodies).noneMatch(body -> body.contains(file.id().toString()) || body.contains("as it was"));
    }

    private static int status(Supplier<?> act) {
        return catchThrowableOfType(ProblemAnswer.class, act::get).status();
    }
}
