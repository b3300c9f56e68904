package org.cuntu.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.internal.CaseSweep;
import org.cuntu.platform.notices.Notice;
import org.cuntu.platform.notices.Notices;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** What time, and a layer that changes, do to cases; run on each database that the product supports. */
abstract class LateCasesContract extends CaseCity {
    /** More than five working days, whatever the day and hour of the test: two weekends and the longest holidays. */
    private static final Duration LONG = Duration.ofDays(20);

    private void look() {
        application().bean(CaseSweep.class).look();
    }

    private List<String> told(String person, CaseFile file) {
        return as(person, () -> application().bean(Notices.class).listOwn(1000)).stream()
                .filter(notice -> notice.object().equals(file.id().toString()))
                .map(Notice::kind)
                .toList();
    }

    @Test
    void whoIsNotToldInTimeIsAcceptedFromTheDayOfTheSubmission() {
        CaseFile file = submitted(1);
        look();
        assertThat(now(file).state()).isEqualTo(CaseState.SUBMITTED);

        application().clock().pass(LONG);
        look();

        CaseFile accepted = now(file);
        assertThat(accepted.state()).isEqualTo(CaseState.IN_REVIEW);
        assertThat(accepted.acceptedAt()).isEqualTo(accepted.submittedAt());
        assertThat(cases().listOpinions(file.id())).singleElement().satisfies(opinion -> assertThat(opinion.by())
                .isEqualTo("local"));
        until(file, "examine");
    }

    @Test
    void aStepThatIsLateTurnsRedAndIsToldOnce() {
        CaseFile file = accepted(1);
        as("officer", () -> cases().claim(open(file, "examine").id()));
        assertThat(told("officer", file)).doesNotContain("light-red");
        application().clock().pass(Duration.ofDays(12));

        look();
        look();

        assertThat(told("officer", file)).containsOnlyOnce("light-red");
        assertThat(cases().clocks(file.id()))
                .filteredOn(clock -> clock.kind() == CaseClock.Kind.STEP)
                .singleElement()
                .satisfies(clock -> assertThat(clock.light()).isEqualTo(CaseClock.Light.RED));
        as("officer", () -> cases().explain(file.id(), "the survey came late"));
        as("supervisor", () -> cases().judge(file.id(), false, "so it was"));
        assertThat(told("officer", file)).contains("judged");
    }

    @Test
    void aLayerThatChangesTellsWhoHasACaseOnItByHowMuch() {
        CaseFile file = accepted(2);
        as("officer", () -> cases().claim(open(file, "examine").id()));
        assertThat(file.review().conflicts()).isZero();

        layer("YJJBNTBHTB", "BSM", List.of(2, 3, 4), "F", OLD.plusDays(1));

        TestApplication.eventually(
                "the officer is told", () -> told("officer", file).contains("drift"));
        Map<String, Object> drift = application()
                .jdbc()
                .sql("select conclusion_after, changes from case_drift where case_id = :id")
                .param("id", file.id())
                .query()
                .singleRow();
        assertThat(String.valueOf(drift.get("conclusion_after"))).isEqualTo("FAIL");
        assertThat(String.valueOf(drift.get("changes"))).contains("YJJBNTBHTB").contains("\"by\"");
        assertThat(told("citizen", file)).contains("drift");
    }

    @Test
    void whatIsAcceptedAfterTheLastCalendarIsNotGuessed() {
        CaseFile file = submitted(5);
        act("window", file, "accept", Conclusion.ACCEPT);
        until(file, "examine");
        as("director", () -> cases().extend(file.id(), 10, "complex"));

        CaseClock statutory = cases().clocks(file.id()).getFirst();

        boolean known = statutory.due() != null;
        assertThat(statutory.unknownYear() == 0).isEqualTo(known);
        assertThat(statutory.light() == CaseClock.Light.UNKNOWN).isEqualTo(!known);
    }
}
