package org.cuntu.business.planning.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts of two persons on lists of plans: what waits, and deciding it. */
@Component
class PlanMatters {
    private static final int NEWEST = 500;

    private final FourEyes fourEyes;
    private final CurrentUser current;
    private final PlanningWords words;

    PlanMatters(FourEyes fourEyes, CurrentUser current, PlanningWords words) {
        this.fourEyes = fourEyes;
        this.current = current;
        this.words = words;
    }

    /** Those that wait, of a kind, the newest first. */
    List<FourEyes.Matter> open(String kind) {
        return fourEyes.listNewest(NEWEST).stream()
                .filter(matter -> matter.kind().equals(kind) && matter.state() == FourEyes.State.OPEN)
                .toList();
    }

    Map<String, @Nullable Object> tree(FourEyes.Matter matter, String toDecide) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", matter.id());
        tree.put("subject", matter.subject());
        tree.put("content", matter.content());
        tree.put("reason", matter.reason());
        tree.put("proposedBy", words.person(matter.proposedBy()));
        tree.put("proposedAt", matter.proposedAt().toString());
        tree.put("until", matter.until().toString());
        boolean mine = matter.proposedBy().equals(current.get().id());
        tree.put("mine", mine);
        tree.put("decidable", !mine && current.get().may(toDecide));
        return tree;
    }

    FourEyes.Matter propose(String kind, String subject, Map<String, String> content, String reason) {
        return fourEyes.propose(kind, subject, content, reason);
    }

    /** @param kinds the matter is of one of them; another is not found here */
    void decide(UUID id, Set<String> kinds, boolean approve, String remark) {
        known(id, kinds);
        if (approve) fourEyes.approve(id, remark);
        else fourEyes.refuse(id, remark);
    }

    void withdraw(UUID id, Set<String> kinds) {
        known(id, kinds);
        fourEyes.withdraw(id);
    }

    private void known(UUID id, Set<String> kinds) {
        boolean found = fourEyes.listNewest(NEWEST).stream()
                .anyMatch(matter -> matter.id().equals(id) && kinds.contains(matter.kind()));
        if (!found) throw ProblemAnswer.notFound("identity.matter-unknown", "id", id);
    }
}
