package org.cuntu.business.planning.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cuntu.business.planning.PlanResults;
import org.cuntu.business.planning.PlanSummary;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorEntry.State;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a plan was delivered as a result that names its entry, the entry stands where the plan stands. */
@Component
class SectorFollowing {
    private final ObjectProvider<PlanResults> results;

    SectorFollowing(ObjectProvider<PlanResults> results) {
        this.results = results;
    }

    /** The plan that names an entry; of several the last one. */
    Optional<PlanSummary> findPlan(String code) {
        return Optional.ofNullable(plans().get(code));
    }

    Map<String, PlanSummary> plans() {
        PlanResults found = results.getIfAvailable();
        if (found == null) return Map.of();
        return found.listResults().stream()
                .filter(plan -> plan.listing() != null)
                .collect(Collectors.toMap(
                        plan -> String.valueOf(plan.listing()), Function.identity(), (one, other) -> other));
    }

    SectorEntry of(SectorEntry entry) {
        return findPlan(entry.code()).map(plan -> follow(entry, plan)).orElse(entry);
    }

    List<SectorEntry> of(List<SectorEntry> entries) {
        Map<String, PlanSummary> plans = plans();
        return entries.stream()
                .map(entry -> {
                    PlanSummary plan = plans.get(entry.code());
                    return plan == null ? entry : follow(entry, plan);
                })
                .toList();
    }

    /** A struck entry stays struck. */
    private static SectorEntry follow(SectorEntry entry, PlanSummary plan) {
        return entry.state() == State.ABOLISHED ? entry : entry.in(state(plan));
    }

    private static State state(PlanSummary plan) {
        return switch (plan.state()) {
            case DELIVERED, UNDER_REVIEW, ON_DISPLAY -> State.CHECKING;
            case RETURNED, WITHDRAWN -> State.DRAFTING;
            case APPROVED -> State.APPROVED;
            case IN_FORCE, SUPERSEDED -> State.STORED;
        };
    }
}
