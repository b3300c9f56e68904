package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.internal.IntakeDoor;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county's yearly change package: held against the version before, patch by patch, and in force from 31 December. */
abstract class YearlyContract extends YearlyCity {
    @BeforeEach
    void theSurveyOfTheYearBefore() {
        theYearBefore();
    }

    @Test
    void aPackageMakesTheSurveyOfTheYear() {
        Submission done = released(submit("west", yearly(split(), process(half("A", 5000), half("B", 5000)))));

        assertThat(done.state()).isEqualTo(State.RELEASED);
        assertThat(patches(YEAR))
                .containsExactly(
                        "0 0301 10000.00 2025",
                        "1 0301 10000.00 2025",
                        "3 0301 10000.00 2025",
                        "4 0301 10000.00 2025",
                        "5 0301 10000.00 2024",
                        "6 0301 10000.00 2024",
                        "A 0301 5000.00 2025",
                        "B 0601 5000.00 2025");
    }

    @Test
    void theYearBeforeIsAsItWas() {
        List<String> before = patches(YEAR.minusDays(1));

        released(submit("west", yearly(split(), process(half("A", 5000), half("B", 5000)))));

        assertThat(patches(YEAR.minusDays(1))).isEqualTo(before);
    }

    @Test
    void aPatchThatTheProcessDoesNotNameIsShownInItsPlace() {
        Submission late = submit(
                "west",
                yearly(
                        update(
                                patch("A", 2, 0, 0.5, "0301", "5000.00"),
                                patch("B", 2, 0.5, 1, "0601", "5000.00"),
                                patch("X", 3, 0, 1, "0601", "10000.00")),
                        process(half("A", 5000), half("B", 5000))));

        assertThat(late.state()).isEqualTo(State.MENDING);
        assertThat(issues(late))
                .filteredOn(issue -> issue.rule().equals("update-identity"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.feature()).isEqualTo(bsm("X"));
                    assertThat(issue.longitude()).isBetween(109.403, 109.404);
                    assertThat(issue.severity()).isEqualTo(LayerIssue.Severity.REFUSE);
                    assertThat(issue.outline()).isNotNull();
                });
        assertThat(rules(late)).contains("update-identity", "update-coverage", "update-balance", "overlap");
    }

    @Test
    void anOldPatchThatTheVersionBeforeDoesNotHaveIsNamed() {
        Submission late = submit(
                "west",
                yearly(
                        split(),
                        process(half("A", 5000), half("B", 5000), row("Q", "A", 2, 0, 0.5, "0301", "0301", "0.00"))));

        assertThat(issues(late))
                .filteredOn(issue -> issue.rule().equals("update-identity"))
                .singleElement()
                .satisfies(issue -> assertThat(issue.feature()).isEqualTo(bsm("Q")));
    }

    @Test
    void groundThatNobodyTookIsDrawn() {
        Submission late = submit(
                "west",
                yearly(
                        update(patch("A", 2, 0, 0.4, "0301", "4000.00"), patch("B", 2, 0.5, 1, "0601", "6000.00")),
                        process(
                                row("2", "A", 2, 0, 0.4, "0301", "0301", "4000.00"),
                                row("2", "B", 2, 0.5, 1, "0301", "0601", "6000.00"))));

        assertThat(issues(late))
                .filteredOn(issue -> issue.rule().equals("update-coverage"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.feature()).isEqualTo(bsm("2"));
                    assertThat(issue.outline().getEnvelopeInternal().getMinX()).isBetween(109.4023999, 109.4024001);
                    assertThat(issue.outline().getEnvelopeInternal().getMaxX()).isBetween(109.4024999, 109.4025001);
                });
    }

    @Test
    void aCellOfTheFlowIsHeldAgainstTheGroundToTheHundredth() {
        Submission late = submit(
                "west", yearly(split(), process(half("A", 5000), row("2", "B", 2, 0.5, 1, "0301", "0601", "4999.98"))));

        assertThat(issues(late))
                .filteredOn(issue -> issue.rule().equals("update-flow"))
                .extracting(LayerIssue::value, LayerIssue::expected)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("TBBGMJ 4999.98", "TBBGMJ 5000.00"),
                        org.assertj.core.groups.Tuple.tuple("0301 → 0601 4999.98", "5000.00"));
    }

    @Test
    void aHundredthIsWhatBalancingLeaves() {
        Submission good = submit(
                "west", yearly(split(), process(half("A", 5000), row("2", "B", 2, 0.5, 1, "0301", "0601", "4999.99"))));

        assertThat(good.state()).isEqualTo(State.REVIEWING);
    }

    @Test
    void aClassThatIsNotThePatchsIsNamedWithBoth() {
        Submission late = submit(
                "west", yearly(split(), process(half("A", 5000), row("2", "B", 2, 0.5, 1, "0301", "0701", "5000.00"))));

        assertThat(issues(late))
                .filteredOn(issue ->
                        issue.rule().equals("update-flow") && issue.feature().equals(bsm("B")))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.value()).isEqualTo("0301 → 0701");
                    assertThat(issue.expected()).isEqualTo("0301 → 0601");
                });
    }

    @Test
    void aVillagesAreaStaysToTheHundredth() {
        Submission late = submit(
                "west",
                yearly(
                        update(patch("A", 2, 0, 0.5, "0301", "5000.00"), patch("B", 2, 0.5, 1, "0601", "5000.01")),
                        process(half("A", 5000), row("2", "B", 2, 0.5, 1, "0301", "0601", "5000.01"))));

        assertThat(issues(late))
                .filteredOn(issue -> issue.rule().equals("update-balance"))
                .extracting(LayerIssue::other)
                .containsExactly("450203002201", "450203002", "450203");
        assertThat(rules(late)).contains("control-area-village", "control-area-of-township", "control-area-of-county");
    }

    @Test
    void groundGoesToAnotherVillageOnlyWithItsBorder() {
        Submission late = submit(
                "west",
                yearly(
                        update(patchOf("A", 3, 2, 0, 1, "0301", "10000.00")),
                        process(row("2", "A", 2, 0, 1, "0301", "0301", "10000.00"))));

        assertThat(rules(late)).contains("update-borders");
    }

    @Test
    void newPatchesAreOfTheYear() {
        Submission late = submit(
                "west",
                yearly(
                        update(patch("A", 2, 0, 0.5, "0301", "5000.00"), of(2024, "B", 2, 0.5, 1, "0601", "5000.00")),
                        process(half("A", 5000), half("B", 5000))));

        assertThat(issues(late))
                .filteredOn(issue -> issue.rule().equals("update-year"))
                .extracting(LayerIssue::feature)
                .containsExactly(bsm("B"));
    }

    @Test
    void aShapeThatCrossesItselfIsFoundAndTheRestIsHeldAgainstTheBase() {
        Submission late = submit(
                "west",
                yearly(
                        update(bowTie("A", 2), patch("B", 2, 0.5, 1, "0601", "5000.00")),
                        process(half("A", 5000), half("B", 5000))));

        assertThat(rules(late)).contains("invalid-shape", "update-coverage", "update-flow");
        assertThat(late.state()).isEqualTo(State.MENDING);
    }

    @Test
    void aPackageIsOfTheLastDayOfAYear() {
        Submissions.Order wrong =
                yearlyFrom(LocalDate.of(2025, 12, 30), split(), process(half("A", 5000), half("B", 5000)));

        assertThatThrownBy(() -> submit("west", wrong))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().code())
                        .isEqualTo("intake.yearly-day"));
    }

    @Test
    void aPackageHasBothOfItsLayers() {
        Submissions.Order wrong = yearlyFrom(YEAR, split());

        assertThatThrownBy(() -> submit("west", wrong))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().code())
                        .isEqualTo("intake.yearly-files"));
    }

    @Test
    void theSecondCountyOfTheYearIsPutOnTheFirst() {
        Submission east = submit(
                "east",
                yearlyOf(
                        EAST,
                        update(patch("E", 5, 0, 1, "0601", "10000.00")),
                        process(row("5", "E", 5, 0, 1, "0301", "0601", "10000.00"))));
        released(submit("west", yearly(split(), process(half("A", 5000), half("B", 5000)))));

        assertThat(released(east).state()).isEqualTo(State.RELEASED);
        assertThat(patches(YEAR)).contains("A 0301 5000.00 2025", "6 0301 10000.00 2025", "E 0601 10000.00 2025");
    }

    @Test
    void aLaterPackageOfTheYearTakesThePlaceOfTheFirst() {
        released(submit("west", yearly(split(), process(half("A", 5000), half("B", 5000)))));

        released(submit(
                "west",
                yearly(
                        update(patch("C", 3, 0, 1, "0601", "10000.00")),
                        process(row("3", "C", 3, 0, 1, "0301", "0601", "10000.00")))));

        assertThat(patches(YEAR))
                .contains("2 0301 10000.00 2025", "C 0601 10000.00 2025")
                .doesNotContain("B 0601 5000.00 2025");
    }

    @Test
    void aPackageIsMadeAsItWasKnownAtAMoment() {
        released(submit("west", yearly(split(), process(half("A", 5000), half("B", 5000)))));
        byte[] first = IntakeDoor.yearlyPackage(application(), LAYER_OF_PATCHES, WEST, YEAR.minusDays(1), YEAR);
        String known = application().clock().instant().toString();
        application().clock().pass(java.time.Duration.ofMinutes(1));
        released(submit(
                "west",
                yearly(
                        update(patch("C", 3, 0, 1, "0601", "10000.00")),
                        process(row("3", "C", 3, 0, 1, "0301", "0601", "10000.00")))));

        byte[] then = IntakeDoor.yearlyPackage(application(), LAYER_OF_PATCHES, WEST, YEAR.minusDays(1), YEAR, known);
        byte[] now = IntakeDoor.yearlyPackage(application(), LAYER_OF_PATCHES, WEST, YEAR.minusDays(1), YEAR);
        theYearBefore();

        released(submit("west", yearly(layer(Role.UPDATE, then, "DLTBGX"), layer(Role.PROCESS, then, "DLTBGXGC"))));
        assertThat(patches(YEAR)).contains("B 0601 5000.00 2025").doesNotContain("C 0601 10000.00 2025");
        assertThat(then).hasSameSizeAs(first).isNotEqualTo(now);
    }

    @Test
    void thePackageBetweenTwoVersionsMakesTheLaterOneToTheBit() {
        released(submit("west", yearly(split(), process(half("A", 5000), half("B", 5000)))));
        List<String> later = exactly(YEAR);
        byte[] made = IntakeDoor.yearlyPackage(application(), LAYER_OF_PATCHES, WEST, YEAR.minusDays(1), YEAR);
        theYearBefore();

        released(submit("west", yearly(layer(Role.UPDATE, made, "DLTBGX"), layer(Role.PROCESS, made, "DLTBGXGC"))));

        assertThat(exactly(YEAR)).isEqualTo(later);
        assertThat(now(last()).kind()).isEqualTo(Kind.YEARLY);
    }
}
