package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.business.planning.Plan;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins a version with its number, files and first step. Called inside the transaction that holds the plan. */
@Component
class PlanBeginnings {
    private final PlanTable plans;
    private final PlanRounds rounds;
    private final PlanMoves moves;
    private final PlanOrders orders;
    private final CurrentUser current;
    private final CityClock clock;

    PlanBeginnings(
            PlanTable plans,
            PlanRounds rounds,
            PlanMoves moves,
            PlanOrders orders,
            CurrentUser current,
            CityClock clock) {
        this.plans = plans;
        this.rounds = rounds;
        this.moves = moves;
        this.orders = orders;
        this.current = current;
        this.clock = clock;
    }

    /** @param previous the version that it amends; null: it is a first one */
    void begin(
            UUID id,
            Plan plan,
            int version,
            String occasion,
            String grounds,
            @Nullable UUID previous,
            boolean invented,
            List<Given> files) {
        User user = current.get();
        Instant now = clock.now();
        String letters = orders.scheme(plan.kind()).letters();
        PlanVersion made = new PlanVersion(
                id,
                plan,
                version,
                plans.nextNumber(letters, clock.today().getYear()),
                occasion,
                grounds.strip(),
                previous,
                invented,
                user.id(),
                user.unit(),
                now,
                PlanState.DELIVERED,
                0,
                1,
                null,
                null,
                null,
                null,
                null,
                now);
        plans.add(made);
        rounds.add(id, 1, files);
        moves.move(
                made,
                PlanState.DELIVERED,
                0,
                1,
                PlanMoves.Taken.by(user, PlanStep.Kind.DELIVER, PlanPersons.DELIVER, "", "deliver"));
    }
}
