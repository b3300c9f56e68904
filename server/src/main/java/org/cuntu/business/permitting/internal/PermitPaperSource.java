package org.cuntu.business.permitting.internal;

import java.util.Optional;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/** Certificates as papers that anybody can check: how they stand today, nothing of their holder. */
@Component
class PermitPaperSource implements PaperSource {
    private final PermitTable permits;
    private final CityClock clock;

    PermitPaperSource(PermitTable permits, CityClock clock) {
        this.permits = permits;
        this.clock = clock;
    }

    @Override
    public Optional<Checked> find(String number) {
        return permits.findNumber(number)
                .map(permit -> new Checked(
                        "certificate",
                        number,
                        permit.issuedOn(),
                        permit.stateAt(clock.today()).name(),
                        permit.hash()));
    }

    @Override
    public String act() {
        return "permitting:certificate:verify";
    }
}
