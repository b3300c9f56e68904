package org.cuntu.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.search.SearchIndex;
import org.cuntu.platform.search.SearchText;
import org.junit.jupiter.api.Test;

/** What a database and the engine must do for cases, from the draft to the hand-out; run on each that the product supports. */
abstract class CasesContract extends CaseCity {
    @Test
    void aCaseGoesFromItsDraftToTheHandOut() {
        CaseFile file = checked(1);
        assertThat(file.number()).matches("柳自规〔\\d{4}〕测字 \\d{4}");
        assertThat(file.division()).startsWith(COUNTY);
        assertThat(file.review()).isNotNull();
        act("director", file, "decide", Conclusion.AGREE);
        assertThat(now(file).state()).isEqualTo(CaseState.APPROVED);
        assertThat(steps(file)).isEmpty();

        cases().arrived(file.id(), "paper");
        until(file, "issue");
        act("issuer", file, "issue", Conclusion.DONE, "", null);

        CaseFile ended = now(file);
        assertThat(ended.state()).isEqualTo(CaseState.ISSUED);
        assertThat(ended.endedAt()).isNotNull();
        assertThat(cases().listOpinions(file.id()))
                .extracting(opinion -> opinion.step() + " " + opinion.conclusion() + " " + opinion.by())
                .containsExactly(
                        "accept ACCEPT window",
                        "examine AGREE officer",
                        "join-cropland AGREE cropland",
                        "join-geohazard AGREE geohazard",
                        "check AGREE head",
                        "decide AGREE director",
                        "issue DONE issuer");
        assertThat(cases().listOpinions(file.id())).allSatisfy(opinion -> assertThat(
                        application().bean(ProofLog.class).find(opinion.leaf()))
                .isPresent());
    }

    @Test
    void everyMissingFieldAndMaterialIsSaidAtOnce() {
        CaseFile draft = draft(HouseMatter.HOUSE, null);

        assertThatThrownBy(() -> as("citizen", () -> cases().submit(draft.id())))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::code)
                        .containsExactly(
                                "cases.field-missing",
                                "cases.site-missing",
                                "cases.material-missing",
                                "cases.material-promise"));
    }

    @Test
    void aSiteOnBasicFarmlandLetsNobodyAgreeAndIsRefusedWithTheArticle() {
        CaseFile file = accepted(3);
        assertThat(file.review().conclusion()).isEqualTo("FAIL");
        assertThatThrownBy(() -> act("officer", file, "examine", Conclusion.AGREE))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.review-fails"));
        act("officer", file, "examine", Conclusion.REFUSE);
        assertThatThrownBy(() -> act("cropland", file, "join-cropland", Conclusion.AGREE))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.join-fails"));
        act("cropland", file, "join-cropland", Conclusion.REFUSE);
        act("geohazard", file, "join-geohazard", Conclusion.AGREE);
        act("head", file, "check", Conclusion.REFUSE);
        act("director", file, "decide", Conclusion.REFUSE, "占用永久基本农田，不予许可。", null);

        assertThat(now(file).state()).isEqualTo(CaseState.REFUSED);
        assertThat(now(file).endedAt()).isNotNull();
    }

    @Test
    void whoeverAcceptedDoesNotExamine() {
        CaseFile file = submitted(1);
        act("both", file, "accept", Conclusion.ACCEPT);
        until(file, "examine");
        UUID task = open(file, "examine").id();

        assertThatThrownBy(() -> as("both", () -> cases().claim(task)))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.same-person"));
        assertThatThrownBy(() -> act("both", file, "examine", Conclusion.AGREE))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.same-person"));
    }

    @Test
    void anotherUnitsStepAndAnotherPersonsStepAreRefused() {
        CaseFile file = accepted(1);
        UUID task = open(file, "examine").id();
        assertThatThrownBy(() -> as("elsewhere", () -> cases().claim(task)))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.other-unit"));
        as("officer", () -> cases().claim(task));

        assertThatThrownBy(() -> as("both", () -> cases().claim(task)))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.held"));
        as("officer", () -> cases().handOver(task, "both", "leave"));
        assertThat(open(file, "examine").holder()).isEqualTo("both");
    }

    @Test
    void anothersCaseIsNotFound() {
        CaseFile file = submitted(1);

        assertThatThrownBy(() -> as("neighbour", () -> cases().get(file.id())))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.unknown"));
        assertThat(as("citizen", () -> cases().get(file.id())).number()).isEqualTo(file.number());
        assertThat(as("officer", () -> cases().find(file.number()))).isPresent();
    }

    @Test
    void whatIsToBeCorrectedBeforeAcceptanceComesBackToTheWindow() {
        CaseFile file = submitted(3);
        act("window", file, "accept", Conclusion.CORRECT);
        assertThat(now(file).state()).isEqualTo(CaseState.CORRECTING);
        assertThat(steps(file)).containsExactly("correct");
        as("citizen", () -> cases().save(file.id(), new Cases.Content("韦某建房", null, Map.of("members", 4), site(1))));

        as("citizen", () -> cases().corrected(file.id()));

        assertThat(now(file).state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(steps(file)).containsExactly("accept");
        act("window", file, "accept", Conclusion.ACCEPT);
        until(file, "examine");
        assertThat(now(file).review().conclusion()).isNotEqualTo("FAIL");
    }

    @Test
    void aCaseIsFoundByTheNameThatItWasCorrectedTo() {
        CaseFile file = submitted(3);
        act("window", file, "accept", Conclusion.CORRECT);

        as("citizen", () -> cases().save(file.id(), new Cases.Content("覃塘岭新居", null, Map.of("members", 4), site(1))));

        SearchIndex index = application().bean(SearchIndex.class);
        assertThat(index.find(SearchText.of("覃塘岭"), "case", List.of(""), 10))
                .extracting(SearchIndex.Candidate::id)
                .containsExactly(file.id().toString());
        assertThat(index.find(SearchText.of("韦某建房"), "case", List.of(""), 200))
                .extracting(SearchIndex.Candidate::id)
                .doesNotContain(file.id().toString());
        assertThat(index.find(SearchText.of(file.number()), "case", List.of(""), 200))
                .extracting(SearchIndex.Candidate::id)
                .contains(file.id().toString());
    }

    @Test
    void aCorrectionAfterAcceptanceSuspendsAndIsReviewedAnew() {
        CaseFile file = accepted(3);
        String first = file.review().id();
        act("officer", file, "examine", Conclusion.CORRECT);
        assertThat(cases().clocks(file.id()))
                .allSatisfy(clock -> assertThat(clock.light()).isEqualTo(CaseClock.Light.GREY));
        assertThatThrownBy(() -> act("officer", file, "examine", Conclusion.REFUSE))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.correcting"));
        as("citizen", () -> cases().save(file.id(), new Cases.Content("韦某建房", null, Map.of("members", 4), site(1))));

        as("citizen", () -> cases().corrected(file.id()));

        org.cuntu.testing.TestApplication.eventually(
                "reviewed anew", () -> !now(file).review().id().equals(first));
        assertThat(steps(file)).containsExactly("examine");
        act("officer", file, "examine", Conclusion.AGREE);
        until(file, "join-cropland", "join-geohazard");
    }

    @Test
    void itIsSentBackToAnyEarlierStepAndTheClockGoesOn() {
        CaseFile file = checked(1);
        CaseClock before = cases().clocks(file.id()).getFirst();

        act("director", file, "decide", Conclusion.RETURN, "again", "examine");

        assertThat(steps(file)).containsExactly("examine");
        assertThat(cases().clocks(file.id()).getFirst().due()).isEqualTo(before.due());
        act("officer", file, "examine", Conclusion.AGREE);
        until(file, "join-cropland", "join-geohazard");
    }

    @Test
    void aPromisedMaterialBlocksTheHandOutAndNotTheReview() {
        CaseFile draft = draft(HouseMatter.HOUSE, null);
        as("citizen", () -> {
            cases().save(draft.id(), new Cases.Content("韦某建房", null, Map.of("members", 3), site(1)));
            cases().put(draft.id(), "id-card", file("card"), "card.pdf");
            assertThatThrownBy(() -> cases().promise(draft.id(), "id-card"))
                    .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.material-main"));
            cases().promise(draft.id(), "village");
            return cases().submit(draft.id());
        });
        act("window", draft, "accept", Conclusion.ACCEPT);
        until(draft, "examine");
        act("officer", draft, "examine", Conclusion.AGREE);
        act("cropland", draft, "join-cropland", Conclusion.AGREE);
        act("geohazard", draft, "join-geohazard", Conclusion.AGREE);
        act("head", draft, "check", Conclusion.AGREE);
        act("director", draft, "decide", Conclusion.AGREE);
        cases().arrived(draft.id(), "paper");
        assertThatThrownBy(() -> act("issuer", draft, "issue", Conclusion.DONE))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.deferred"));

        as("citizen", () -> cases().put(draft.id(), "village", file("village"), "village.pdf"));

        act("issuer", draft, "issue", Conclusion.DONE);
        assertThat(now(draft).state()).isEqualTo(CaseState.ISSUED);
    }

    @Test
    void aSecondExtensionIsRefused() {
        CaseFile file = accepted(1);
        as("director", () -> cases().extend(file.id(), 5, "complex"));
        assertThat(cases().clocks(file.id()).getFirst().limit()).isEqualTo(25);

        assertThatThrownBy(() -> as("director", () -> cases().extend(file.id(), 1, "again")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.extended-already"));
        assertThatThrownBy(() -> as("officer", () -> cases().extend(file.id(), 1, "not mine")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.step-permission"));
    }

    @Test
    void onlyReasonsOfTheMatterSuspend() {
        CaseFile file = accepted(1);
        assertThatThrownBy(() -> as("officer", () -> cases().suspend(file.id(), "auction", "why")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.suspension"));
        as("officer", () -> cases().suspend(file.id(), "superior", "asked above"));
        assertThat(cases().clocks(file.id()))
                .extracting(clock -> clock.kind() + " " + (clock.due() == null))
                .containsExactly("STATUTORY false", "PROMISED true", "STEP true");

        as("officer", () -> cases().resume(file.id(), "superior"));

        assertThat(cases().clocks(file.id())).noneMatch(clock -> clock.due() == null);
    }

    @Test
    void itIsWithdrawnByItsApplicantAloneAndOnlyBeforeTheDecision() {
        CaseFile file = accepted(1);
        assertThatThrownBy(() -> as("neighbour", () -> cases().withdraw(file.id(), "no more")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.unknown"));

        as("citizen", () -> cases().withdraw(file.id(), "no more"));

        assertThat(now(file).state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(steps(file)).isEmpty();
        assertThatThrownBy(() -> as("citizen", () -> cases().withdraw(file.id(), "again")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.state"));
    }

    @Test
    void aCorrectedOpinionStandsBesideTheFirst() {
        CaseFile file = submitted(1);
        act("window", file, "accept", Conclusion.ACCEPT);
        Opinion first = cases().listOpinions(file.id()).getFirst();

        Opinion second = as("window", () -> cases().correct(first.id(), "better words"));

        assertThat(second.corrects()).isEqualTo(first.id());
        assertThat(cases().listOpinions(file.id())).contains(first, second);
        assertThatThrownBy(() -> as("officer", () -> cases().correct(first.id(), "mine")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.not-own-opinion"));
    }

    @Test
    void aPackEndsWithItsCasesAndARefusedOneKeepsNoOther() {
        CaseFile pack = draft(HouseMatter.PACK, null);
        CaseFile good = filled(pack.id(), 1);
        CaseFile bad = filled(pack.id(), 3);
        as("citizen", () -> {
            cases().save(pack.id(), new Cases.Content("打包", COUNTY, Map.of("members", 3), null));
            return cases().submit(pack.id());
        });
        act("window", pack, "accept", Conclusion.ACCEPT);
        until(good, "examine");
        until(bad, "examine");
        assertThat(cases().listOpinions(good.id()).getFirst().by()).isEqualTo("window");

        act("officer", bad, "examine", Conclusion.REFUSE);
        act("cropland", bad, "join-cropland", Conclusion.REFUSE);
        act("geohazard", bad, "join-geohazard", Conclusion.AGREE);
        act("head", bad, "check", Conclusion.REFUSE);
        act("director", bad, "decide", Conclusion.REFUSE);
        assertThat(now(pack).state().isOpen()).isTrue();
        assertThat(steps(good)).containsExactly("examine");
        act("officer", good, "examine", Conclusion.AGREE);
        act("cropland", good, "join-cropland", Conclusion.AGREE);
        act("geohazard", good, "join-geohazard", Conclusion.AGREE);
        act("head", good, "check", Conclusion.AGREE);
        act("director", good, "decide", Conclusion.AGREE);
        cases().arrived(good.id(), "paper");
        act("issuer", good, "issue", Conclusion.DONE);

        org.cuntu.testing.TestApplication.eventually(
                "the pack ends", () -> now(pack).state() == CaseState.PARTLY);
    }

    @Test
    void whenTheProofCannotBeWrittenNothingHasHappened() {
        CaseFile file = submitted(1);

        application()
                .without("proof_entry", () -> assertThatThrownBy(() -> act("window", file, "accept", Conclusion.ACCEPT))
                        .isNotNull());

        assertThat(now(file).state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(steps(file)).containsExactly("accept");
        assertThat(cases().listOpinions(file.id())).isEmpty();
        act("window", file, "accept", Conclusion.ACCEPT);
        until(file, "examine");
    }

    @Test
    void aDraftIsItsMakersAlone() {
        CaseFile draft = filled(null, 1);

        assertThatThrownBy(() -> as("window", () -> cases().get(draft.id())))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.unknown"));
        as("citizen", () -> {
            cases().discard(draft.id());
            return List.of();
        });
        assertThatThrownBy(() -> now(draft))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("cases.unknown"));
    }
}
