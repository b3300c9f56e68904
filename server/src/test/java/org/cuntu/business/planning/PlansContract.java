package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanScheme.Role;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for plans from delivery to force; run on each that the product supports. */
abstract class PlansContract extends PlanCity {
    @BeforeEach
    void anewEach() {
        begin();
    }

    private List<Given> with(Given other) {
        List<Given> files = new ArrayList<>(sound());
        files.removeIf(file -> file.role() == other.role() && file.material().equals(other.material()));
        files.add(other);
        return files;
    }

    private static String code(Throwable thrown) {
        return switch (thrown) {
            case ProblemAnswer answer -> answer.problem().code();
            case InputRefused refused -> refused.problems().getFirst().code();
            default -> thrown.toString();
        };
    }

    @Test
    void whatMapTableAndTextSayAgreesToTheLastPlace() {
        PlanVersion version = delivered("new", sound());

        assertThat(version.state()).isEqualTo(PlanState.UNDER_REVIEW);
        assertThat(version.number()).matches("KG-\\d{4}-0001");
        IndicatorAnswer total = indicator(version, "total");
        assertThat(total.outcome()).isEqualTo(IndicatorAnswer.Outcome.AGREE);
        assertThat(total.map()).isEqualTo(square(0, 1).hectares(4).toPlainString());
        assertThat(total.text()).singleElement().satisfies(said -> assertThat(said.place())
                .isEqualTo("1"));
        assertThat(said(version, "HJ-01")).isEqualTo("PASS");
    }

    @Test
    void aTextThatSaysAnotherNumberIsToldWithItsParagraphAndByHowMuch() {
        String area =
                square(0, 1).hectares(4).add(new java.math.BigDecimal("0.5000")).toPlainString();

        PlanVersion version = delivered("new", with(text("前言。", "规划总用地面积为" + area + "公顷。")));

        IndicatorAnswer total = indicator(version, "total");
        assertThat(total.outcome()).isEqualTo(IndicatorAnswer.Outcome.DIFFERS);
        assertThat(total.text()).singleElement().satisfies(said -> {
            assertThat(said.by()).isEqualTo("0.5000");
            assertThat(said.place()).isEqualTo("2");
        });
        assertThat(said(version, "HJ-01")).isEqualTo("FAIL");
    }

    @Test
    void aTableInMuAgreesWithTheSameAreaInHectares() {
        String mu = square(0, 1).mu(4).toPlainString();
        String area = square(0, 1).hectares(4).toPlainString();

        PlanVersion version = delivered("new", with(table("规划总用地面积,亩," + mu, "居住用地,公顷," + area, "地块数,个,2")));

        assertThat(indicator(version, "total").table().by()).isNull();
    }

    @Test
    void partsThatDoNotAddUpAreToldByHowMuch() {
        String area = square(0, 1).hectares(4).toPlainString();

        PlanVersion version = delivered("new", with(table("规划总用地面积,公顷," + area, "居住用地,公顷,1.0000", "地块数,个,2")));

        RuleAnswer answer = found(version).answers().stream()
                .filter(each -> each.rule().id().equals("HJ-05"))
                .findFirst()
                .orElseThrow();
        assertThat(answer.outcome()).isEqualTo(RuleAnswer.Outcome.FAIL);
        assertThat(answer.args()).containsEntry("sum", "1.0000").containsEntry("stated", area);
    }

    @Test
    void builtLandOnFarmlandFailsWithTheAreaAndNobodyCanAgree() {
        PlanVersion version = delivered("new", with(map(plot(0, "0701"), plot(3, "0701"))));

        assertThat(said(version, "SJ-01")).isEqualTo("FAIL " + square(3));
        assertThatThrownBy(() -> as("section", () -> plans().agree(version.id(), "right")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.plan-stopped"));
    }

    @Test
    void housingOutsideTheUrbanBoundaryFailsWithTheArea() {
        PlanVersion version = delivered("new", with(map(plot(0, "0701"), plot(2, "0701"))));

        assertThat(said(version, "SJ-03")).isEqualTo("FAIL " + square(2));
    }

    @Test
    void aPlotNumberTwiceInItsUnitFails() {
        PlanVersion version = delivered(
                "new", with(map(plot(0, "0701"), plot(1, "0701").replace("\"DKBH\":\"P1\"", "\"DKBH\":\"P0\""))));

        assertThat(said(version, "HJ-06")).isEqualTo("FAIL");
    }

    @Test
    void aMissingTableIsNamed() {
        List<Given> files =
                sound().stream().filter(file -> file.role() != Role.TABLE).toList();

        PlanVersion version = delivered("new", files);

        RuleAnswer answer = found(version).answers().stream()
                .filter(each -> each.rule().id().equals("HJ-02"))
                .findFirst()
                .orElseThrow();
        assertThat(answer.args()).containsEntry("lacking", "indicators");
    }

    @Test
    void aDamagedTextSendsItBackAndNothingIsFound() {
        PlanVersion version = delivered("new", with(file(Role.TEXT, "text", "text.docx", "no zip")));

        assertThat(version.state()).isEqualTo(PlanState.RETURNED);
        assertThat(plans().findFindings(version)).isEmpty();
        assertThat(plans().listMaps(version)).isEmpty();
        assertThat(plans().listSteps(version).getLast().problems())
                .extracting(Problem::code)
                .containsExactly("format.document-damaged");
    }

    @Test
    void itIsInForceFromItsDayAfterOthersAgreedAndOnlyItsUnitsAreOther() {
        PlanVersion version = delivered("existing", sound());

        PlanVersion entered = entered(version);

        assertThat(entered.state()).isEqualTo(PlanState.IN_FORCE);
        assertThat(plotsInForce(today())).containsExactly("U1 P0 0701", "U1 P1 0701", "U2 P4 1001");
        assertThat(plotsInForce(today().minusDays(1))).containsExactly("U1 P0 1001", "U1 P1 1001", "U2 P4 1001");
    }

    @Test
    void whatChangesIsInTheLedgerAndPlotByPlot() {
        PlanVersion version = delivered("existing", sound());

        PlanFindings.Change change = found(version).changes().getFirst();
        assertThat(change.ledger().rows())
                .extracting(row -> row.code() + " " + row.before() + " " + row.out() + " " + row.in())
                .containsExactly(
                        "0701 0.00 0.00 " + square(0, 1), "1001 " + square(0, 1) + " " + square(0, 1) + " 0.00");
        assertThat(change.plots())
                .extracting(plot -> plot.key() + " " + plot.kind())
                .containsExactlyInAnyOrder("P0 CHANGED", "P1 CHANGED");
    }

    @Test
    void nobodyAgreesToOrApprovesTheirOwn() {
        PlanVersion version = delivered("existing", sound());
        as("section", () -> plans().agree(version.id(), "right"));

        assertThat(as("section", () -> plans().listPossible(now(version)))).isEmpty();
        assertThat(as("director", () -> plans().listPossible(now(version)))).containsExactly("approve");
        assertThatThrownBy(() -> as("planner", () -> plans().approve(version.id(), approval(today()), scan(), "")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.other-division"));
    }

    @Test
    void aNewPlanIsApprovedOnlyWhenItsDisplayIsOver() {
        PlanVersion version = delivered("new", sound());
        as("section", () -> plans().agree(version.id(), "right"));
        assertThatThrownBy(() ->
                        as("section", () -> plans().display(version.id(), today(), today().plusDays(20), "the hall")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.display-short"));
        PlanVersion shown = as("section", () -> plans().display(version.id(), today(), null, "the hall"));
        assertThat(shown.state()).isEqualTo(PlanState.ON_DISPLAY);
        assertThat(shown.display().to()).isAfterOrEqualTo(today().plusDays(29));
        assertThatThrownBy(() -> as("director", () -> plans().approve(version.id(), approval(today()), scan(), "")))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.plan-state"));

        application().clock().pass(Duration.ofDays(45));

        PlanVersion entered =
                settled(as("director", () -> plans().approve(version.id(), approval(today()), scan(), "")));
        assertThat(entered.state()).isEqualTo(PlanState.IN_FORCE);
    }

    @Test
    void whatIsSentBackIsMendedAndCheckedAgain() {
        PlanVersion version = delivered("existing", with(text("规划总用地面积为9.9999公顷。")));
        as("section", () -> plans().giveBack(version.id(), "the text"));

        PlanVersion mended =
                settled(as("planner", () -> plans().change(version.id(), List.of(sound().getLast()), "mended")));

        assertThat(mended.state()).isEqualTo(PlanState.UNDER_REVIEW);
        assertThat(mended.round()).isEqualTo(2);
        assertThat(said(mended, "HJ-01")).isEqualTo("PASS");
    }

    @Test
    void anAmendmentTakesThePlaceOfTheVersionInForceAndBothStay() {
        PlanVersion first = entered(delivered("existing", sound()));
        LocalDate began = today();
        application().clock().pass(Duration.ofDays(3));
        String area = square(0, 1).hectares(4).toPlainString();
        String one = square(0).hectares(4).toPlainString();
        String other = square(0, 1).hectares(4).subtract(square(0).hectares(4)).toPlainString();
        PlanVersion second = settled(as("planner", () -> plans().amend(
                        planOf(first),
                        "correction",
                        "a mistake",
                        List.of(
                                map(plot(0, "0701"), plot(1, "0901")),
                                table("规划总用地面积,公顷," + area, "居住用地,公顷," + one, "商业服务业用地,公顷," + other, "地块数,个,2"),
                                text("规划总用地面积为" + area + "公顷。")))));
        assertThat(found(second).changes().getFirst().plots()).singleElement().satisfies(plot -> assertThat(
                        plot.fields())
                .extracting(field -> field.before() + ">" + field.after())
                .contains("0701>0901"));

        PlanVersion entered = entered(second);

        assertThat(entered.version()).isEqualTo(2);
        assertThat(now(first).state()).isEqualTo(PlanState.SUPERSEDED);
        assertThat(plotsInForce(today())).contains("U1 P1 0901");
        assertThat(plotsInForce(began)).contains("U1 P1 0701");
        assertThat(as("section", () -> plans().findInForce(planOf(first), began, null)))
                .map(PlanVersion::version)
                .contains(1);
        assertThat(as("section", () -> plans().findInForce(planOf(first), today(), null)))
                .map(PlanVersion::version)
                .contains(2);
        assertThat(as("section", () -> plans().findInForce(
                                planOf(first), today(), now(first).knownFrom())))
                .map(PlanVersion::version)
                .contains(1);
    }

    private List<String> told(String person) {
        return as(person, () -> application().bean(LineNotices.class).listOwn(50)).stream()
                .map(notice -> notice.kind() + " " + notice.layer() + " " + notice.reviewName() + " " + notice.before()
                        + " > " + notice.after())
                .toList();
    }

    @Test
    void theMakerOfAReviewIsToldWhenAPlanIsAgreedToAndWhenItIsInForce() {
        reviewed("county", "factory", 1, "1001");
        reviewed("county", "shop", 0, "0901");
        reviewed("county", "elsewhere", 4, "1001");
        PlanVersion version = delivered("existing", sound());
        assertThat(found(version).affected().reviews())
                .extracting(review -> review.name() + " " + review.changes())
                .containsExactly("factory true", "shop false");
        assertThat(told("county")).isEmpty();

        as("section", () -> plans().agree(version.id(), "right"));

        // the small city has few layers: before the plan its rules are not all answered
        String turn = PLOTS + " factory NOT_ANSWERED > FAIL";
        assertThat(told("county")).containsExactly("AGREED " + turn);

        PlanVersion entered =
                settled(as("director", () -> plans().approve(version.id(), approval(today()), scan(), "")));

        assertThat(told("county")).containsExactlyInAnyOrder("AGREED " + turn, "ENTERED " + turn);
        assertThat(as("county", () -> application().bean(LineNotices.class).listOwn(50)))
                .allSatisfy(notice -> {
                    assertThat(notice.plan()).isEqualTo(entered.id());
                    assertThat(notice.proposal()).isNull();
                    assertThat(notice.number()).isEqualTo(entered.number());
                });
        assertThat(told("section")).isEmpty();
    }

    @Test
    void aReviewThatWasKeptAfterTheCheckIsToldWhenThePlanIsInForce() {
        PlanVersion version = delivered("existing", sound());
        as("section", () -> plans().agree(version.id(), "right"));
        reviewed("county", "late factory", 1, "1001");

        settled(as("director", () -> plans().approve(version.id(), approval(today()), scan(), "")));

        assertThat(told("county")).containsExactly("ENTERED " + PLOTS + " late factory NOT_ANSWERED > FAIL");
    }

    @Test
    void whatIsSentBackIsToldToNobody() {
        reviewed("county", "factory", 1, "1001");
        PlanVersion version = delivered("existing", sound());

        as("section", () -> plans().giveBack(version.id(), "the text"));

        assertThat(told("county")).isEmpty();
    }

    @Test
    void onlyAPlanInForceIsAmendedAndOnlyOnceAtATime() {
        PlanVersion version = delivered("existing", sound());

        assertThatThrownBy(
                        () -> as("planner", () -> plans().amend(planOf(version), "correction", "a mistake", sound())))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("planning.amendment-open"));
    }

    @Test
    void anotherPlansReleaseMeanwhileLosesNothingOfEither() {
        PlanVersion version = delivered("existing", sound());
        as("section", () -> plans().agree(version.id(), "right"));
        layerWithOtherUseInU2();

        PlanVersion entered =
                settled(as("director", () -> plans().approve(version.id(), approval(today()), scan(), "")));

        assertThat(entered.state()).isEqualTo(PlanState.IN_FORCE);
        assertThat(plotsInForce(today())).containsExactly("U1 P0 0701", "U1 P1 0701", "U2 P4 0801");
    }

    @Test
    void aSectorPlansLayerIsKeptWithItAndReleasedNowhere() {
        String area = square(5).hectares(4).toPlainString();
        Given site = file(
                Role.MAP,
                "ZXGHYD",
                "sites.geojson",
                collection(plot(5, "").replace("\"DKBH\":\"P5\"", "\"BH\":\"S5\"")));
        PlanDeliveries.Order order = new PlanDeliveries.Order(
                PlanKind.SECTOR,
                "交通专项规划",
                null,
                "transport",
                "existing",
                "because",
                false,
                List.of(site, text("规划用地面积为" + area + "公顷，规划项目1个。")));

        PlanVersion version = settled(as("planner", () -> plans().deliver(order)));
        assertThat(said(version, "HJ-01")).isEqualTo("PASS");
        assertThat(said(version, "ZX-01")).isEqualTo("PASS 0.00");
        PlanVersion entered = entered(version);

        assertThat(entered.state()).isEqualTo(PlanState.IN_FORCE);
        assertThat(plans().listMaps(entered)).singleElement().satisfies(map -> assertThat(map.candidate())
                .isNull());
        assertThat(application().bean(PlanResults.class).listResults())
                .extracting(each -> each.listing() + " " + each.state())
                .containsExactly("transport IN_FORCE");
    }

    @Test
    void aMasterPlansZonesTakeThePlaceOfThoseOfItsDivision() {
        String[] zones = java.util.stream.IntStream.range(0, 10)
                .mapToObj(place -> plot(place, "").replace("\"DKBH\"", "\"GHFQDM\":\"520\",\"GHFQMC\":\"一般农业区\",\"X\""))
                .toArray(String[]::new);
        String area = square(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).hectares(2).toPlainString();
        PlanDeliveries.Order order = new PlanDeliveries.Order(
                PlanKind.MASTER,
                "总体规划",
                null,
                null,
                "existing",
                "because",
                false,
                List.of(
                        file(Role.MAP, "GHFQ", "zones.geojson", collection(zones)),
                        table("乡村发展区面积,公顷," + area),
                        text("乡村发展区面积为" + area + "公顷。")));

        PlanVersion version = settled(as("planner", () -> plans().deliver(order)));
        assertThat(found(version).stopping())
                .extracting(answer -> answer.rule().id())
                .isEmpty();
        PlanVersion entered = entered(version);

        assertThat(entered.state()).isEqualTo(PlanState.IN_FORCE);
        assertThat(inForce("GHFQ", today())).hasSize(10);
    }

    @Test
    void whatIsWithdrawnIsOver() {
        PlanVersion version = delivered("new", sound());

        PlanVersion withdrawn = as("planner", () -> plans().withdraw(version.id(), "not wanted"));

        assertThat(withdrawn.state()).isEqualTo(PlanState.WITHDRAWN);
        assertThat(as("planner", () -> plans().listPossible(withdrawn))).isEmpty();
    }

    @Test
    void whoReachesAnotherCountyAloneDoesNotFindIt() {
        PlanVersion version = delivered("new", sound());

        assertThat(as("county", () -> plans().find(version.id()))).isEmpty();
    }
}
