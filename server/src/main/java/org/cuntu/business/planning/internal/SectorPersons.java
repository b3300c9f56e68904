package org.cuntu.business.planning.internal;

import java.util.HashSet;
import java.util.Set;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorPlans;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/** Who may do what with which entry. */
@Component
class SectorPersons {
    static final String READ = "planning:sector:read";
    static final String EDIT = "planning:sector:edit";
    static final String CHECK = "planning:sector:check";
    static final String RELEASE = "planning:sector:release";

    private final CurrentUser current;

    SectorPersons(CurrentUser current) {
        this.current = current;
    }

    boolean sees(SectorEntry entry) {
        return reaches(READ, entry.division());
    }

    boolean reaches(String permission, String division) {
        return current.reach(permission).sees(Reach.significant(division), 1);
    }

    /** @throws ProblemAnswer 403 for an entry of a division where the caller may not */
    User permitted(String permission, SectorEntry entry) {
        if (!reaches(permission, entry.division()))
            throw new ProblemAnswer(
                    403,
                    Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", entry.division()));
        return current.get();
    }

    /** Whether the caller neither checked the round nor noted the approval, nor lent or borrowed the right from who did. */
    boolean isOther(User user, SectorRound round, Iterable<SectorPlans.Event> events) {
        Set<String> before = new HashSet<>(round.lentBy());
        before.add(round.begunBy());
        for (SectorPlans.Event event : events)
            if (event.act() == SectorPlans.Act.APPROVE) {
                before.add(event.actor());
                break;
            }
        if (before.contains(user.id())) return false;
        return user.lenders(RELEASE).stream().noneMatch(before::contains);
    }
}
