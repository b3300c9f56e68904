package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.PlanCondition.Act;
import org.cuntu.business.planning.PlanCondition.State;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.notices.Notices;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What a database must do for plan-condition sheets; run on each that the product supports. */
abstract class ConditionsContract extends PlotCity {
    private static final LocalDate LATER = LocalDate.of(2026, 3, 1);

    @BeforeEach
    void begin() {
        anew();
    }

    private PlanConditions sheets() {
        return application().bean(PlanConditions.class);
    }

    private static PlanConditions.Order order(@Nullable Geometry part, @Nullable UUID replaces, String... plots) {
        return new PlanConditions.Order(
                "U1",
                List.of(plots),
                part,
                "a school",
                "allocation",
                "education office",
                List.of("refuse"),
                "",
                replaces);
    }

    private PlanCondition draft(String... plots) {
        return as("drafter", () -> sheets().draft(order(null, null, plots)));
    }

    private PlanCondition issued(String... plots) {
        PlanCondition draft = draft(plots);
        return as("issuer", () -> sheets().issue(draft.id(), ""));
    }

    private PlanCondition now(PlanCondition sheet) {
        return as("drafter", () -> sheets().find(sheet.id()).orElseThrow());
    }

    private List<PlanCondition.Changed> changes(PlanCondition sheet) {
        return sheets().changes(List.of(sheet)).get(sheet.id());
    }

    private List<Act> acts(PlanCondition sheet) {
        return sheets().listEvents(sheet).stream().map(PlanCondition.Event::act).toList();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).satisfies(e -> assertThat(codes(e)).contains(code));
    }

    private static List<String> codes(Throwable e) {
        if (e instanceof ProblemAnswer answer) return List.of(answer.problem().code());
        List<String> codes = new ArrayList<>();
        if (e instanceof InputRefused refused) refused.problems().forEach(problem -> codes.add(problem.code()));
        return codes;
    }

    @Test
    void aDraftHasThePlotsAreaAndNoNumber() {
        PlanCondition draft = draft("P0", "P1");

        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.number()).isNull();
        assertThat(draft.area()).isEqualTo(plot(0).legal().plus(plot(1).legal()));
        assertThat(draft.division()).isEqualTo(WEST);
    }

    @Test
    void whoDraftedItDoesNotIssueIt() {
        PlanCondition draft = as("second", () -> sheets().draft(order(null, null, "P0")));

        refused("plots.own-draft", () -> as("second", () -> sheets().issue(draft.id(), "")));
        assertThat(now(draft).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void issuedSheetsAreNumberedInOrderAndADiscardedDraftTakesNone() {
        String first = issued("P0").number();
        PlanCondition given = draft("P1");
        as("drafter", () -> sheets().discard(given.id(), ""));
        String second = issued("P1").number();

        int year = today().getYear();
        assertThat(List.of(first, second)).containsExactly("GHTJ-" + year + "-0001", "GHTJ-" + year + "-0002");
    }

    @Test
    void twoIssuedAtOnceHaveTwoNumbers() {
        List<PlanCondition> drafts = List.of(draft("P0"), draft("P1"), draft("P3"), draft("P0", "P3"));

        TestApplication.inParallel(
                4, i -> as("issuer", () -> sheets().issue(drafts.get(i).id(), "")));

        assertThat(drafts)
                .extracting(draft -> now(draft).number())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void aPlanInPreparationGivesNoSheet() {
        refused("plots.not-approved", () -> draft("P2"));
    }

    @Test
    void withoutTheCitysLinesNoSheetIsDrafted() {
        application()
                .jdbc()
                .sql("delete from layer_release where layer = 'CSSX'")
                .update();

        refused("plots.must-answer", () -> draft("P0"));
    }

    @Test
    void everythingWrongWithAnOrderIsToldTogether() {
        PlanConditions.Order order =
                new PlanConditions.Order("U1", List.of(), null, " ", "gift", "", List.of("palace"), "", null);

        assertThatThrownBy(() -> as("drafter", () -> sheets().draft(order))).satisfies(e -> assertThat(codes(e))
                .containsExactly(
                        "plots.how-many", "plots.name", "plots.applicant", "plots.purpose", "plots.requirement"));
    }

    @Test
    void aPlotThatIsNotThereIsNamed() {
        refused("plots.unknown", () -> draft("P0", "P77"));
    }

    @Test
    void aPartIsMeasuredAnew() {
        Geometry west = FACTORY.toGeometry(new Envelope(109.3, 109.4005, 24.2, 24.4));

        PlanCondition part = as("drafter", () -> sheets().draft(order(west, null, "P0")));

        assertThat(part.area().squareMetres())
                .isCloseTo(plot(0).legal().squareMetres() / 2, org.assertj.core.data.Offset.offset(0.02));
        assertThat(as("drafter", () -> sheets().replay(part)).identical()).isTrue();
    }

    @Test
    void aPartBesideThePlotIsRefused() {
        Geometry away = FACTORY.toGeometry(new Envelope(109.405, 109.406, 24.3, 24.301));

        refused("plots.no-ground-of", () -> as("drafter", () -> sheets().draft(order(away, null, "P0"))));
    }

    @Test
    void anotherCountysDrafterDraftsNothingHere() {
        refused("plots.other-division", () -> as("eastdrafter", () -> sheets().draft(order(null, null, "P0"))));
        PlanCondition west = draft("P0");
        assertThat(as("eastdrafter", () -> sheets().find(west.id()))).isEmpty();
    }

    @Test
    void aSheetIsMarkedWhenItsPlanChanges() {
        PlanCondition sheet = issued("P0");

        layer("KGDK", LATER, plots(Map.of("P0", Map.of("RJL", new BigDecimal("2.5")))));

        TestApplication.eventually("the sheet is marked", () -> acts(sheet).contains(Act.MARK));
        assertThat(changes(sheet))
                .singleElement()
                .isEqualTo(new PlanCondition.Changed("P0", false, List.of(new PlotCard.Change("RJL", "2.2", "2.5"))));
        assertThat(as("drafter", () -> sheets().list(new PlanConditions.Filter("", null, true), 10)))
                .extracting(PlanCondition::id)
                .containsExactly(sheet.id());
    }

    @Test
    void aChangeOfAnotherPlotMarksNothing() {
        PlanCondition sheet = issued("P0");

        layer("KGDK", LATER, plots(Map.of("P1", Map.of("RJL", new BigDecimal("2.5")))));

        assertThat(changes(sheet)).isEmpty();
    }

    @Test
    void aPlotThatIsGoneIsToldAsGone() {
        PlanCondition sheet = issued("P0");

        layer("KGDK", LATER, plots(Map.of("P0", Map.of("gone", true))));

        assertThat(changes(sheet)).singleElement().satisfies(changed -> assertThat(changed.gone())
                .isTrue());
    }

    @Test
    void aDraftWhosePlanHasChangedIsNotIssued() {
        PlanCondition draft = draft("P0");

        layer("KGDK", LATER, plots(Map.of("P0", Map.of("JZXG", new BigDecimal("60")))));

        refused("plots.plan-moved", () -> as("issuer", () -> sheets().issue(draft.id(), "")));
    }

    @Test
    void aReplacementTakesThePlaceOfTheOldOneWhenItIsIssued() {
        PlanCondition old = issued("P0");
        PlanCondition next = as("drafter", () -> sheets().draft(order(null, old.id(), "P0")));
        assertThat(now(old).state()).isEqualTo(State.ISSUED);

        as("issuer", () -> sheets().issue(next.id(), ""));

        assertThat(now(old).state()).isEqualTo(State.REPLACED);
        assertThat(now(old).replacedBy()).isEqualTo(next.id());
    }

    @Test
    void withdrawingIsNotRevoking() {
        PlanCondition one = issued("P0");
        PlanCondition other = issued("P1");

        assertThat(as("issuer", () -> sheets().end(one.id(), Act.WITHDRAW, "the school is built elsewhere"))
                        .state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(as("issuer", () -> sheets().end(other.id(), Act.REVOKE, "wrong plot"))
                        .state())
                .isEqualTo(State.REVOKED);
        refused("plots.sheet-state", () -> as("issuer", () -> sheets().end(one.id(), Act.REVOKE, "again")));
    }

    @Test
    void whoStandsOnASheetIsToldThatItWasWithdrawn() {
        PlanCondition sheet = issued("P0");
        UUID stands = openCase("drafter");
        UUID other = openCase("second");
        relies(stands, sheet.called());
        relies(other, "another sheet");

        as("issuer", () -> sheets().end(sheet.id(), Act.WITHDRAW, "the school is built elsewhere"));

        org.cuntu.testing.TestApplication.eventually("told", () -> told("drafter", stands) == 1);
        assertThat(told("second", other)).isZero();
    }

    private UUID openCase(String applicant) {
        UUID id = UUID.randomUUID();
        application()
                .jdbc()
                .sql("""
                insert into case_file (id, number, matter, matter_hash, name, division, state, origin, applicant_kind, applicant_name,
                  applicant_number, applicant_phone, applicant_account, created_by, created_at, statutory_limit, promised_limit,
                  unknown_year, suspended, correcting, corrections, urged, deferred, form_version, review_conflicts,
                  review_unanswered, farmland, major, paper, changed_at)
                values (:id, :number, 'land-permit', '0', 'a school', '450203', 'IN_REVIEW', 'NEW', 'legal', 'x', 'x', 'x', :who, :who,
                  now(), 20, 5, 0, false, false, 0, false, false, 0, 0, 0, false, false, false, now())""")
                .param("id", id)
                .param("number", id.toString())
                .param("who", applicant)
                .update();
        return id;
    }

    private void relies(UUID id, String number) {
        application().jdbc().sql("""
                insert into case_relied (case_id, material, kind, object, number, hash, at)
                values (:id, 'conditions', 'conditions', 'x', :number, '0', now())""").param("id", id).param("number", number).update();
    }

    private long told(String person, UUID id) {
        return as(person, () -> application().bean(Notices.class).listOwn(1000)).stream()
                .filter(notice -> notice.kind().equals("basis-ended"))
                .filter(notice -> notice.object().equals(id.toString()))
                .count();
    }

    @Test
    void nothingEndsWithoutAReason() {
        PlanCondition sheet = issued("P0");

        refused("plots.words", () -> as("issuer", () -> sheets().end(sheet.id(), Act.REVOKE, "  ")));
    }

    @Test
    void itExpiresAYearAfterItsIssue() {
        PlanCondition sheet = issued("P0");
        LocalDate day = sheet.issuedOn().plusYears(1);

        assertThat(sheet.stateAt(day.minusDays(1))).isEqualTo(State.ISSUED);
        assertThat(sheet.stateAt(day)).isEqualTo(State.EXPIRED);
    }

    @Test
    void itIsMadeAnewTheSameAfterThePlanHasChanged() {
        PlanCondition sheet = issued("P0", "P1");
        layer("KGDK", LATER, plots(Map.of("P0", Map.of("RJL", new BigDecimal("2.5")))));

        assertThat(as("drafter", () -> sheets().replay(sheet)).differences()).isEmpty();
        assertThat(as("drafter", () -> sheets().replay(sheet)).identical()).isTrue();
    }

    @Test
    void aForgedFigureIsFoundByMakingItAnew() {
        PlanCondition sheet = issued("P0");
        application()
                .jdbc()
                .sql("update plan_condition set content = replace(content, '\"value\":\"2.2\"', '\"value\":\"2.9\"')")
                .update();

        assertThat(as("drafter", () -> sheets().replay(sheet)).identical()).isFalse();
    }

    @Test
    void aSheetIsFoundByTextInNumberNameApplicantAndPlot() {
        PlanCondition sheet = issued("P0");

        for (String text : List.of(sheet.number().toLowerCase(java.util.Locale.ROOT), "SCHOOL", "education", "p0"))
            assertThat(as("drafter", () -> sheets().list(new PlanConditions.Filter(text, null, false), 10)))
                    .as(text)
                    .hasSize(1);
        for (String text : List.of("%", "_0001", "P77"))
            assertThat(as("drafter", () -> sheets().list(new PlanConditions.Filter(text, null, false), 10)))
                    .as(text)
                    .isEmpty();
    }

    @Test
    void whatHappenedIsKeptInOrder() {
        assertThat(acts(issued("P0"))).containsExactly(Act.ISSUE, Act.DRAFT);
    }

    @Test
    void whatCannotBeProvedDoesNotHappen() {
        PlanCondition draft = draft("P0");

        application().without("proof_entry", () -> assertThatThrownBy(
                        () -> as("issuer", () -> sheets().issue(draft.id(), "")))
                .isInstanceOf(RuntimeException.class));

        assertThat(now(draft).state()).isEqualTo(State.DRAFT);
        assertThat(acts(draft)).containsExactly(Act.DRAFT);
    }
}
