package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/** What the caller could do with a version now. */
@Component
class PlanPossible {
    private final PlanTable plans;
    private final PlanRounds rounds;
    private final PlanPersons persons;
    private final CurrentUser current;

    PlanPossible(PlanTable plans, PlanRounds rounds, PlanPersons persons, CurrentUser current) {
        this.plans = plans;
        this.rounds = rounds;
        this.persons = persons;
        this.current = current;
    }

    List<String> list(PlanVersion version) {
        User user = current.get();
        List<String> can = new ArrayList<>();
        boolean delivers = permits(PlanPersons.DELIVER, version);
        boolean own = delivers && user.id().equals(version.deliveredBy());
        if (own && isChangeable(version)) can.add("change");
        if (own && !version.isEnd() && version.state() != PlanState.APPROVED) can.add("withdraw");
        persons.waiting(version).ifPresent(step -> {
            if (!persons.holds(user, step, version) || !persons.isOther(user, PlanPersons.REVIEW, version)) return;
            boolean clear = rounds.findings(version.id(), version.round())
                    .filter(found -> found.stopping().isEmpty())
                    .isPresent();
            if (clear) can.add("agree");
            can.add("return");
        });
        if (persons.waitsForDisplay(version)
                && permits(PlanPersons.REVIEW, version)
                && !user.id().equals(version.deliveredBy())) can.add("display");
        if (persons.waitsForApproval(version)
                && permits(PlanPersons.APPROVE, version)
                && persons.isOther(user, PlanPersons.APPROVE, version)) can.add("approve");
        boolean quiet = plans.listVersions(version.plan().id()).getFirst().isEnd();
        if (delivers && quiet && version.state() == PlanState.IN_FORCE) can.add("amend");
        return can;
    }

    /** Sent back, or nobody has agreed yet. */
    static boolean isChangeable(PlanVersion version) {
        return version.state() == PlanState.RETURNED
                || version.state() == PlanState.UNDER_REVIEW && version.step() == 0;
    }

    boolean permits(String permission, PlanVersion version) {
        return permits(permission, version.plan().division(), version.plan().classification());
    }

    boolean permits(String permission, String division, int classification) {
        return current.reach(permission).sees(Reach.significant(division), classification);
    }
}
