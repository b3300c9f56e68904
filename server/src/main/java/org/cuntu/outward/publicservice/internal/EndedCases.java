package org.cuntu.outward.publicservice.internal;

import java.util.Optional;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseEvent;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.platform.audit.CurrentActor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts a case once, in the transaction in which it comes to its end: rates are of these. */
@Component
class EndedCases {
    private final Cases cases;
    private final RatingTable table;
    private final CurrentActor actor;

    EndedCases(Cases cases, RatingTable table, CurrentActor actor) {
        this.cases = cases;
        this.table = table;
        this.actor = actor;
    }

    @EventListener
    void on(CaseEvent event) {
        if (event.state().isOpen() || event.state() == CaseState.ARCHIVED) return;
        actor.as(CurrentActor.LOCAL, () -> {
            CaseFile file = cases.get(event.caseId());
            Optional<Integer> days = cases.clocks(file.id()).stream()
                    .filter(clock -> clock.kind() == CaseClock.Kind.PROMISED)
                    .map(CaseClock::used)
                    .findFirst();
            table.ended(file, event.state().name(), days.orElse(null), event.at());
            return file.id();
        });
    }
}
