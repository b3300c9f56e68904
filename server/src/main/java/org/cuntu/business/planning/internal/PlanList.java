package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.cuntu.business.planning.PlanResults;
import org.cuntu.business.planning.PlanSummary;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/** Every plan with its newest version, whoever asks. */
@Component
class PlanList implements PlanResults {
    private final PlanTable plans;
    private final CityClock clock;

    PlanList(PlanTable plans, CityClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public List<PlanSummary> listResults() {
        return plans.listNewest(null, null).stream()
                .map(this::summary)
                .sorted(Comparator.comparing(PlanSummary::number))
                .toList();
    }

    private PlanSummary summary(PlanVersion newest) {
        LocalDate from = plans.findInForce(newest.plan().id(), clock.today(), null)
                .map(PlanVersion::inForceFrom)
                .orElse(null);
        return new PlanSummary(
                newest.plan().id().toString(),
                newest.number(),
                newest.plan().kind(),
                newest.plan().name(),
                newest.plan().division(),
                newest.plan().listing(),
                newest.state(),
                from);
    }
}
