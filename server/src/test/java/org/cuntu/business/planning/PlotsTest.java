package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.PlotLimit.Operator;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.measure.SurveyArea;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be built at a place of the small city. */
class PlotsTest extends PlotCity {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home, false, List.of());
    }

    @AfterAll
    static void end() {
        application.close();
    }

    @Override
    TestApplication application() {
        return application;
    }

    @BeforeEach
    void begin() {
        anew();
    }

    /** The 32号文 sum of the square, by its corners. */
    private static BigDecimal square(int place) {
        double west = (109_400 + place) / 1000.0;
        double east = (109_401 + place) / 1000.0;
        double area = SurveyArea.geographic(new double[] {west, 24.3, east, 24.3, east, 24.301, west, 24.301});
        return new BigDecimal(StrictMath.abs(area)).setScale(2, RoundingMode.HALF_UP);
    }

    @Test
    void aPlotIsToldWithItsFiguresAndWhatTheyGive() {
        PlotCard.Plot plot = plot(0);

        assertThat(plot.number()).isEqualTo("P0");
        assertThat(plot.status()).isEqualTo(PlotStatus.APPROVED);
        assertThat(plot.ratio())
                .isEqualTo(new PlotLimit(Operator.AT_MOST, plot.ratio().value(), null));
        assertThat(plot.legal().toBigDecimal()).isEqualTo(square(0));
        assertThat(plot.figures().mostFloor().toBigDecimal())
                .isEqualTo(square(0).multiply(new BigDecimal("2.2")).setScale(2, RoundingMode.FLOOR));
        assertThat(plot.figures().leastGreen().toBigDecimal())
                .isEqualTo(square(0).multiply(new BigDecimal("0.35")).setScale(2, RoundingMode.CEILING));
    }

    @Test
    void aRangeHasBothBounds() {
        PlotCard.Plot plot = plot(1);

        assertThat(plot.ratio().operator()).isEqualTo(Operator.RANGE);
        assertThat(plot.figures().leastFloor().toBigDecimal()).isEqualTo(square(1));
        assertThat(plot.figures().mostFloor().toBigDecimal())
                .isEqualTo(square(1).multiply(new BigDecimal("1.6")).setScale(2, RoundingMode.FLOOR));
    }

    @Test
    void aPlanInPreparationDoesNotControl() {
        assertThat(plot(2).status()).isEqualTo(PlotStatus.IN_PREPARATION);
    }

    @Test
    void whatThePlanDoesNotSetIsNoZero() {
        PlotCard.Plot plot = plot(3);

        assertThat(List.of(
                        plot.ratio().operator(),
                        plot.density().operator(),
                        plot.height().operator()))
                .containsOnly(Operator.NONE);
        assertThat(plot.figures().mostFloor()).isNull();
    }

    @Test
    void anOperatorThatNobodyKnowsIsNotRead() {
        assertThat(plot(4).ratio().operator()).isEqualTo(Operator.UNREADABLE);
        assertThat(plot(4).figures().mostFloor()).isNull();
    }

    @Test
    void anAreaStatedFarFromTheMeasuredOneIsPointedOut() {
        assertThat(plot(0).statedDiffers()).isTrue();
        assertThat(plot(1).statedDiffers()).isFalse();
    }

    @Test
    void aRoadOnThePlotIsMeasuredAndOneBesideHasItsDistance() {
        PlotCard.OnLine on = plot(1).lines().getFirst();
        PlotCard.OnLine beside = plot(0).lines().getFirst();

        // a tenth of the square
        assertThat(on.area().squareMetres()).isCloseTo(plot(1).legal().squareMetres() / 10, offset(1));
        assertThat(beside.area().isZero()).isTrue();
        assertThat(beside.metres()).isZero();
        assertThat(on.setback()).isEqualByComparingTo("5");
    }

    private static org.assertj.core.data.Offset<Double> offset(double by) {
        return org.assertj.core.data.Offset.offset(by);
    }

    @Test
    void aRiskAreaOnThePlotIsConcernedWithItsArea() {
        PlotCard.Control risk = plot(0).controls().stream()
                .filter(control -> control.layer().equals("DZZHFXQ"))
                .findFirst()
                .orElseThrow();

        assertThat(risk.answer()).isEqualTo(LayerAnswer.CONCERNED);
        assertThat(risk.area()).isEqualTo(plot(0).legal());
    }

    @Test
    void aLayerWithoutAVersionIsNotAnsweredAndNeverClear() {
        application()
                .jdbc()
                .sql("delete from layer_release where layer = 'STBHHX'")
                .update();

        PlotCard.Control line = plot(0).controls().stream()
                .filter(control -> control.layer().equals("STBHHX"))
                .findFirst()
                .orElseThrow();

        assertThat(line.answer()).isEqualTo(LayerAnswer.NOT_ANSWERED);
        assertThat(line.reason()).isEqualTo(NotAnsweredReason.NO_SNAPSHOT);
    }

    @Test
    void insideTheBoundaryWithoutAPlanTheBoundaryGoverns() {
        PlotCard card = at(5);

        assertThat(card.answer()).isEqualTo(LayerAnswer.CLEAR);
        assertThat(card.governing())
                .filteredOn(each -> each.rule() != null)
                .extracting(each -> each.layer() + " " + each.value())
                .containsExactly("CZKFBJ 410", "GHFQ 410");
    }

    @Test
    void inAVillageZoneTheVillagePlanIsNotAnswered() {
        assertThat(at(7).governing())
                .filteredOn(each -> each.layer().equals("CZGH"))
                .singleElement()
                .satisfies(each -> assertThat(each.answer()).isEqualTo(LayerAnswer.NOT_ANSWERED));
    }

    @Test
    void withoutThePlanLayerNothingIsSaidToBeFree() {
        application()
                .jdbc()
                .sql("delete from layer_release where layer = 'KGDK'")
                .update();

        assertThat(at(0).answer()).isEqualTo(LayerAnswer.NOT_ANSWERED);
        assertThat(at(0).reason()).isEqualTo(NotAnsweredReason.NO_SNAPSHOT);
    }

    @Test
    void beforeThePlanWasInForceItDoesNotAnswer() {
        PlotCard before = as("drafter", () -> plots().at(109.4005, 24.3005, LocalDate.of(2025, 12, 30), null));

        assertThat(before.answer()).isEqualTo(LayerAnswer.NOT_ANSWERED);
    }

    @Test
    void theHistoryTellsWhatChangedAndWhen() {
        layer("KGDK", LocalDate.of(2026, 3, 1), plots(Map.of("P0", Map.of("RJL", new BigDecimal("2.5")))));

        assertThat(plot(0).history())
                .extracting(version -> version.version().inForceFrom() + " " + version.changes())
                .containsExactly("2026-03-01 [Change[field=RJL, was=2.2, is=2.5]]", "2025-12-31 []");
    }

    @Test
    void aPlotIsFoundByUnitAndNumber() {
        PlotCard card =
                as("drafter", () -> plots().byNumber("U1", "P3", null, null)).orElseThrow();

        assertThat(card.plots()).singleElement().extracting(PlotCard.Plot::use).isEqualTo("1401");
        assertThat(as("drafter", () -> plots().byNumber("U2", "P3", null, null)))
                .isEmpty();
    }

    @Test
    void aPointBetweenTwoPlotsBelongsToBoth() {
        PlotCard card = as("drafter", () -> plots().at(109.401, 24.3005, null, null));

        assertThat(card.plots()).extracting(PlotCard.Plot::number).containsExactlyInAnyOrder("P0", "P1");
    }

    @Test
    void aPlaceOutsideTheCityIsRefused() {
        for (double[] place : new double[][] {{0, 0}, {Double.NaN, 24.3}, {109.4, Double.POSITIVE_INFINITY}})
            assertThatThrownBy(() -> as("drafter", () -> plots().at(place[0], place[1], null, null)))
                    .isInstanceOf(InputRefused.class);
    }

    @Test
    void aFeatureOfAnotherVersionIsNotTakenForTodays() {
        String old = at(0).version().hash();
        layer("KGDK", LocalDate.of(2026, 3, 1), plots(Map.of("P0", Map.of("RJL", new BigDecimal("2.5")))));

        assertThatThrownBy(() -> as("drafter", () -> plots().ofFeature(old, 0, null, null)))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("plots.other-version"));
    }
}
