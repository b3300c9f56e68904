package org.cuntu.core.intake.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.intake.Submission;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.springframework.stereotype.Component;

/**
 * Which submissions whoever asks may see (contracts 12): those of the divisions of a role that reads them, of layers classified
 * no higher than it reaches. What is not seen is not found.
 */
@Component
class SubmissionSight {
    static final String READ = "intake:submission:read";

    private final CurrentUser current;

    SubmissionSight(CurrentUser current) {
        this.current = current;
    }

    /** @param where of rows s of submission */
    record Condition(String where, Map<String, Object> params) {}

    boolean sees(Submission submission) {
        return reaches(READ, submission.division(), submission.classification());
    }

    /** Whether the caller holds a permission over a division's layer of a classification. */
    boolean reaches(String permission, String division, int classification) {
        return current.reach(permission).sees(Reach.significant(division), classification);
    }

    Condition condition() {
        List<Reach.Part> parts = current.reach(READ).parts();
        if (parts.isEmpty()) return new Condition("1 = 0", Map.of());
        Map<String, Object> params = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("(");
        for (int i = 0; i < parts.size(); i++) {
            params.put("seenIn" + i, parts.get(i).division() + "%");
            params.put("seenTo" + i, parts.get(i).level());
            where.append(i == 0 ? "" : " or ")
                    .append("s.significant like :seenIn" + i + " and s.classification <= :seenTo" + i);
        }
        return new Condition(where.append(")").toString(), params);
    }
}
