package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cuntu.business.planning.Proposal.State;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.http.ProblemAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for the change of lines; run on each that the product supports. */
abstract class ProposalsContract extends LineCity {
    @BeforeEach
    void begin() {
        anew();
    }

    @Test
    void theBoundaryMovedOverFarmlandFailsByItsRuleWithTheArea() {
        wideTargets(BOUNDARY, "90000.00");

        Proposal proposal = proposed("planner", order(BOUNDARY, null, "optimisation", in(2, 3)));

        assertThat(said(proposal, "BJ-01")).isEqualTo("FAIL " + square(3));
        assertThat(answer(proposal, "BJ-01").places()).singleElement().satisfies(place -> {
            assertThat(place.county()).isEqualTo(WEST);
            assertThat(place.key()).isEqualTo("F3");
        });
        assertThat(said(proposal, "BJ-02")).isEqualTo("PASS 0.00");
    }

    @Test
    void theBoundaryBeyondItsTargetFailsAndTheCountyIsNamed() {
        wideTargets(BOUNDARY, "90000.00");
        target(BOUNDARY, WEST, "25000.00");

        Proposal proposal = proposed("planner", order(BOUNDARY, null, "optimisation", in(2)));

        RuleAnswer answer = answer(proposal, "BJ-03");
        Area after = square(0, 1).plus(square(2));
        assertThat(answer.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(answer.counties().stream().filter(line -> !line.kept()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.division()).isEqualTo(WEST);
                    assertThat(line.after()).isEqualTo(after);
                    assertThat(line.margin()).isEqualTo(Area.parse("25000.00").minus(after));
                });
    }

    @Test
    void aCountyWithoutATargetIsNotAnsweredAndNothingIsSubmitted() {
        Proposal proposal = proposed("planner", order(BOUNDARY, null, "optimisation", in(2)));

        assertThat(answer(proposal, "BJ-03").outcome()).isEqualTo(Outcome.NOT_ANSWERED);
        assertThatThrownBy(() -> as("planner", () -> proposals().submit(proposal.id(), "")))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("planning.stopped"));
    }

    @Test
    void aTargetMissedBeforeDoesNotStopAChangeForTheBetter() {
        wideTargets(BOUNDARY, "1000.00");

        Proposal proposal = proposed("planner", order(BOUNDARY, null, "optimisation", out(1)));

        assertThat(answer(proposal, "BJ-03").outcome()).isEqualTo(Outcome.INFO);
    }

    @Test
    void farmlandThatComesInMustBeCroplandByTheSurvey() {
        wideTargets(FARMLAND, "1.00");

        Proposal proposal = proposed("planner", order(FARMLAND, null, "better-in", in(7, 9)));

        assertThat(said(proposal, "YN-03")).isEqualTo("FAIL " + square(9));
        assertThat(findings(proposal).soil())
                .extracting(ProposalFindings.Soil::code)
                .containsExactly("0101", "0301");
    }

    @Test
    void farmlandOfPoorerGradeForBetterFails() {
        wideTargets(FARMLAND, "1.00");
        Proposals.Shapes shapes = new Proposals.Shapes(in(7).in(), out(3).out(), List.of(), null);

        Proposal proposal = proposed("planner", order(FARMLAND, null, "better-in", shapes));

        assertThat(answer(proposal, "YN-05").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(answer(proposal, "YN-05").args())
                .containsEntry("in", "8.000")
                .containsEntry("out", "4.000");
    }

    @Test
    void theLedgerAddsUpByCountyAndInAll() {
        wideTargets(BOUNDARY, "90000.00");
        Proposals.Shapes shapes = new Proposals.Shapes(in(2, 6).in(), out(0).out(), List.of(), null);

        Proposal proposal = proposed("planner", order(BOUNDARY, null, "optimisation", shapes));

        AreaLedger ledger = findings(proposal).ledgers().getFirst();
        assertThat(ledger.rows())
                .extracting(row -> row.county() + " " + row.before() + " " + row.out() + " " + row.in())
                .containsExactly(
                        WEST + " " + square(0, 1) + " " + square(0) + " " + square(2),
                        EAST + " 0.00 0.00 " + square(6));
        assertThat(ledger.sum(AreaLedger.Row::before)
                        .minus(ledger.sum(AreaLedger.Row::out))
                        .plus(ledger.sum(AreaLedger.Row::in)))
                .isEqualTo(ledger.sum(AreaLedger.Row::after));
    }

    @Test
    void groundThatOnlyChangesItsClassIsInTheLedgerAndNotInTheChangedGround() {
        wideTargets(BOUNDARY, "90000.00");
        Proposals.Shapes shapes = new Proposals.Shapes(
                List.of(new Proposals.MoveIn(
                        org.cuntu.testing.Squares.square(1), java.util.Map.of("GHFQDM", "420", "GHFQMC", "城镇弹性发展区"))),
                out(1).out(),
                List.of(),
                null);

        Proposal proposal = proposed("planner", order(BOUNDARY, null, "optimisation", shapes));

        assertThat(findings(proposal).changed().inArea()).isEqualTo(Area.ZERO);
        assertThat(findings(proposal).ledgers().getFirst().rows())
                .extracting(row -> row.code() + " " + row.out() + " " + row.in())
                .containsExactly("410 " + square(1) + " 0.00", "420 0.00 " + square(1));
    }

    @Test
    void itIsInForceFromItsDayAfterThreeOthersAgreed() {
        wideTargets(BOUNDARY, "90000.00");
        Proposal proposal = proposed("westplanner", order(BOUNDARY, WEST, "optimisation", in(2)));
        as("westplanner", () -> proposals().submit(proposal.id(), ""));
        as("county", () -> proposals().agree(proposal.id(), "right"));
        as("section", () -> proposals().agree(proposal.id(), "right"));

        Proposal released = settled(as("director", () -> proposals().release(proposal.id(), "go")));

        assertThat(released.state()).isEqualTo(State.RELEASED);
        assertThat(inForce(BOUNDARY, today())).containsExactly("B0", "B1", released.number() + "-1-1");
        assertThat(inForce(BOUNDARY, today().minusDays(1))).containsExactly("B0", "B1");
    }

    @Test
    void nobodyTakesAStepThatIsAnothersRole() {
        wideTargets(BOUNDARY, "90000.00");
        Proposal proposal = proposed("westplanner", order(BOUNDARY, WEST, "optimisation", in(2)));
        as("westplanner", () -> proposals().submit(proposal.id(), ""));

        assertThatThrownBy(() -> as("section", () -> proposals().agree(proposal.id(), "right")))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("planning.other-step"));
        assertThat(as("county", () -> proposals().listPossible(now(proposal)))).containsExactly("agree", "return");
    }

    @Test
    void whatIsSentBackIsMendedAndGoesTheWholeWayAgain() {
        wideTargets(BOUNDARY, "90000.00");
        Proposal proposal = proposed("westplanner", order(BOUNDARY, WEST, "optimisation", in(2)));
        as("westplanner", () -> proposals().submit(proposal.id(), ""));
        as("county", () -> proposals().giveBack(proposal.id(), "less"));

        Proposal mended =
                settled(as("westplanner", () -> proposals().change(proposal.id(), in(4), List.of(), "other ground")));

        assertThat(mended.state()).isEqualTo(State.OPEN);
        assertThat(mended.round()).isEqualTo(2);
        assertThat(said(mended, "XT-02")).isEqualTo("PASS");
    }

    @Test
    void anotherVersionReleasedMeanwhileSendsItBackToBeLookedAt() {
        wideTargets(BOUNDARY, "90000.00");
        Proposal proposal = proposed("planner", order(BOUNDARY, null, "optimisation", in(2)));
        as("planner", () -> proposals().submit(proposal.id(), ""));
        as("section", () -> proposals().agree(proposal.id(), "right"));
        application()
                .bean(LayerImport.class)
                .importFeatures(
                        schema(BOUNDARY),
                        java.util.stream.Stream.empty(),
                        org.cuntu.testing.Squares.square(0),
                        OLD.plusDays(1),
                        "another",
                        false);

        Proposal back = settled(as("director", () -> proposals().release(proposal.id(), "go")));

        assertThat(back.state()).isEqualTo(State.OPEN);
        assertThat(proposals().listSteps(back).getLast().outcome()).isEqualTo(ProposalStep.Outcome.MOVED);
    }

    @Test
    void aCountysProposalChangesNoOtherCountysGround() {
        Proposal proposal = proposed("westplanner", order(BOUNDARY, WEST, "optimisation", in(6)));

        assertThat(proposals().listSteps(proposal).getLast().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("planning.elsewhere"));
    }

    @Test
    void aCorrectedTargetHoldsFromWhenItIsKnown() {
        target(BOUNDARY, WEST, "1.00");
        var first = targets().listAll(BOUNDARY).getFirst();
        target(BOUNDARY, WEST, "2.00");

        assertThat(targets().inForce(BOUNDARY, today(), null).get(WEST).quantity())
                .isEqualTo(Area.parse("2.00"));
        assertThat(targets()
                        .inForce(BOUNDARY, today(), first.knownFrom())
                        .get(WEST)
                        .quantity())
                .isEqualTo(Area.parse("1.00"));
    }
}
