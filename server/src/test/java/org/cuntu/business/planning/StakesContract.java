package org.cuntu.business.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cuntu.business.planning.BoundaryStake.Act;
import org.cuntu.business.planning.BoundaryStake.State;
import org.cuntu.platform.http.ProblemAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for stakes and signs; run on each that the product supports. */
abstract class StakesContract extends LineCity {
    @BeforeEach
    void begin() {
        for (String table : List.of("boundary_stake_photo", "boundary_stake_event", "boundary_stake"))
            application().jdbc().sql("delete from " + table).update();
        anew();
    }

    private BoundaryStakes stakes() {
        return application().bean(BoundaryStakes.class);
    }

    /** In the middle of a place. */
    private BoundaryStake set(String person, String number, int place, BoundaryStakes.Picture... pictures) {
        return as(person, () -> stakes().set(new BoundaryStakes.Order(
                "STBHHX",
                number,
                BoundaryStake.Kind.STAKE,
                "concrete",
                109.4005 + place / 1000.0,
                24.3005,
                today(),
                "",
                List.of(pictures))));
    }

    @Test
    void aStakeLiesInTheCountyOfItsPlace() {
        assertThat(set("planner", "A1", 1).division()).isEqualTo(WEST);
        assertThat(set("planner", "A2", 7).division()).isEqualTo(EAST);
    }

    @Test
    void anotherPersonAcceptsIt() {
        BoundaryStake stake = set("planner", "A1", 1);

        BoundaryStake accepted = as("section", () -> stakes().happen(stake.id(), Act.ACCEPT, "", List.of()));

        assertThat(accepted.state()).isEqualTo(State.IN_PLACE);
        assertThat(accepted.acceptedBy()).isEqualTo("section");
    }

    @Test
    void whoSetItDoesNotAcceptIt() {
        BoundaryStake stake = as("director", () -> set("planner", "A1", 1));
        application()
                .jdbc()
                .sql("update boundary_stake_event set actor = 'section' where stake = :id")
                .param("id", stake.id())
                .update();

        assertThatThrownBy(() -> as("section", () -> stakes().happen(stake.id(), Act.ACCEPT, "", List.of())))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("planning.stake-own"));
    }

    @Test
    void whatIsReplacedIsAcceptedAgainAndItsHistoryStays() {
        BoundaryStake stake = set("planner", "A1", 1);
        as("section", () -> stakes().happen(stake.id(), Act.ACCEPT, "", List.of()));
        as("planner", () -> stakes().happen(stake.id(), Act.DAMAGE, "broken by a truck", List.of()));

        BoundaryStake replaced = as("planner", () -> stakes().happen(stake.id(), Act.REPLACE, "a new one", List.of()));

        assertThat(replaced.state()).isEqualTo(State.SET);
        assertThat(replaced.acceptedBy()).isNull();
        assertThat(stakes().listEvents(replaced))
                .extracting(BoundaryStake.Event::act)
                .containsExactly(Act.REPLACE, Act.DAMAGE, Act.ACCEPT, Act.SET);
    }

    @Test
    void aLostOneIsNotFoundInPlace() {
        BoundaryStake stake = set("planner", "A1", 1);
        as("section", () -> stakes().happen(stake.id(), Act.ACCEPT, "", List.of()));
        as("planner", () -> stakes().happen(stake.id(), Act.LOSE, "gone", List.of()));

        assertThatThrownBy(() -> as("planner", () -> stakes().happen(stake.id(), Act.CHECK, "", List.of())))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("planning.stake-state"));
    }

    @Test
    void aCountysPlannerSetsNoneInAnotherCounty() {
        assertThatThrownBy(() -> set("westplanner", "A1", 7))
                .isInstanceOfSatisfying(
                        ProblemAnswer.class, e -> assertThat(e.problem().code()).isEqualTo("planning.other-division"));
    }

    @Test
    void thePlaceThatAPictureSaysIsShownWithItsDistance() {
        BoundaryStakes.Picture picture =
                new BoundaryStakes.Picture("0".repeat(64), "a.jpg", "image/jpeg", 109.4015, 24.3015);

        BoundaryStake stake = set("planner", "A1", 1, picture);

        // a thousandth of a degree of latitude is 111 m
        assertThat(stakes().listEvents(stake).getFirst().photos())
                .singleElement()
                .satisfies(photo -> assertThat(photo.metres()).isBetween(110L, 112L));
    }
}
