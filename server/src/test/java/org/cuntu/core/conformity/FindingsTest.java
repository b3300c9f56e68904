package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.rules.PlanFigures;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.ProjectDocument;
import org.cuntu.core.rules.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What the city's rules say of a site of 100 m × 100 m. */
class FindingsTest {
    private static final Geometry SITE = box(0, 0, 100, 100);
    private static final Project FACTORY = new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of());

    private static final ProjectFacts LINEAR =
            new ProjectFacts(6, "yes", "", "", "", 0, "", List.of(), PlanFigures.NONE, Map.of());

    @Test
    void farmlandUnderAFactoryFails() {
        assertThat(findings(farmland(FACTORY))).isEqualTo("FAIL | permanent-farmland | 1200.00 m2 | 12.00 %");
    }

    @Test
    void farmlandUnderAMajorProjectIsConditionalAndNamesTheDocuments() {
        ReviewResult review = farmland(new Project("single", "1202", "national-major", null, List.of()))
                .review();

        assertThat(findings(review)).isEqualTo("CONDITIONAL | permanent-farmland-major | 1200.00 m2 | 12.00 %");
        assertThat(review.findings().getFirst().isSatisfied()).isFalse();
    }

    @Test
    void documentsThatAreNamedSatisfyTheFindingButItStaysConditional() {
        List<String> documents = List.of("farmland-replacement-plan", "state-council-approval");
        ReviewResult review = farmland(new Project("single", "1202", "national-major", null, documents))
                .review();

        assertThat(review.findings().getFirst().isSatisfied()).isTrue();
        assertThat(review.conclusion().name()).isEqualTo("CONDITIONAL");
    }

    @Test
    void aMajorProjectInTheRedLineNeedsAnotherDocumentThanALimitedActivity() {
        assertThat(redLine("ordinary")).isEqualTo("CONDITIONAL ecological-red-line-exception []");
        assertThat(redLine("ordinary", "limited-activity-opinion"))
                .isEqualTo("CONDITIONAL ecological-red-line-exception [limited-activity-opinion]");
        assertThat(redLine("national-major", "limited-activity-opinion"))
                .isEqualTo("CONDITIONAL ecological-red-line-major []");
        assertThat(redLine("national-major", "unavoidability-opinion"))
                .isEqualTo("CONDITIONAL ecological-red-line-major [unavoidability-opinion]");
    }

    private static String redLine(String level, String... documents) {
        Finding finding = FlatGround.with("STBHHX")
                .plot(SITE)
                .project(new Project("single", "1202", level, null, List.of(documents), LINEAR))
                .rules(Rules.only("ecological"))
                .feature("STBHHX", box(0, 0, 12, 100))
                .review()
                .findings()
                .getFirst();
        return finding.verdict() + " " + finding.rule().id() + " " + finding.given();
    }

    @Test
    void whatWasSeenOfAHalfCoveredLayerMakesItFailAllTheSame() {
        FlatGround ground = farmland(FACTORY).coverage("YJJBNTBHTB", box(0, 0, 50, 100));

        assertThat(findings(ground)).isEqualTo("FAIL | permanent-farmland | 1200.00 m2 | 12.00 %");
    }

    @Test
    void nothingSeenInAHalfCoveredLayerIsNotAnswered() {
        FlatGround ground = ground(FACTORY).coverage("YJJBNTBHTB", box(0, 0, 50, 100));

        assertThat(findings(ground)).isEqualTo("NOT_ANSWERED | permanent-farmland | 0.00 m2 | 0.00 %");
    }

    @Test
    void whatWasSeenOfAHalfCoveredLayerDoesNotMakeItConditional() {
        FlatGround ground = FlatGround.with("HLFXKZX")
                .plot(SITE)
                .rules(Rules.only("flood-line"))
                .feature("HLFXKZX", box(0, 0, 10, 100))
                .coverage("HLFXKZX", box(0, 0, 50, 100));

        assertThat(findings(ground)).isEqualTo("NOT_ANSWERED | flood-line | 1000.00 m2 | 10.00 %");
    }

    @Test
    void aSliverOfFarmlandIsNotSeenByTheRule() {
        FlatGround ground = ground(FACTORY).feature("YJJBNTBHTB", box(99.995, 0, 200, 100), "DLBM", "0101");
        ReviewResult review = ground.review();

        assertThat(findings(review)).isEqualTo("PASS | permanent-farmland | 0.00 m2 | 0.00 %");
        assertThat(review.findings().getFirst().areaWithSlivers()).hasToString("0.50");
    }

    @Test
    void groundOutsideTheUrbanBoundaryFailsByTheRest() {
        FlatGround ground = FlatGround.with("CZKFBJ")
                .plot(SITE)
                .project(FACTORY)
                .rules(Rules.exactly("urban-boundary", "urban-boundary-reserve"))
                .feature("CZKFBJ", box(-50, -50, 60, 150), "GHFQDM", "410", "GHFQMC", "城镇集中建设区")
                .feature("CZKFBJ", box(60, -50, 80, 150), "GHFQDM", "420", "GHFQMC", "城镇弹性发展区");

        assertThat(findings(ground))
                .isEqualTo("FAIL | urban-boundary | 2000.00 m2 | 20.00 %\n"
                        + "CONDITIONAL | urban-boundary-reserve | 2000.00 m2 | 20.00 %");
    }

    @Test
    void onlyTheDetailedPlanPlotOfAnotherUseIsNamed() {
        FlatGround ground = FlatGround.with("KGDK")
                .plot(SITE)
                .project(FACTORY)
                .rules(Rules.exactly("detailed-plan-use"))
                .feature("KGDK", box(0, 0, 70, 100), "DKBH", "A-1", "YDYHFLDM", "100101", "JRDM", "", "GHZT", "已批")
                .feature(
                        "KGDK",
                        box(70, 0, 100, 100),
                        "DKBH",
                        "A-2",
                        "YDYHFLDM",
                        "0701",
                        "JRDM",
                        "0901/0702",
                        "GHZT",
                        "已批");

        assertThat(findings(ground)).isEqualTo("FAIL | detailed-plan-use | 3000.00 m2 | 30.00 %");
    }

    @Test
    void aPlotOfTheDetailedPlanWithoutACodeIsNotAnswered() {
        FlatGround ground = FlatGround.with("KGDK")
                .plot(SITE)
                .project(FACTORY)
                .rules(Rules.exactly("detailed-plan-use"))
                .feature("KGDK", box(0, 0, 70, 100), "DKBH", "A-1", "YDYHFLDM", "", "JRDM", "", "GHZT", "已批");

        assertThat(findings(ground)).isEqualTo("NOT_ANSWERED | detailed-plan-use | 0.00 m2 | 0.00 %");
    }

    @Test
    void neverPassWhileARequiredLayerIsSilentThoughNoRuleReadsIt() {
        FlatGround ground = FlatGround.with("HLFXKZX", "GHFQ")
                .plot(SITE)
                .rules(Rules.only("flood-line"))
                .silent("GHFQ", NotAnsweredReason.STALE);
        ReviewResult review = ground.review();

        assertThat(findings(review)).isEqualTo("PASS | flood-line | 0.00 m2 | 0.00 %");
        assertThat(review.conclusion().name()).isEqualTo("NOT_ANSWERED");
    }

    @Test
    void anEmptyHomeAnswersNothing() {
        FlatGround ground = FlatGround.with("STBHHX", "CZKFBJ")
                .plot(SITE)
                .rules(Rules.city())
                .silent("STBHHX", NotAnsweredReason.NO_SNAPSHOT)
                .silent("CZKFBJ", NotAnsweredReason.NO_SNAPSHOT);

        assertThat(ground.review().findings()).allMatch(f -> f.verdict().name().equals("NOT_ANSWERED"));
    }

    @Test
    void failOutweighsNotAnswered() {
        FlatGround ground = farmland(FACTORY).silent("STBHHX", NotAnsweredReason.STALE);

        assertThat(ground.review().conclusion().name()).isEqualTo("FAIL");
    }

    @Test
    void aStatedDocumentOfTheRightLevelProvesTheExceptionAndIsNamed() {
        ReviewResult review = farmland(major(
                        document("farmland-replacement-plan", "county", "2026-10-01"),
                        document("state-council-approval", "national", "2026-11-02")))
                .review();

        assertThat(findings(review)).isEqualTo("PASS | permanent-farmland-major | 1200.00 m2 | 12.00 %");
        assertThat(review.findings().getFirst().papers())
                .extracting(p -> p.document().number())
                .containsExactly("1号", "1号");
        assertThat(review.conclusion().name()).isEqualTo("PASS");
    }

    @Test
    void aDocumentFromALowerLevelOrDatedAfterTheReviewDoesNotProve() {
        ReviewResult review = farmland(major(
                        document("farmland-replacement-plan", "county", "2026-11-21"),
                        document("state-council-approval", "provincial", "2026-11-02")))
                .review();

        assertThat(review.findings().getFirst().verdict().name()).isEqualTo("CONDITIONAL");
        assertThat(review.findings().getFirst().papers())
                .extracting(p -> String.valueOf(p.reason()))
                .containsExactly("LATER", "LEVEL");
    }

    private static Project major(ProjectDocument... documents) {
        return new Project(
                "single",
                "1202",
                "national-major",
                null,
                List.of(),
                new ProjectFacts(0, "", "", "", "", 0, "", List.of(documents), PlanFigures.NONE, Map.of()));
    }

    private static ProjectDocument document(String type, String level, String date) {
        return new ProjectDocument(type, "1号", LocalDate.parse(date), "某机关", level, null);
    }

    @Test
    void eachPlotIsJudgedByItsOwnFigureAndAMissingOneIsAskedFor() {
        assertThat(ratio("1.5", "1.5")).isEqualTo("PASS | detailed-plan-floor-area | 0.00 m2 | 0.00 %");
        assertThat(ratio("1.5", "1.7")).isEqualTo("FAIL | detailed-plan-floor-area | 4000.00 m2 | 40.00 %");
        assertThat(ratio("1.5", "")).isEqualTo("NOT_ANSWERED | detailed-plan-floor-area | 0.00 m2 | 0.00 %");
    }

    /** Two plots of 60 m and 40 m, of a plan plot that allows 1.6. */
    private static String ratio(String first, String second) {
        Map<String, PlanFigures> plots = Map.of("1", ratioOf(first), "2", ratioOf(second));
        ProjectFacts facts = new ProjectFacts(0, "", "", "", "", 0, "", List.of(), PlanFigures.NONE, plots);
        return findings(FlatGround.with("KGDK")
                .plot(box(0, 0, 60, 100))
                .plot(box(60, 0, 100, 100))
                .project(new Project("batch", "1001", "ordinary", FlatGround.DAY, List.of(), facts))
                .rules(Rules.exactly("detailed-plan-floor-area"))
                .feature(
                        "KGDK",
                        box(-50, -50, 150, 150),
                        "DKBH",
                        "A-1",
                        "YDYHFLDM",
                        "1001",
                        "GHZT",
                        "已批",
                        "RJL",
                        1.6,
                        "RJLYSF",
                        "<="));
    }

    private static PlanFigures ratioOf(String text) {
        return new PlanFigures(text.isEmpty() ? null : new BigDecimal(text), null, null, null, null);
    }

    private static FlatGround ground(Project project) {
        return FlatGround.with("YJJBNTBHTB", "STBHHX")
                .plot(SITE)
                .project(project)
                .rules(Rules.exactly("permanent-farmland", "permanent-farmland-major"));
    }

    private static FlatGround farmland(Project project) {
        return ground(project).feature("YJJBNTBHTB", box(0, 0, 12, 100), "YJJBNTTBBH", "1", "DLBM", "0101");
    }

    private static String findings(FlatGround ground) {
        return findings(ground.review());
    }

    private static String findings(ReviewResult review) {
        return review.findings().stream()
                .map(f -> f.verdict() + " | " + f.rule().id() + " | " + f.area() + " m2 | " + f.share() + " %")
                .collect(Collectors.joining("\n"));
    }
}
