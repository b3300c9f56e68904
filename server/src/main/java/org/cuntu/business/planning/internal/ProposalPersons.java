package org.cuntu.business.planning.internal;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/**
 * Who may take a step (四眼): somebody with the step's role over the proposal's division who has not proposed it, changed it or
 * agreed to it in this round, by whatever way the permission came to them: also not who lent it to one of those, nor to whom
 * one of those lent it.
 */
@Component
class ProposalPersons {
    static final String READ = "planning:line:read";
    static final String PROPOSE = "planning:line:propose";
    static final String REVIEW = "planning:line:review";
    static final String RELEASE = "planning:line:release";

    private final ProposalSteps steps;
    private final CityFolder city;

    ProposalPersons(ProposalSteps steps, CityFolder city) {
        this.steps = steps;
        this.city = city;
    }

    /** The steps that this proposal goes through. */
    List<ControlLine.Step> stepsOf(Proposal proposal, ControlLine line) {
        return line.stepsOf(!proposal.division().equals(city.code()));
    }

    /** The step that waits; empty when none does. */
    Optional<ControlLine.Step> waiting(Proposal proposal, ControlLine line) {
        List<ControlLine.Step> all = stepsOf(proposal, line);
        return proposal.state() == Proposal.State.REVIEWING && proposal.step() < all.size()
                ? Optional.of(all.get(proposal.step()))
                : Optional.empty();
    }

    /** Whether the step that waits is the last one: then it is released, not agreed to. */
    boolean isLast(Proposal proposal, ControlLine line) {
        return proposal.step() == stepsOf(proposal, line).size() - 1;
    }

    boolean holds(User user, ControlLine.Step step, String permission, Proposal proposal) {
        return holds(user, step, permission, proposal.division(), proposal.classification());
    }

    /** Whether somebody has a step's role over a division, with the permission. */
    static boolean holds(User user, ControlLine.Step step, String permission, String division, int classification) {
        String digits = Reach.significant(division);
        return user.grants().stream()
                .filter(grant -> grant.role().equals(step.role()) && grant.may(permission))
                .anyMatch(grant -> new Reach(List.of(grant.part())).sees(digits, classification));
    }

    boolean isOther(User user, String permission, Proposal proposal) {
        Set<String> before = new TreeSet<>();
        before.add(proposal.proposedBy());
        for (ProposalStep taken : steps.list(proposal.id())) {
            boolean counts =
                    switch (taken.step()) {
                        case PROPOSE -> true;
                        case SUBMIT, REVIEW -> taken.round() == proposal.round();
                        case CHECK, RELEASE, WITHDRAW -> false;
                    };
            if (!counts || taken.outcome() != ProposalStep.Outcome.DONE) continue;
            before.add(taken.actor());
            before.addAll(taken.lentBy());
        }
        return !before.contains(user.id()) && Collections.disjoint(before, user.lenders(permission));
    }
}
