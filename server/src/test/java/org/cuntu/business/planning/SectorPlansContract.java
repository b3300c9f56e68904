package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cuntu.business.planning.SectorEntry.State;
import org.cuntu.business.planning.SectorRule.CountyArea;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Site;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What a database must do for the list of sector plans; run on each that the product supports. The sector of heritage is put to
 * farmland (place 3) and to the ecological line (place 8), sports to the urban boundary (places 0 and 1) as well.
 */
abstract class SectorPlansContract extends LineCity {
    private static final String CODE = "ZX-1";

    @BeforeEach
    void begin() {
        for (String table : List.of("sector_round", "sector_event", "sector_entry", "sector_list", "four_eyes"))
            application().jdbc().sql("delete from " + table).update();
        anew();
    }

    private SectorPlans plans() {
        return application().bean(SectorPlans.class);
    }

    private SectorChecks checks() {
        return application().bean(SectorChecks.class);
    }

    private static Map<String, String> form(String sector, String division) {
        Map<String, String> form = new HashMap<>(Map.of(
                "act", "ADD",
                "code", CODE,
                "name", "a plan",
                "sector", sector,
                "division", division,
                "maker", "an office",
                "approver", "a government",
                "firstYear", "2021",
                "lastYear", "2035"));
        form.put("deadline", "2026-03-31");
        return form;
    }

    private FourEyes.Matter proposed(Map<String, String> form) {
        return as("planner", () -> application().bean(FourEyes.class).propose("sector-entry", CODE, form, "because"));
    }

    private void decided(FourEyes.Matter matter) {
        as("section", () -> application().bean(FourEyes.class).approve(matter.id(), ""));
    }

    private void added(String sector) {
        decided(proposed(form(sector, CITY)));
        as("planner", () -> plans().move(CODE, State.DRAFTING, "begun"));
    }

    private SectorEntry entry() {
        return as("section", () -> plans().find(CODE).orElseThrow());
    }

    /** A file of squares. */
    private static String squares(int... places) {
        return Arrays.stream(places)
                .mapToObj(place -> Squares.square(place).getCoordinates())
                .map(ring -> Arrays.stream(ring)
                        .map(at -> "[" + at.x + "," + at.y + "]")
                        .collect(Collectors.joining(",", "[[", "]]")))
                .map(rings ->
                        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                                + rings + "}}")
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private SectorRound checked(String person, String geoJson, @Nullable Double width) {
        as(person, () -> {
            try {
                byte[] bytes = geoJson.getBytes(StandardCharsets.UTF_8);
                FileRef kept = application()
                        .bean(Files.class)
                        .keep(new ByteArrayInputStream(bytes), "ground.geojson", "application/geo+json");
                return checks().check(
                                CODE,
                                new SectorChecks.Order(kept.sha256(), "ground.geojson", kept.size(), null, width));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        TestApplication.eventually(
                "the round ends", () -> checks().listRounds(CODE).getLast().state() != SectorRound.State.WORKING);
        return checks().listRounds(CODE).getLast();
    }

    private SectorRound checked(int... places) {
        return checked("planner", squares(places), null);
    }

    private SectorRule.Answer answer(SectorRound round, String rule) {
        return checks()
                .findFindings(round)
                .orElseThrow(() -> new AssertionError(round.problems().toString()))
                .answers()
                .stream()
                .filter(answer -> answer.rule().rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String code(Throwable problem) {
        return problem instanceof ProblemAnswer answer
                ? answer.problem().code()
                : ((org.cuntu.engine.problem.InputRefused) problem)
                        .problems()
                        .getFirst()
                        .code();
    }

    private void approved() {
        as("planner", () -> plans().approve(CODE, "GF-1", today(), "approved"));
    }

    @Test
    void anEntryIsInTheListWhenAnotherPersonAgreed() {
        FourEyes.Matter matter = proposed(form("heritage", CITY));
        assertThat(as("section", () -> plans().listEntries(null))).isEmpty();

        decided(matter);

        assertThat(entry().state()).isEqualTo(State.NOT_STARTED);
        assertThat(as("section", () -> plans().listEvents(CODE)))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.actor() + " " + event.proposedBy()).isEqualTo("section planner"));
    }

    @Test
    void everyMemberThatIsWrongIsNamed() {
        Map<String, String> form = form("no such sector", CITY);
        form.put("deadline", "soon");

        assertThatThrownBy(() -> proposed(form))
                .isInstanceOfSatisfying(
                        org.cuntu.engine.problem.InputRefused.class, refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.args().get("field"))
                                .containsExactlyInAnyOrder("sector", "deadline"));
    }

    @Test
    void aCountysPlannerProposesNothingForAnotherCounty() {
        assertThatThrownBy(() -> as("westplanner", () -> application()
                        .bean(FourEyes.class)
                        .propose("sector-entry", CODE, form("heritage", EAST), "because")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("planning.other-division"));
    }

    @Test
    void groundOnFarmlandConflictsByItsExactArea() {
        added("heritage");
        double[][] corners = {{109.4022, 24.3001}, {109.4048, 24.3002}, {109.403, 24.3009}, {109.4022, 24.3001}};
        String slanted = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
                + Arrays.deepToString(corners) + "]}}";

        SectorRound round = checked("planner", slanted, null);

        // the witness: JTS cuts, the same integral measures
        var ground = new GeometryFactory()
                .createPolygon(Arrays.stream(corners)
                        .map(at -> new Coordinate(at[0], at[1]))
                        .toArray(Coordinate[]::new));
        var common = OverlayNGRobust.overlay(ground, Squares.square(3), OverlayNG.INTERSECTION);
        SectorRule.Answer answer = answer(round, "ZX-01");
        assertThat(round.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(answer.found().area())
                .isEqualTo(Area.ofSquareMetres(Site.of(common).integral()));
        assertThat(answer.found().places()).singleElement().satisfies(place -> assertThat(
                        place.key() + " " + place.county())
                .isEqualTo("F3 " + WEST));
        assertThat(entry().state()).isEqualTo(State.CHECKING);
    }

    @Test
    void countiesAddUpToTheGround() {
        added("heritage");

        SectorFindings findings = checks().findFindings(checked(3, 4, 5)).orElseThrow();

        List<CountyArea> counties = findings.ground().counties();
        assertThat(counties).extracting(CountyArea::county).containsExactly(WEST, EAST);
        assertThat(counties.stream().map(CountyArea::area).reduce(Area.ZERO, Area::plus))
                .isEqualTo(findings.ground().area());
        assertThat(counties.getFirst().area()).isEqualTo(square(3, 4));
    }

    @Test
    void groundOutsideTheBoundaryAsksForWhatItsConditionNeeds() {
        added("sports");

        SectorRule.Answer answer = answer(checked(0, 1, 2), "ZX-05");

        assertThat(answer.verdict()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(answer.found().area()).isEqualTo(square(2));
        assertThat(answer.counties()).containsExactly(new CountyArea(WEST, square(2)));
    }

    @Test
    void aLayerThatIsMissingIsNotAnsweredAndStops() {
        added("water");

        SectorRound round = checked(0);

        assertThat(answer(round, "ZX-06").verdict()).isEqualTo(Verdict.NOT_ANSWERED);
        assertThatThrownBy(this::approved).satisfies(e -> assertThat(code(e)).isEqualTo("planning.sector-stopped"));
    }

    @Test
    void groundThatWasMendedIsApprovedAndKeptByAnotherPersonAndEveryRoundStays() {
        added("heritage");
        checked(3);
        assertThatThrownBy(this::approved).satisfies(e -> assertThat(code(e)).isEqualTo("planning.sector-stopped"));
        checked(4);
        approved();

        as("director", () -> plans().store(CODE, Map.of(), "kept"));

        assertThat(entry().state()).isEqualTo(State.STORED);
        assertThat(checks().listRounds(CODE))
                .extracting(SectorRound::verdict)
                .containsExactly(Verdict.FAIL, Verdict.PASS);
    }

    @Test
    void whoCheckedItDoesNotKeepIt() {
        added("heritage");
        checked("section", squares(4), null);
        approved();

        assertThatThrownBy(() -> as("section", () -> plans().store(CODE, Map.of(), "kept")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("planning.sector-same-person"));
    }

    @Test
    void aConditionIsMetByNamingThePaper() {
        added("sports");
        checked(2);
        approved();
        assertThatThrownBy(() -> as("director", () -> plans().store(CODE, Map.of(), "kept")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("planning.sector-condition"));

        as("director", () -> plans().store(CODE, Map.of("ZX-05", "statement 7"), "kept"));

        assertThat(as("director", () -> plans().listEvents(CODE)).getFirst().reason())
                .isEqualTo("kept [ZX-05: statement 7]");
    }

    @Test
    void anotherVersionOfALayerThatWasAskedIsCheckedAgainstFirst() {
        added("heritage");
        checked(4);
        approved();
        application()
                .jdbc()
                .sql("delete from layer_release where layer = 'YJJBNTBHTB'")
                .update();
        layer(FARMLAND, "BSM", List.of(3, 4), place -> "G" + place);

        assertThatThrownBy(() -> as("director", () -> plans().store(CODE, Map.of(), "kept")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("planning.sector-moved"));
    }

    @Test
    void aLineIsCheckedAsACorridorOfItsWidth() {
        added("heritage");
        String line = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
                + "[[109.4,24.3005],[109.41,24.3005]]}}";

        SectorRound round = checked("planner", line, 20.0);

        // a place is 101.5 m wide at this latitude
        assertThat(answer(round, "ZX-01").found().area()).isNotNull().satisfies(area -> assertThat(area.squareMetres())
                .isBetween(2020.0, 2040.0));
    }

    @Test
    void theSameGroundHasTheSamePrint() {
        added("heritage");

        assertThat(checked(3).hash()).isEqualTo(checked(3).hash()).hasSize(64);
    }

    @Test
    void aRoundThatEndedIsAPaperThatAnybodyCanCheck() {
        added("heritage");
        SectorRound round = checked(3);

        assertThat(paper(CODE + "-1")).hasValueSatisfying(paper -> {
            assertThat(paper.kind()).isEqualTo("sector-check");
            assertThat(paper.standing()).isEqualTo(String.valueOf(round.verdict()));
            assertThat(paper.hash()).isEqualTo(round.hash());
        });
        checked("planner", "nothing", null);
        assertThat(paper(CODE + "-2")).isEmpty();
        assertThat(paper("ZX")).isEmpty();
        assertThat(paper(CODE + "-9999999999")).isEmpty();
    }

    private Optional<PaperSource.Checked> paper(String number) {
        return application().context().getBeansOfType(PaperSource.class).values().stream()
                .flatMap(source -> source.find(number).stream())
                .findFirst();
    }

    @Test
    void aFileThatIsNoneIsRefusedAndTheRoundSaysWhy() {
        added("heritage");

        SectorRound round = checked("planner", "nothing", null);

        assertThat(round.state()).isEqualTo(SectorRound.State.REFUSED);
        assertThat(round.problems()).isNotEmpty();
    }

    @Test
    void aPublishedListStaysAsItWas() {
        decided(proposed(form("heritage", CITY)));
        SectorPlans.Published list = as("section", () -> plans().publish(today().getYear(), "the yearly list"));
        as("planner", () -> plans().move(CODE, State.DRAFTING, "begun"));

        assertThat(as("section", () -> plans().published(list.year(), list.number())))
                .extracting(SectorEntry::state)
                .containsExactly(State.NOT_STARTED);
        assertThat(list.number()).isEqualTo(1);
    }

    @Test
    void theListAsOfAMomentIsWhatWasKnownThen() {
        Instant before =
                application().bean(org.cuntu.platform.home.CityClock.class).now();
        decided(proposed(form("heritage", CITY)));

        assertThat(as("section", () -> plans().listEntries(before.minusSeconds(1))))
                .isEmpty();
        assertThat(as("section", () -> plans().listEntries(before.plusSeconds(3600))))
                .hasSize(1);
    }

    @Test
    void anEntryThatIsStruckGoesNowhere() {
        decided(proposed(form("heritage", CITY)));
        decided(proposed(Map.of("act", "STRIKE", "code", CODE)));

        assertThat(entry().state()).isEqualTo(State.ABOLISHED);
        assertThatThrownBy(() -> as("planner", () -> plans().move(CODE, State.DRAFTING, "begun")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("planning.sector-state"));
    }
}
