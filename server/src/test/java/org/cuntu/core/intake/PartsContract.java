package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cuntu.core.intake.LayerComparison.Change;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.internal.IntakeDoor;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county's part and an increment become the city's layer; every feature knows which file brought it. */
abstract class PartsContract extends Intakes {
    @BeforeEach
    void aCityWithThreeLines() {
        onlyTownships();
        released(submit(
                "city",
                order(
                        Kind.FULL,
                        null,
                        OLD,
                        file(Role.WHOLE, line("A", WEST, 1, "a"), line("B", WEST, 2, "b"), line("C", EAST, 6, "c")))));
    }

    @Test
    void aCountysPartTakesThePlaceOfItsOwnFeaturesAlone() {
        released(submit("west", order(Kind.FULL, WEST, DAY, file(Role.WHOLE, line("A", WEST, 1, "new")))));

        assertThat(inForce(DAY, null)).containsExactly("A new", "C c");
        assertThat(inForce(DAY.minusDays(1), null)).containsExactly("A a", "B b", "C c");
    }

    @Test
    void aFeatureOfAnotherCountyIsRefused() {
        Submission submission = submit("west", order(Kind.FULL, WEST, DAY, file(Role.WHOLE, line("D", EAST, 7, "d"))));

        assertThat(submission.state()).isEqualTo(State.MENDING);
        assertThat(codes(submission)).containsExactly("intake.elsewhere");
    }

    @Test
    void theSecondCountyOfADayIsPutOnTheFirstOnesWithoutBeingCheckedAnew() {
        Submission west = submit("west", order(Kind.FULL, WEST, DAY, file(Role.WHOLE, line("A", WEST, 1, "w"))));
        Submission east = submit("east", order(Kind.FULL, EAST, DAY, file(Role.WHOLE, line("C", EAST, 6, "e"))));
        released(west);

        assertThat(released(east).state()).isEqualTo(State.RELEASED);
        assertThat(inForce(DAY, null)).containsExactly("A w", "C e");
        assertThat(releases().listReleases(LAYER))
                .extracting(ReleaseEntry::act)
                .containsExactly(ReleaseEntry.Act.RELEASE, ReleaseEntry.Act.RELEASE, ReleaseEntry.Act.CORRECTION);
    }

    @Test
    void aPartWhoseOwnGroundHasChangedMeanwhileIsMadeAndCheckedAnew() {
        Submission late = submit("west", order(Kind.INCREMENT, WEST, DAY, file(Role.ADDED, line("D", WEST, 3, "d"))));
        released(submit("west", order(Kind.FULL, WEST, DAY, file(Role.WHOLE, line("A", WEST, 1, "w")))));

        Submission again = released(late);

        assertThat(again.state()).isEqualTo(State.REVIEWING);
        assertThat(features(round(again).candidate())).containsExactly("A w", "C c", "D d");
    }

    @Test
    void anIncrementAddsChangesAndRemoves() {
        released(submit(
                "west",
                order(
                        Kind.INCREMENT,
                        WEST,
                        DAY,
                        file(Role.ADDED, line("D", WEST, 3, "d")),
                        file(Role.CHANGED, line("A", WEST, 1, "a2")),
                        kept(Role.REMOVED, "gone.txt", "BSM\nB\n"))));

        assertThat(inForce(DAY, null)).containsExactly("A a2", "C c", "D d");
    }

    @Test
    void anIncrementThatSpeaksOfWhatIsNotInTheBaseIsRefusedWhole() {
        Submission submission = submit(
                "west",
                order(
                        Kind.INCREMENT,
                        WEST,
                        DAY,
                        file(Role.ADDED, line("A", WEST, 3, "d")),
                        file(Role.CHANGED, line("Q", WEST, 1, "a2")),
                        kept(Role.REMOVED, "gone.txt", "R\nC\n")));

        assertThat(codes(submission))
                .containsExactly(
                        "intake.changed-not-in-base",
                        "intake.removed-not-in-base",
                        "intake.added-in-base",
                        "intake.base-elsewhere");
        assertThat(round(submission).candidate()).isNull();
    }

    @Test
    void anIncrementsGroundIsBalancedAgainstTheBase() {
        Submission submission = submit(
                "west",
                order(
                        Kind.INCREMENT,
                        WEST,
                        DAY,
                        file(Role.CHANGED, line("A", WEST, 1, "a2"), line("B", WEST, 2, "b2"))));

        SubmissionStep fit = submissions().listSteps(submission).stream()
                .filter(step -> step.step() == SubmissionStep.Step.FIT)
                .findFirst()
                .orElseThrow();
        assertThat(fit.figures()).containsEntry("changed", 2).containsEntry("groundDifference", "0.00");
    }

    @Test
    void theComparisonCountsEachFeatureOnceAndItsAreasAddUp() {
        Submission submission = submit(
                "west",
                order(
                        Kind.FULL,
                        WEST,
                        DAY,
                        file(Role.WHOLE, line("A", WEST, 1, "a2"), line("B", WEST, 3, "b"), line("D", WEST, 4, "d"))));
        LayerComparison comparison = IntakeDoor.comparison(round(submission));

        assertThat(comparison.added().features()).isEqualTo(1);
        assertThat(comparison.removed().features()).isZero();
        assertThat(comparison.reshaped().features()).isEqualTo(1);
        assertThat(comparison.revalued().features()).isEqualTo(1);
        assertThat(comparison.after().minus(comparison.before()))
                .isEqualTo(comparison.added().extent());
    }

    @Test
    void theListOfChangesHasEachChangedFeatureOnceTheLargestFirst() {
        Submission submission = submit(
                "west",
                order(
                        Kind.INCREMENT,
                        WEST,
                        DAY,
                        file(Role.CHANGED, line("A", WEST, 1, "other name")),
                        file(Role.ADDED, line("D", WEST, 3, "d")),
                        file(Role.REMOVED, line("B", WEST, 2, "b"))));
        SubmissionRound round = round(submission);

        List<String> changes = IntakeDoor.changes(application(), submission, round);

        assertThat(changes).containsExactlyInAnyOrder("REVALUED A", "ADDED D", "REMOVED B");
        LayerComparison comparison = IntakeDoor.comparison(round);
        assertThat(changes).hasSize((int) (comparison.added().features()
                + comparison.removed().features()
                + comparison.reshaped().features()
                + comparison.revalued().features()));
    }

    @Test
    void aFeaturesHistoryNamesTheFileThatBroughtEachVersion() {
        Submission west =
                released(submit("west", order(Kind.FULL, WEST, DAY, file(Role.WHOLE, line("A", WEST, 1, "a2")))));

        List<FeatureVersion> history = IntakeDoor.history(application(), LAYER, "A");
        assertThat(history).extracting(FeatureVersion::change).containsExactly(Change.ADDED, Change.REVALUED);
        FeatureVersion last = history.getLast();
        assertThat(last.submission()).isEqualTo(west.number());
        assertThat(last.file()).isEqualTo(submissions().listFiles(west).getLast());
        assertThat(last.fields()).containsExactly(new FeatureVersion.FieldChange("HXMC", "a", "a2"));
        assertThat(IntakeDoor.history(application(), LAYER, "B"))
                .extracting(FeatureVersion::change)
                .containsExactly(Change.ADDED, Change.REMOVED);
        assertThat(IntakeDoor.history(application(), LAYER, "C")).hasSize(1);
    }

    private List<String> codes(Submission submission) {
        return lastStep(submission).problems().stream().map(Problem::code).toList();
    }
}
