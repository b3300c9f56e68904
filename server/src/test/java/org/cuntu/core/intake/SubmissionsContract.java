package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a layer: delivered, checked, mended, reviewed and released by three persons. */
abstract class SubmissionsContract extends Intakes {
    private static final String BOW_TIE =
            "[[109.401,24.3],[109.402,24.301],[109.402,24.3],[109.401,24.301],[109.401,24.3]]";

    @BeforeEach
    void townships() {
        onlyTownships();
    }

    @Test
    void aSoundDeliveryIsReleasedByTwoOthersAndIsInForce() {
        Submission submission = submit(
                "city",
                order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a"), line("B", EAST, 6, "b"))));

        assertThat(released(submission).state()).isEqualTo(State.RELEASED);
        assertThat(inForce(DAY, null)).containsExactly("A a", "B b");
        assertThat(inForce(DAY.minusDays(1), null)).isEmpty();
    }

    @Test
    void everyStepIsThereWithItsResult() {
        Submission submission =
                released(submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a")))));

        assertThat(submissions().listSteps(submission))
                .extracting(step -> step.step() + " " + step.outcome() + " " + step.actor())
                .containsExactly(
                        "RECEIVE DONE city",
                        "READ DONE city",
                        "FIT DONE city",
                        "CHECK DONE city",
                        "REVIEW DONE reviewer",
                        "RELEASE DONE releaser",
                        "RELEASE DONE releaser");
    }

    @Test
    void whatRefusesIsToBeMendedAndCannotBeReviewedOrReleased() {
        Submission submission =
                submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("BAD", WEST, 1, "a"))));

        assertThat(submission.state()).isEqualTo(State.MENDING);
        // intake.yaml gives five working days; of a year without a calendar none are known
        LocalDate today = application().bean(CityClock.class).today();
        assertThat(Optional.ofNullable(submission.deadline()))
                .isEqualTo(application().bean(WorkingDays.class).add(today, 5));
        assertRefused(
                409, "intake.state", () -> as("reviewer", () -> submissions().review(submission.id(), "x")));
        assertRefused(
                409, "intake.state", () -> as("releaser", () -> submissions().release(submission.id(), "x")));
        assertThat(releases().listReleases(LAYER)).isEmpty();
    }

    @Test
    void aMendedDeliveryIsAnotherRoundOfTheSameSubmission() {
        Submission broken = submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("BAD", WEST, 1, "a"))));

        Submission mended = settled(as("city", () -> submissions()
                .resubmit(broken.id(), List.of(file(Role.WHOLE, line("A", WEST, 1, "a"))), "mended")));

        assertThat(mended.number()).isEqualTo(broken.number());
        assertThat(mended.round()).isEqualTo(2);
        assertThat(submissions().listRounds(mended))
                .extracting(SubmissionRound::refusing)
                .containsExactly(1L, 0L);
        assertThat(released(mended).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void aShapeThatCrossesItselfCanBeLookedAtAndIsNeverReleased() {
        String crossed = "{\"type\":\"Feature\",\"properties\":{\"BSM\":\"X\",\"XJXZQDM\":\"450203\",\"HXMC\":\"x\"},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + BOW_TIE + "]}}";
        Submission submission = submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, crossed)));
        as("reviewer", () -> submissions().review(submission.id(), "overlooked"));

        Submission after = settled(as("releaser", () -> submissions().release(submission.id(), "go")));

        assertThat(round(after).candidate()).isNotNull();
        assertThat(after.state()).isEqualTo(State.APPROVED);
        assertThat(lastStep(after).problems()).extracting(Problem::code).containsExactly("intake.not-sound");
        assertThat(releases().listReleases(LAYER)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() {
        Submission submission = submit("city", order(Kind.FULL, null, DAY, kept(Role.WHOLE, "a.geojson", "hello")));

        assertThat(submission.state()).isEqualTo(State.MENDING);
        assertThat(lastStep(submission).step()).isEqualTo(SubmissionStep.Step.READ);
        assertThat(lastStep(submission).problems()).isNotEmpty();
    }

    @Test
    void nobodyReviewsOrReleasesTheirOwnAndNoReviewerReleases() {
        Submission own = submit("reviewer", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a"))));

        assertRefused(
                403,
                "intake.same-person",
                () -> as("reviewer", () -> submissions().review(own.id(), "x")));
    }

    @Test
    void whoMendedAnothersSubmissionDoesNotReviewIt() {
        Submission broken = submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("BAD", WEST, 1, "a"))));
        Submission mended = settled(as("reviewer", () -> submissions()
                .resubmit(broken.id(), List.of(file(Role.WHOLE, line("A", WEST, 1, "a"))), "mine")));

        assertRefused(
                403,
                "intake.same-person",
                () -> as("reviewer", () -> submissions().review(mended.id(), "x")));
    }

    @Test
    void aReturnedSubmissionIsToBeMendedWithTheWordsOfWhoReturnedIt() {
        Submission sound = submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a"))));

        Submission back = as("reviewer", () -> submissions().giveBack(sound.id(), "the name is wrong"));

        assertThat(back.state()).isEqualTo(State.MENDING);
        assertThat(lastStep(back).words()).isEqualTo("the name is wrong");
        assertThatThrownBy(() -> as("reviewer", () -> submissions().giveBack(sound.id(), " ")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void onlyTheSubmitterTakesASubmissionBack() {
        Submission sound = submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a"))));

        assertRefused(
                403,
                "intake.not-submitter",
                () -> as("reviewer", () -> submissions().withdraw(sound.id(), "x")));
        assertThat(as("city", () -> submissions().withdraw(sound.id(), "too early"))
                        .state())
                .isEqualTo(State.WITHDRAWN);
    }

    @Test
    void aCountySeesAndDeliversItsOwnDivisionAlone() {
        Submission west = submit("west", order(Kind.FULL, WEST, DAY, file(Role.WHOLE, line("A", WEST, 1, "a"))));

        assertThat(as("east", () -> submissions().find(west.id()))).isEmpty();
        assertThat(as("east", () -> submissions().list(new Submissions.Filter(null, null, null, null), 100).stream()
                        .map(Submission::division)
                        .distinct()
                        .toList()))
                .doesNotContain(WEST);
        assertRefused(
                403,
                "intake.other-division",
                () -> submit("east", order(Kind.FULL, WEST, DAY, file(Role.WHOLE, line("A", WEST, 1, "a")))));
    }

    @Test
    void aStateSecretIsRefusedByItsName() {
        var secret = kept(Role.WHOLE, "涉密图斑.geojson", "{}");

        assertThatThrownBy(() -> submit("city", order(Kind.FULL, null, DAY, secret)))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("intake.secret"));
    }

    @Test
    void aLaterCorrectionIsKnownLaterAndTheEarlierAnswerStands() {
        released(submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "wrong")))));
        String before = releases().listReleases(LAYER).getLast().knownFrom().toString();
        released(submit("city", order(Kind.CORRECTION, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "right")))));

        assertThat(inForce(DAY, before)).containsExactly("A wrong");
        assertThat(inForce(DAY, null)).containsExactly("A right");
    }

    @Test
    void anEndAndAWithdrawalGoTheSameWay() {
        released(submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a")))));
        released(submit("city", order(Kind.END, null, DAY.plusDays(30))));
        ReleaseEntry end = releases().listReleases(LAYER).getLast();

        assertThat(inForce(DAY.plusDays(30), null)).isEmpty();
        released(submit(
                "city",
                new Submissions.Order(
                        LAYER, null, Kind.WITHDRAWAL, null, end.id(), "a mistake", null, null, false, List.of())));

        assertThat(inForce(DAY.plusDays(30), null)).containsExactly("A a");
    }

    @Test
    void theProofLogKnowsEveryAct() {
        Submission submission =
                released(submit("city", order(Kind.FULL, null, DAY, file(Role.WHOLE, line("A", WEST, 1, "a")))));

        assertThat(application()
                        .jdbc()
                        .sql("select act from proof_entry where object = :number")
                        .param("number", submission.number())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "intake:submission:create",
                        "intake:submission:parse",
                        "intake:submission:fit",
                        "intake:submission:check",
                        "intake:submission:review",
                        "intake:submission:release-order",
                        "intake:submission:release");
    }

    static void assertRefused(int status, String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(ProblemAnswer.class, e -> assertThat(
                        e.status() + " " + e.problem().code())
                .isEqualTo(status + " " + code));
    }
}
