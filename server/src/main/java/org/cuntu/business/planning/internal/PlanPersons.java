package org.cuntu.business.planning.internal;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanSchemes;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/**
 * Who may take a step of a plan (四眼): somebody of the step's role, or with the permission, over the plan's division who has not
 * delivered it nor agreed to it in this round, by whatever way the permission came to them ({@link ProposalPersons}).
 */
@Component
class PlanPersons {
    static final String READ = "planning:plan:read";
    static final String DELIVER = "planning:plan:deliver";
    static final String REVIEW = "planning:plan:review";
    static final String APPROVE = "planning:plan:approve";

    private final PlanSteps steps;
    private final PlanSchemes schemes;
    private final CityFolder city;
    private final CityClock clock;

    PlanPersons(PlanSteps steps, PlanSchemes schemes, CityFolder city, CityClock clock) {
        this.steps = steps;
        this.schemes = schemes;
        this.city = city;
        this.clock = clock;
    }

    /** Why it was delivered; empty when the city's file knows it no longer. */
    Optional<PlanScheme.Occasion> occasion(PlanVersion version) {
        return schemes.findScheme(version.plan().kind(), clock.today())
                .flatMap(scheme -> scheme.findOccasion(version.occasion()));
    }

    /** The steps that this version goes through. */
    List<ControlLine.Step> stepsOf(PlanVersion version) {
        boolean county = !version.plan().division().equals(city.code());
        return occasion(version)
                .map(occasion -> occasion.steps().stream()
                        .filter(step -> county || !step.countyOnly())
                        .toList())
                .orElse(List.of());
    }

    /** The review that waits; empty when none does. */
    Optional<ControlLine.Step> waiting(PlanVersion version) {
        List<ControlLine.Step> all = stepsOf(version);
        return version.state() == PlanState.UNDER_REVIEW && version.step() < all.size()
                ? Optional.of(all.get(version.step()))
                : Optional.empty();
    }

    /** Whether the step that waits is the last one. */
    boolean isLast(PlanVersion version) {
        return version.step() + 1 >= stepsOf(version).size();
    }

    /** Whether every step has agreed and its display is what comes next. */
    boolean waitsForDisplay(PlanVersion version) {
        return version.state() == PlanState.UNDER_REVIEW
                && version.step() >= stepsOf(version).size()
                && occasion(version).filter(each -> each.displayDays() > 0).isPresent();
    }

    /** Whether its approval is what comes next: the display is over, or there is none. */
    boolean waitsForApproval(PlanVersion version) {
        PlanVersion.Display display = version.display();
        if (version.state() == PlanState.ON_DISPLAY)
            return display != null && clock.today().isAfter(display.to());
        return version.state() == PlanState.UNDER_REVIEW
                && version.step() >= stepsOf(version).size()
                && occasion(version).filter(each -> each.displayDays() == 0).isPresent();
    }

    boolean holds(User user, ControlLine.Step step, PlanVersion version) {
        return ProposalPersons.holds(
                user, step, REVIEW, version.plan().division(), version.plan().classification());
    }

    boolean isOther(User user, String permission, PlanVersion version) {
        Set<String> before = new TreeSet<>();
        before.add(version.deliveredBy());
        for (PlanStep taken : steps.list(version.id())) {
            boolean counts =
                    switch (taken.step()) {
                        case DELIVER -> true;
                        case REVIEW -> taken.round() == version.round();
                        case CHECK, DISPLAY, APPROVE, ENTER, WITHDRAW -> false;
                    };
            if (!counts || taken.outcome() != ProposalStep.Outcome.DONE) continue;
            before.add(taken.actor());
            before.addAll(taken.lentBy());
        }
        return !before.contains(user.id()) && Collections.disjoint(before, user.lenders(permission));
    }
}
