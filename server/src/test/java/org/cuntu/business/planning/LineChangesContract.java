package org.cuntu.business.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.Proposal.State;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.testing.Deliveries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a line's change concerns, and a change that comes as files. */
abstract class LineChangesContract extends LineCity {
    @BeforeEach
    void begin() {
        anew();
    }

    @Test
    void aReviewOnGroundThatComesIntoALineIsJudgedBeforeAndAfter() {
        wideTargets(FARMLAND, "0.00");
        reviewed("planner", "on the new farmland", 1, "1001");
        reviewed("planner", "far away", 6, "1001");

        Proposal proposal = proposed("planner", order(FARMLAND, null, "better-in", farmland(1)));

        Affected affected = findings(proposal).affected();
        assertThat(affected.reviews()).singleElement().satisfies(review -> {
            assertThat(review.name()).isEqualTo("on the new farmland");
            assertThat(review.by()).isEqualTo("planner");
            assertThat(review.common()).isEqualTo(square(1));
            assertThat(review.before()).isNotEqualTo(Verdict.FAIL);
            assertThat(review.after()).isEqualTo(Verdict.FAIL);
            assertThat(review.areaBefore().isZero()).isTrue();
            assertThat(review.areaAfter().isPositive()).isTrue();
            assertThat(review.changes()).isTrue();
        });
    }

    private static Proposals.Shapes farmland(int place) {
        return new Proposals.Shapes(
                List.of(new Proposals.MoveIn(org.cuntu.testing.Squares.square(place), Map.of())),
                List.of(),
                List.of(),
                null);
    }

    private Proposals.Given kept(String role, String name, String text) {
        try {
            FileRef kept = application()
                    .bean(org.cuntu.platform.files.Files.class)
                    .keep(new ByteArrayInputStream(text.getBytes(UTF_8)), name, "application/octet-stream");
            return new Proposals.Given(role, null, kept.sha256(), name, kept.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String zone(String bsm, int place) {
        return Deliveries.feature(
                "\"BSM\":\"%s\",\"GHFQDM\":\"410\",\"GHFQMC\":\"城镇集中建设区\"".formatted(bsm), Deliveries.square(place));
    }

    private static Proposals.Shapes files(Proposals.Given... files) {
        return new Proposals.Shapes(List.of(), List.of(), List.of(files), null);
    }

    @Test
    void anIncrementByFilesAddsAndTakesOutFeatures() {
        wideTargets(BOUNDARY, "90000.00");
        Proposal proposal = proposed(
                "planner",
                order(
                        BOUNDARY,
                        null,
                        "optimisation",
                        files(
                                kept("ADDED", "added.geojson", Deliveries.collection(zone("N2", 2))),
                                kept("REMOVED", "removed.geojson", Deliveries.collection(zone("B1", 1))))));

        assertThat(proposal.state()).as("%s", proposals().listSteps(proposal)).isEqualTo(State.OPEN);
        assertThat(findings(proposal).changed().inArea()).isEqualTo(square(2));
        assertThat(findings(proposal).changed().outArea()).isEqualTo(square(1));

        as("planner", () -> proposals().submit(proposal.id(), ""));
        as("section", () -> proposals().agree(proposal.id(), "right"));
        settled(as("director", () -> proposals().release(proposal.id(), "go")));

        assertThat(inForce(BOUNDARY, today())).containsExactly("B0", "N2");
    }

    @Test
    void anIncrementThatTakesOutWhatIsNotThereIsRefusedWithItsKey() {
        Proposal proposal = proposed(
                "planner",
                order(
                        BOUNDARY,
                        null,
                        "optimisation",
                        files(kept("REMOVED", "removed.geojson", Deliveries.collection(zone("Q9", 1))))));

        assertThat(proposals().listSteps(proposal).getLast().problems())
                .anySatisfy(problem -> assertThat(problem.args().toString()).contains("Q9"));
        assertThat(proposals().listRounds(proposal).getLast().candidate()).isNull();
    }

    private TargetDraft entered(String person) {
        return as(person, () -> drafts().propose(
                        new LineTargets.Order(BOUNDARY, WEST, Area.parse("12.00"), "T-2", OLD, OLD, false)));
    }

    private TargetDrafts drafts() {
        return application().bean(TargetDrafts.class);
    }

    @Test
    void aTargetHoldsOnceAnotherPersonHasAgreed() {
        TargetDraft draft = entered("section");
        assertThat(targets().inForce(BOUNDARY, today(), null)).isEmpty();

        as("director", () -> drafts().agree(draft.id()));

        assertThat(targets().inForce(BOUNDARY, today(), null).get(WEST).quantity())
                .isEqualTo(Area.parse("12.00"));
        assertThat(drafts().listOpen(BOUNDARY)).isEmpty();
    }

    @Test
    void nobodyEntersATargetAlone() {
        assertThatThrownBy(() -> as("section", () -> targets()
                        .assign(new LineTargets.Order(BOUNDARY, WEST, Area.parse("12.00"), "T-2", OLD, OLD, false))))
                .hasMessageContaining("planning.target-two");
    }

    @Test
    void whoMayBothDoesNotAgreeToTheirOwn() {
        TargetDraft draft = entered("section");
        application()
                .jdbc()
                .sql("update planning_target_draft set proposed_by = 'director' where id = :id")
                .param("id", draft.id())
                .update();

        assertThatThrownBy(() -> as("director", () -> drafts().agree(draft.id())))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("planning.target-own"));
    }

    @Test
    void aTargetIsDecidedOnce() {
        TargetDraft draft = entered("section");
        as("director", () -> {
            drafts().refuse(draft.id(), "another figure");
            return draft;
        });

        assertThatThrownBy(() -> as("director", () -> drafts().agree(draft.id())))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("planning.target-decided"));
        assertThat(targets().listAll(BOUNDARY)).isEmpty();
    }
}
