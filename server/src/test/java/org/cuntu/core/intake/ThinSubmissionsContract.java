package org.cuntu.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cuntu.core.intake.Submission.Kind;
import org.cuntu.core.intake.Submission.State;
import org.cuntu.core.intake.SubmissionFile.Role;
import org.cuntu.core.intake.Submissions.Given;
import org.cuntu.core.intake.internal.IntakeDoor;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.problem.Problem;
import org.cuntu.testing.Deliveries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A county's borders and control points from a broken delivery to a correction: what a layer of areas goes through, with lengths and
 * counts. Lengths are those of PROJ's {@code geod} on GRS 80.
 */
abstract class ThinSubmissionsContract extends Intakes {
    private static final String BORDERS = "XZQJX";
    private static final String POINTS = "CLKZD";
    /** A thousandth of a degree along the parallel 24.3° and along the meridian. */
    private static final String EAST_WEST = "101.51";

    private static final String NORTH_SOUTH = "110.76";

    @BeforeEach
    void twoCounties() {
        onlyTownships();
    }

    private static String border(String bsm, String kind, String coordinates) {
        return ("{\"type\":\"Feature\",\"properties\":{\"BSM\":\"%s\",\"YSDM\":\"1000600200\",\"JXLX\":\"%s\"},\"geometry\":"
                        + "{\"type\":\"LineString\",\"coordinates\":[%s]}}")
                .formatted(bsm, kind, coordinates);
    }

    /** Along the south of a place. */
    private static String south(String bsm, int place) {
        return border(bsm, "乡界", "[109.40%d,24.3],[109.40%d,24.3]".formatted(place, place + 1));
    }

    /** Along the west of a place. */
    private static String west(String bsm, int place) {
        return border(bsm, "乡界", "[109.40%1$d,24.3],[109.40%1$d,24.301]".formatted(place));
    }

    private static String point(String bsm, String name, String coordinates) {
        return ("{\"type\":\"Feature\",\"properties\":{\"BSM\":\"%s\",\"KZDMC\":\"%s\",\"KZDDH\":\"%s\"},\"geometry\":"
                        + "{\"type\":\"Point\",\"coordinates\":[%s]}}")
                .formatted(bsm, name, bsm, coordinates);
    }

    private Submission delivered(String layer, Kind kind, LocalDate from, Given... files) {
        return submit(
                "west",
                new Submissions.Order(
                        layer, WEST, kind, from, null, "delivery", null, null, false, Arrays.asList(files)));
    }

    private Given whole(String... features) {
        return kept(Role.WHOLE, "thin.geojson", Deliveries.collection(features));
    }

    private Map<String, Long> issues(Submission submission) {
        CheckRun run = application()
                .bean(LayerChecks.class)
                .find(round(submission).run())
                .orElseThrow();
        return run.byRule().stream()
                .filter(rule -> rule.count() > 0)
                .collect(Collectors.toMap(CheckRun.RuleCount::rule, CheckRun.RuleCount::count));
    }

    private LayerComparison comparison(Submission submission) {
        return IntakeDoor.comparison(round(submission));
    }

    @Test
    void bordersThatCrossThemselvesOrHaveAWrongCodeComeBackToBeMended() {
        Submission broken = delivered(
                BORDERS,
                Kind.FULL,
                DAY,
                whole(
                        border(
                                "1",
                                "乡界",
                                "[109.4005,24.3002],[109.4008,24.3008],[109.4008,24.3002],[109.4005,24.3008]"),
                        border("2", "镇界", "[109.401,24.3],[109.402,24.3]"),
                        border("3", "乡界", "[109.404,24.3005],[109.4045,24.3005],[109.4055,24.3005]")));

        assertThat(broken.state()).isEqualTo(State.MENDING);
        assertThat(issues(broken))
                .containsOnlyKeys("lines-cross", "border-kind", "thin-outside")
                .containsEntry("lines-cross", 1L)
                .containsEntry("border-kind", 1L);
    }

    @Test
    void pointsThatLieOnOneAnotherOrHaveNoNameComeBackToBeMended() {
        Submission broken = delivered(
                POINTS,
                Kind.FULL,
                DAY,
                whole(
                        point("1", "一", "109.4005,24.3005"),
                        point("2", "二", "109.4005,24.3005"),
                        point("3", "", "109.4015,24.3005")));

        assertThat(broken.state()).isEqualTo(State.MENDING);
        assertThat(issues(broken)).isEqualTo(Map.of("points-twice", 1L, "point-mandatory", 1L));
    }

    @Test
    void aPointOfTheNeighboursGroundIsRefusedByName() {
        Submission refused = delivered(
                POINTS,
                Kind.FULL,
                DAY,
                whole(point("1", "一", "109.4005,24.3005"), point("2", "二", "109.4085,24.3005")));

        assertThat(refused.state()).isEqualTo(State.MENDING);
        assertThat(lastStep(refused).problems()).extracting(Problem::code).containsExactly("intake.elsewhere");
        assertThat(String.valueOf(lastStep(refused).problems().getFirst().args().get("features")))
                .contains("2");
    }

    @Test
    void whatWasMendedIsReleasedByOthersAndCorrectedLater() {
        Submission broken =
                delivered(BORDERS, Kind.FULL, OLD, whole(border("1", "镇界", "[109.401,24.3],[109.402,24.3]")));
        Submission mended = settled(as(
                "west", () -> submissions().resubmit(broken.id(), List.of(whole(south("1", 1), south("2", 2))), null)));
        released(mended);
        Instant known = releases().listReleases(BORDERS).getLast().knownFrom();

        released(delivered(BORDERS, Kind.CORRECTION, OLD, whole(west("1", 1), south("2", 2), south("3", 3))));

        assertThat(borders(known.toString())).isEqualTo(2);
        assertThat(borders(null)).isEqualTo(3);
    }

    private int borders(@Nullable String known) {
        String hash = application().bean(Baselines.class).resolveAll(OLD, known).layers().stream()
                .filter(layer -> layer.entry().code().equals(BORDERS))
                .map(layer -> Objects.requireNonNull(layer.snapshot()).hash())
                .findFirst()
                .orElseThrow();
        try (SnapshotStore.Lease lease = application().bean(SnapshotStore.class).open(hash)) {
            return lease.snapshot().size();
        }
    }

    @Test
    void twoVersionsOfLinesAreComparedByTheirLengths() {
        released(delivered(BORDERS, Kind.FULL, OLD, whole(south("1", 1), south("2", 2))));

        LayerComparison comparison = comparison(delivered(BORDERS, Kind.FULL, DAY, whole(west("1", 1), south("3", 3))));

        assertThat(comparison.dimension()).isEqualTo(Dimension.LINE);
        assertThat(comparison.reshaped().extent()).hasToString(NORTH_SOUTH);
        assertThat(comparison.added().extent()).hasToString(EAST_WEST);
        assertThat(comparison.removed().extent()).hasToString(EAST_WEST);
        // two of 101.5145 m, and one of them with one of 110.7626 m, each sum rounded once
        assertThat(comparison.before()).hasToString("203.03");
        assertThat(comparison.after()).hasToString("212.28");
    }

    @Test
    void twoVersionsOfPointsAreComparedByTheirNumber() {
        released(delivered(POINTS, Kind.FULL, OLD, whole(point("1", "一", "109.4005,24.3005"))));

        LayerComparison comparison = comparison(delivered(
                POINTS,
                Kind.FULL,
                DAY,
                whole(
                        point("1", "一", "109.4006,24.3005"),
                        point("2", "二", "109.4015,24.3005"),
                        point("3", "三", "109.4025,24.3005"))));

        assertThat(comparison.reshaped().features()).isEqualTo(1);
        assertThat(comparison.before()).hasToString("1");
        assertThat(comparison.after()).hasToString("3");
    }

    @Test
    void anIncrementOfLinesSaysWhatLengthItTookOutAndPutIn() {
        released(delivered(BORDERS, Kind.FULL, OLD, whole(south("1", 1), south("2", 2))));

        Submission increment = delivered(
                BORDERS,
                Kind.INCREMENT,
                DAY,
                kept(Role.CHANGED, "changed.geojson", Deliveries.collection(west("1", 1))),
                kept(Role.REMOVED, "gone.txt", "BSM\n2\n"));

        Map<String, Object> figures = submissions().listSteps(increment).stream()
                .filter(step -> step.step() == SubmissionStep.Step.FIT)
                .findFirst()
                .orElseThrow()
                .figures();
        assertThat(figures)
                .containsEntry("lengthBefore", "203.03")
                .containsEntry("lengthAfter", NORTH_SOUTH)
                .containsEntry("lengthDifference", "-92.27")
                .doesNotContainKey("groundBefore");
    }

    @Test
    void whatChangedIsDrawnAsTheLineOrThePointThatItIs() {
        Submission lines = delivered(BORDERS, Kind.FULL, DAY, whole(west("1", 1)));
        Submission points = delivered(POINTS, Kind.FULL, DAY, whole(point("7", "七", "109.4005,24.3005")));

        assertThat(IntakeDoor.drawn(application(), lines, round(lines), "1"))
                .contains("\"MultiLineString\"")
                .contains("[[[109.401,24.3],[109.401,24.301]]]");
        assertThat(IntakeDoor.drawn(application(), points, round(points), "7"))
                .contains("\"MultiPoint\"")
                .contains("[[109.4005,24.3005]]");
    }

    @Test
    void theListOfChangesIsTakenAwayWithLengths() throws IOException {
        released(delivered(BORDERS, Kind.FULL, OLD, whole(south("1", 1), south("2", 2))));
        released(delivered(BORDERS, Kind.FULL, DAY, whole(west("1", 1), south("2", 2))));
        List<String> versions = releases().listReleases(BORDERS).stream()
                .map(release -> Objects.requireNonNull(release.hash()))
                .toList();

        List<String> lines = IntakeDoor.takenAway(application(), versions.getFirst(), versions.getLast());

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("BSM,BHLX,QDL,HDL,QCD,HCD,CDBH");
        assertThat(lines.getLast()).contains("1,RESHAPED").contains(EAST_WEST + "," + NORTH_SOUTH + ",9.25");
    }

    @Test
    void theHistoryOfALineTellsItsLengthInEachVersion() {
        released(delivered(BORDERS, Kind.FULL, OLD, whole(south("1", 1))));
        released(delivered(BORDERS, Kind.FULL, DAY, whole(west("1", 1))));

        assertThat(IntakeDoor.history(application(), BORDERS, "1"))
                .extracting(version -> String.valueOf(version.extent()))
                .containsExactly(EAST_WEST, NORTH_SOUTH);
    }
}
