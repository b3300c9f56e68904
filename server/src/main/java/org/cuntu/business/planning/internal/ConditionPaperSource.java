package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/** Sheets as papers that anybody can check: only those that were issued have a number. */
@Component
class ConditionPaperSource implements PaperSource {
    private final PlanConditions conditions;
    private final CityClock clock;

    ConditionPaperSource(PlanConditions conditions, CityClock clock) {
        this.conditions = conditions;
        this.clock = clock;
    }

    @Override
    public Optional<Checked> find(String number) {
        return conditions.findIssued(number).map(sheet -> {
            LocalDate on = sheet.issuedOn();
            return new Checked(
                    "plan-condition",
                    number,
                    on == null ? sheet.asOf() : on,
                    sheet.stateAt(clock.today()).name(),
                    sheet.hash());
        });
    }

    @Override
    public String act() {
        return "planning:condition:verify";
    }
}
